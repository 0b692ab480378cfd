/** Korean words around the lessons and the findings. */
export const ko = {
  more: '더 보기',
  /** Begins the line of a lesson that names the official page. */
  official: '더 알아보기:',
  /** Begins the line with other words under which a lesson is looked for. */
  searchWords: '검색어:',
  /** Who speaks, in the list of problems. */
  source: '도커 길잡이',
  ignore: (id: string) => `이 줄에서 \`${id}\` 무시하기`,
  skip: (id: string) => `이 파일에서 \`${id}\` 무시하기 (\`# check=skip\` 줄에 넣기)`,
  explain: (id: string | undefined) => (id === undefined ? '왜 문제인지 보기' : `왜 문제인지 보기: \`${id}\``),
  fixAll: (count: number) => `안전하게 고칠 수 있는 문제 ${count}개를 모두 고치기`,
  toNewCompose: (count: number, file: string) => `docker run${count > 1 ? ` ${count}줄` : ''}을 새 컴포즈 파일 \`${file}\`로 바꾸기`,
  toCompose: (count: number, file: string) => `docker run${count > 1 ? ` ${count}줄` : ''}을 \`${file}\` 파일의 서비스로 더하기`,
  command: {
    title: '명령 설명',
    none: '`docker`로 시작하는 명령을 찾지 못했습니다. `docker run -d -p 8080:80 nginx:1.28-alpine`처럼 적어 보세요.',
    problems: '먼저 볼 곳',
    weights: { error: '⛔ **오류**', warning: '⚠️ **경고**', information: '⚠️ **조심**', hint: '💡 **힌트**' },
    noProblem: '도커가 거절할 곳이나 위험한 곳을 찾지 못했습니다.',
    words: '낱말마다 무슨 뜻인가요',
    pitfalls: '자주 겪는 문제',
    /** Headings of the lessons under which such things stand. */
    pitfallHeadings: ['오류가 나면', '흔한 오해', '흔한 실수', '조심할 점'],
    compose: '컴포즈 파일로 적으면',
    more: '더 보기',
    why: '왜 문제인지',
  },
  takes: (count: number, cut: boolean, isGuess: boolean) =>
    `${isGuess ? '이 폴더가 빌드 컨텍스트라면 ' : ''}파일 ${count.toLocaleString('en-US')}개${cut ? ' 이상을' : '를'} 가져갑니다.`,
  leavesOut: (name: string, lines: readonly IgnoreLine[]) => (lines.length === 0 ? '' : `\`${name}\`의 ${named(lines)} 줄이 뺍니다.`),
  noIgnoreFile: '`.dockerignore` 파일이 없어 아무것도 빼지 않습니다.',
  ignored: (source: string, name: string, lines: readonly IgnoreLine[]) =>
    `\`${source}\` 원본은 \`${name}\`의 ${named(lines)} 줄이 빼서 **가져가지 못합니다**. 필요한 파일이면 그 줄을 지우거나 뒤에 \`!\` 줄을 적으세요.`,
  missing: (source: string, isGuess: boolean) =>
    isGuess
      ? `이 Dockerfile의 폴더에는 \`${source}\` 경로가 **없습니다**. 빌드 컨텍스트가 다른 폴더라면 그 폴더의 맨 위에서부터 찾습니다.`
      : `빌드 컨텍스트에 \`${source}\` 경로가 **없습니다**. 빌드가 \`not found\` 오류로 멈춥니다.`,
  noMatch: (source: string, isGuess: boolean) => `${isGuess ? '이 Dockerfile의 폴더에는' : '빌드 컨텍스트에는'} \`${source}\` 패턴에 맞는 파일이 없습니다.`,
  meansNothing: '지금 이 폴더에는 이 패턴에 맞는 파일이 **없습니다**. 이름을 잘못 적었는지, 나중에 생길 파일인지 확인하세요.',
  usesVariable: (file: string, services: readonly string[]) => `\`${file}\` 파일의 ${list(services)} 서비스에서 \`\${…}\` 자리를 채웁니다.`,
  getsVariable: (services: readonly string[]) => `\`env_file\`에 적혀 있어 ${list(services)} 서비스의 컨테이너에 환경 변수로 들어갑니다.`,
  nobodyUses: (file: string) => `\`${file}\` 파일의 서비스 가운데 이 변수를 쓰는 것은 없습니다.`,
};

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** A line of an ignore file. */
interface IgnoreLine {
  readonly line: number;
  readonly text: string;
}

/** More lines than these are only counted. */
const NAMED = 4;

function named(lines: readonly IgnoreLine[]): string {
  const first = lines.slice(0, NAMED).map(({ line, text }) => `${line}행 \`${text}\``);
  return lines.length > NAMED ? `${first.join(', ')} 줄과 다른 ${lines.length - NAMED}개` : first.join(', ');
}
