import { ko as shared } from '../core/ko.ts';

/** Korean sentences about a concrete docker command line. */
export const ko = {
  ...shared,
  container: (name: string) => `\`${name}\` 컨테이너를 가리킵니다.`,
  service: (name: string) => `\`${name}\` 서비스에만 적용합니다.`,
  value: (flag: string, value: string) => `\`${flag}\` 옵션의 값은 \`${value}\`입니다.`,
  context: (path: string) => (path === '.' ? '지금 있는 폴더를 빌드 컨텍스트로 넘깁니다.' : `\`${path}\` 폴더를 빌드 컨텍스트로 넘깁니다.`),
  unknownFlag: (flag: string, command: string) => `\`${flag}\` 옵션은 \`${command}\` 명령의 옵션입니다. 자세한 뜻은 \`${command} --help\`로 볼 수 있습니다.`,
  variable: (assignment: string) => {
    const equals = assignment.indexOf('=');
    return equals < 0 ? `지금 셸에 있는 \`${assignment}\` 환경 변수의 값을 그대로 넘깁니다.` : `컨테이너에 \`${assignment.slice(0, equals)}\` 환경 변수를 넣습니다.`;
  },
};
