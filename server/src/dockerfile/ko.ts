import type { ExpansionOperator } from './file.ts';

const at = (line: number) => `${line}행`;

/** Korean sentences about a concrete place in a Dockerfile. */
export const ko = {
  env: (name: string, value: string | undefined, line: number) =>
    value === undefined
      ? `\`${name}\` 변수는 ${at(line)}의 \`ENV\`에서 정합니다. 값은 빌드할 때 정해집니다.`
      : `여기서 \`${name}\` 변수는 ${quoted(value)}을 가집니다. ${at(line)}의 \`ENV\`가 정합니다.`,
  arg: (name: string, value: string | undefined, line: number) =>
    value === undefined
      ? `\`${name}\` 변수는 ${at(line)}의 \`ARG\`이며 기본값이 없습니다. \`--build-arg ${name}=값\`으로 넘기지 않으면 비어 있습니다.`
      : `여기서 \`${name}\` 변수는 ${quoted(value)}을 가집니다. ${at(line)}의 \`ARG\`이며 \`--build-arg ${name}=값\`으로 바꿀 수 있습니다.`,
  predefined: (name: string) => `\`${name}\` 변수는 빌더가 미리 정해 둔 빌드 인수입니다. 값은 빌드할 때 정해집니다.`,
  globalOnly: (name: string, line: number, value: string | undefined) =>
    `\`${name}\` 변수는 여기서 **비어 있습니다**. ${at(line)}의 \`ARG\`는 첫 \`FROM\` 앞에 있어 \`FROM\`에서만 쓰입니다. 이 스테이지 안에 \`ARG ${name}\` 줄을 다시 적으면 ${value === undefined ? '같은 값' : quoted(value)}을 쓸 수 있습니다.`,
  undefined: (name: string) =>
    `\`${name}\` 변수는 여기서 **비어 있습니다**. 앞에 \`ARG ${name}\`이나 \`ENV ${name}=…\` 줄이 없습니다. 베이스 이미지가 정한 환경 변수라면 그 값이 쓰입니다.`,
  platformInStage: (name: string) => `\`${name}\` 변수는 이 스테이지에서 **비어 있습니다**. 스테이지 안에 \`ARG ${name}\` 줄을 적으면 빌더가 정한 값을 쓸 수 있습니다.`,
  inShell: (name: string, keyword: string) =>
    keyword === 'RUN' ? `이 \`$${name}\` 부분은 빌더가 아니라 \`RUN\`을 실행하는 셸이 바꿉니다.` : `이 \`$${name}\` 부분은 빌드할 때가 아니라 컨테이너가 시작된 뒤 셸이 바꿉니다.`,
  inExec: (name: string) => `exec 형식에는 셸이 없으므로 \`$${name}\` 부분이 바뀌지 않고 글자 그대로 넘어갑니다.`,
  result: (value: string) => `그래서 이 자리는 ${quoted(value)}이 됩니다.`,
  operand: (operator: ExpansionOperator, operand: string) => {
    if (operator === '-' || operator === ':-') return `값이 ${operator === '-' ? '없으면' : '없거나 비어 있으면'} ${quoted(operand)}을 씁니다.`;
    if (operator === '+' || operator === ':+') return `값이 ${operator === '+' ? '있으면' : '있고 비어 있지 않으면'} ${quoted(operand)}을 씁니다.`;
    if (operator === '?' || operator === ':?') return `값이 ${operator === '?' ? '없으면' : '없거나 비어 있으면'} 빌드가 \`${operand}\` 메시지와 함께 멈춥니다.`;
    if (operator === '#' || operator === '##') return `값의 앞에서 \`${operand}\` 패턴과 맞는 ${operator === '#' ? '가장 짧은' : '가장 긴'} 부분을 지웁니다.`;
    if (operator === '%' || operator === '%%') return `값의 뒤에서 \`${operand}\` 패턴과 맞는 ${operator === '%' ? '가장 짧은' : '가장 긴'} 부분을 지웁니다.`;
    return `값에서 \`${operand}\` 패턴과 맞는 ${operator === '/' ? '첫 부분을' : '모든 부분을'} 바꿉니다.`;
  },
  stage: (name: string, index: number, line: number) => `\`${name}\` 스테이지는 ${at(line)}에서 시작하는 ${index + 1}번째 스테이지입니다.`,
  stageImage: (image: string) => `베이스 이미지는 \`${image}\`입니다.`,
  unnamedStage: (index: number, line: number) => `${index}번은 ${at(line)}의 \`FROM\`으로 시작하는 스테이지입니다. 번호는 0부터 셉니다.`,
  usedBy: (lines: readonly number[]) => (lines.length === 0 ? '아직 이 스테이지를 쓰는 줄이 없습니다.' : `이 스테이지를 쓰는 줄: ${lines.map(at).join(', ')}`),
  finalStage: '마지막 스테이지이므로 이 스테이지가 최종 이미지가 됩니다.',
  notFinalStage: '마지막 스테이지가 아니므로 복사해 가지 않은 것은 최종 이미지에 남지 않습니다.',
  imageNotStage: (name: string) => `이 파일의 앞쪽에 \`${name}\` 스테이지가 없으므로 같은 이름의 이미지에서 복사합니다.`,
  port: (port: string, protocol: string) =>
    `컨테이너 안의 ${protocol.toUpperCase()} 포트 \`${port}\`번을 앱이 쓴다고 알립니다. 호스트에 여는 것은 \`docker run -p\`나 compose의 \`ports\`입니다.`,
  portRange: (range: string) => `\`${range}\` 부분은 포트 범위입니다.`,
  duration: (text: string, spoken: string) => `\`${text}\` 값은 ${spoken}입니다.`,
  badDuration: (text: string) => `\`${text}\`에는 단위가 없습니다. \`30s\`처럼 단위를 붙이세요.`,
  user: (name: string) =>
    /^\d+$/.test(name)
      ? `\`${name}\`번 사용자(UID)로 실행합니다. 이 번호의 사용자가 이미지의 \`/etc/passwd\`에 없어도 실행됩니다.`
      : `\`${name}\` 사용자로 실행합니다. 이 이름이 이미지의 \`/etc/passwd\`에 있어야 합니다.`,
  group: (name: string) => `그룹은 \`${name}\`입니다.`,
  root: '`root` 사용자는 컨테이너 안의 모든 권한을 가집니다. 꼭 필요한 줄에서만 쓰세요.',
  directory: (path: string, resolved: string) =>
    path === resolved ? `작업 디렉터리는 \`${resolved}\`입니다.` : `상대 경로이므로 앞의 \`WORKDIR\`에 이어져 \`${resolved}\` 경로가 됩니다.`,
  destination: (path: string, resolved: string) => `이미지 안의 \`${resolved}\` 위치로 들어갑니다.${path === resolved ? '' : ` (\`${path}\` 경로는 \`WORKDIR\` 기준입니다.)`}`,
  destinationUnknown: (path: string) => `\`${path}\` 경로는 상대 경로입니다. 앞에 \`WORKDIR\`이 없어 베이스 이미지의 작업 디렉터리(보통 \`/\`)가 기준입니다.`,
  sourceAll: '빌드 컨텍스트 전체를 복사합니다. `.dockerignore`에 적은 것은 빠집니다.',
  source: (path: string) => `빌드 컨텍스트의 루트에서 \`${path.replace(/^(?:\.?\/)+/, '')}\` 파일이나 디렉터리를 찾습니다.`,
  sourceInStage: (path: string, stage: string) => `\`${stage}\` 안의 \`${path}\` 경로를 복사합니다.`,
  heredocName: (name: string) => `\`${name}\`만 적힌 줄이 나올 때까지가 내용입니다.`,
  heredocOpen: (name: string) => `이 히어독을 닫는 \`${name}\` 줄이 없습니다.`,
  heredocCloses: (name: string) => `여기서 \`<<${name}\` 히어독이 끝납니다.`,
  directiveRepeated: (name: string) => `\`# ${name}=\` 지시자가 두 번 나옵니다. BuildKit은 이 파일을 거부합니다.`,
  directiveLate: (name: string) => `이 줄은 파일 맨 위가 아니므로 \`${name}\` 지시자로 읽히지 않고 평범한 주석이 됩니다.`,
  platform: (text: string) => `운영체제와 CPU 아키텍처는 \`${text}\`입니다.`,
  onbuild: (keyword: string) => `이 \`${keyword}\` 지시문은 지금이 아니라, 이 이미지를 \`FROM\`으로 쓰는 빌드에서 실행됩니다.`,
  unknownInstruction: (name: string) => `\`${name}\` 지시문은 Dockerfile에 없습니다. 빌드가 \`unknown instruction\` 오류로 멈춥니다.`,
  retries: (count: string) => `연속으로 ${count}번 실패하면 \`unhealthy\` 상태가 됩니다.`,
};

function quoted(value: string): string {
  return value === '' ? '빈 값' : `\`${value.length > 60 ? `${value.slice(0, 60)}…` : value}\` 값`;
}
