import { ko as shared } from '../core/ko.ts';
import { isSecretName } from '../core/secret.ts';
import type { InterpolationOperator } from './interpolation.ts';

const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

/** Korean sentences about a concrete place in a compose file. */
export const ko = {
  service: (name: string, image: string | undefined, build: string | undefined) => {
    if (build) return `\`${name}\` 서비스는 \`${build}\` 폴더의 Dockerfile로 빌드한 이미지로 실행합니다.`;
    if (image) return `\`${name}\` 서비스는 \`${image}\` 이미지로 실행합니다.`;
    return `\`${name}\` 서비스에는 아직 \`image\`도 \`build\`도 없습니다.`;
  },
  dns: (name: string, networks: readonly string[]) =>
    networks.length > 0
      ? `${list(networks)} 네트워크의 다른 서비스는 \`${name}\` 이름으로 이 서비스에 접속합니다.`
      : `같은 프로젝트의 다른 서비스는 \`${name}\` 이름으로 이 서비스에 접속합니다.`,
  waitedFor: (services: readonly string[]) => (services.length > 0 ? `이 서비스를 기다리는 서비스: ${list(services)}` : undefined),
  dependsOn: (services: readonly string[]) => (services.length > 0 ? `이 서비스가 기다리는 서비스: ${list(services)}` : undefined),
  usedBy: (services: readonly string[]) => (services.length > 0 ? `쓰는 서비스: ${list(services)}` : '아직 이 이름을 쓰는 서비스가 없습니다.'),
  refersTo: (kind: string, name: string, line: number) => `${line}행에서 정의한 \`${name}\` ${kind}입니다.`,
  defaultNetwork: '`default`는 컴포즈가 프로젝트마다 만들어 주는 네트워크의 이름입니다.',
  notDeclared: (kind: string, name: string) => `이 파일에 \`${name}\` ${kind} 정의가 없습니다.`,
  variableFromFile: (name: string, value: string, file: string) =>
    file === '.env'
      ? `\`.env\` 파일에 따르면 \`${name}\` 변수는 ${shown(name, value)}을 가집니다. 셸에 같은 이름의 환경 변수가 있으면 그 값이 먼저입니다.`
      : `아직 \`.env\` 파일이 없습니다. \`${file}\` 파일에는 \`${name}\` 변수가 ${shown(name, value)}으로 적혀 있습니다. 복사해 \`.env\`를 만드세요.`,
  variableUnset: (name: string, hasFile: boolean) =>
    hasFile
      ? `\`.env\` 파일에 \`${name}\` 변수가 없습니다. 셸에도 없으면 빈 값이 되고 경고가 나옵니다.`
      : `\`${name}\` 변수를 정하는 \`.env\` 파일이 없습니다. 셸에도 없으면 빈 값이 되고 경고가 나옵니다.`,
  operand: (operator: InterpolationOperator, operand: string) => {
    const empty = operator.startsWith(':');
    switch (operator.at(-1)) {
      case '-':
        return `변수가 ${empty ? '없거나 비어 있으면' : '없으면'} \`${operand}\` 값을 씁니다.`;
      case '+':
        return `변수가 ${empty ? '있고 비어 있지 않으면' : '있으면'} \`${operand}\` 값을 씁니다.`;
      default:
        return `변수가 ${empty ? '없거나 비어 있으면' : '없으면'} \`${operand}\` 메시지를 내고 멈춥니다.`;
    }
  },
  ...shared,
  duration: (text: string, spoken: string) => `\`${text}\` 값은 ${spoken}입니다.`,
  alias: (name: string, line: number | undefined) =>
    line === undefined ? `\`&${name}\` 앵커가 이 파일에 없습니다. 오류가 납니다.` : `${line}행의 \`&${name}\` 앵커에 적은 내용이 여기에 들어옵니다.`,
  anchor: (name: string) => `\`*${name}\`으로 이 내용을 다른 곳에서 다시 씁니다.`,
  merged: (keys: readonly string[]) => `합쳐지는 키: ${list(keys)}`,
  hostIsService: (name: string) => `값 안의 \`${name}\` 부분은 이 파일의 서비스 이름입니다. 같은 네트워크에 있으면 이 이름이 그 컨테이너의 주소로 풀립니다.`,
  localhost: '컨테이너 안의 `localhost`는 호스트도 다른 서비스도 아니고 그 컨테이너 자신입니다. 다른 서비스에는 서비스 이름으로 접속하세요.',
  buildFolder: (path: string) => `\`${path}\` 폴더를 빌드 컨텍스트로 삼고, 그 안의 \`Dockerfile\`로 이미지를 만듭니다.`,
  testPart: (index: number) => (index === 0 ? undefined : '헬스체크가 컨테이너 안에서 실행하는 명령의 일부입니다. 종료 코드 0이면 정상입니다.'),
  commandPart: '컨테이너가 시작할 때 실행하는 명령의 일부입니다.',
  kinds: { services: '서비스', networks: '네트워크', volumes: '볼륨', secrets: 'secret', configs: 'config' } as Readonly<Record<string, string>>,
};

/** A value as a reader may see it over somebody's shoulder: secrets stay hidden. */
function shown(name: string, value: string): string {
  if (value === '') return '빈 값';
  return isSecretName(name) ? '비밀값(가림)' : `\`${value}\` 값`;
}
