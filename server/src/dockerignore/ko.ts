/** Why one leaves something well known out of an image, by the last part of the pattern. */
const WHY: Readonly<Record<string, string>> = {
  node_modules: '내 컴퓨터에 설치한 패키지입니다. 이미지 안에서 `npm ci`로 다시 설치하므로 뺍니다. 운영체제가 다르면 복사한 것이 이미지 안에서 돌지 않기도 합니다.',
  '.git': '모든 커밋이 든 디렉터리입니다. 크고, 지운 비밀번호까지 남아 있을 수 있으며, 커밋할 때마다 `COPY . .`의 캐시를 깨므로 뺍니다.',
  '.gitignore': 'Git이 쓰는 설정입니다. 앱을 빌드하거나 실행하는 데에는 쓰이지 않습니다.',
  '.github': 'GitHub의 설정입니다. 앱을 빌드하거나 실행하는 데에는 쓰이지 않습니다.',
  '.env': '비밀번호나 키가 든 파일입니다. 이미지에 들어가면 이미지를 받은 누구나 읽을 수 있으므로 뺍니다. 값은 실행할 때 `--env-file`이나 compose의 `env_file`로 넘기세요.',
  dist: '빌드 결과입니다. 이미지 안에서 다시 빌드한다면 뺍니다. 결과를 그대로 `COPY`하는 Dockerfile이라면 빼지 마세요.',
  build: '빌드 결과입니다. 이미지 안에서 다시 빌드한다면 뺍니다. 결과를 그대로 `COPY`하는 Dockerfile이라면 빼지 마세요.',
  out: '빌드 결과입니다. 이미지 안에서 다시 빌드한다면 뺍니다. 결과를 그대로 `COPY`하는 Dockerfile이라면 빼지 마세요.',
  target: 'Maven이나 Cargo의 빌드 결과입니다. 이미지 안에서 다시 빌드한다면 뺍니다. `COPY target/*.jar`처럼 결과를 복사하는 Dockerfile이라면 빼지 마세요.',
  '.next': 'Next.js의 빌드 결과와 캐시입니다. 이미지 안에서 `next build`가 다시 만들므로 뺍니다.',
  '.gradle': 'Gradle이 이 컴퓨터에서 쓰는 캐시입니다. 이미지 안에서 다시 만들어집니다.',
  coverage: '테스트 결과 보고서입니다. 실행에 쓰이지 않고 테스트할 때마다 바뀌어 캐시를 깹니다.',
  __pycache__: '파이썬이 다시 만드는 캐시입니다. 파이썬 버전이 다르면 쓸모도 없습니다.',
  '*.pyc': '파이썬이 다시 만드는 캐시입니다. 파이썬 버전이 다르면 쓸모도 없습니다.',
  '.venv': '내 컴퓨터의 파이썬을 가리키는 가상 환경입니다. 이미지 안에서는 돌지 않으므로 빼고 `pip install`로 다시 설치합니다.',
  venv: '내 컴퓨터의 파이썬을 가리키는 가상 환경입니다. 이미지 안에서는 돌지 않으므로 빼고 `pip install`로 다시 설치합니다.',
  '*.md': '사람이 읽는 문서입니다. 앱이 실행 중에 읽지 않는다면 뺍니다. 문서만 고쳤을 때 `COPY . .`부터 다시 빌드하는 일도 없어집니다.',
  'README.md': '사람이 읽는 문서입니다. 앱이 실행 중에 읽지 않는다면 뺍니다. 문서만 고쳤을 때 `COPY . .`부터 다시 빌드하는 일도 없어집니다.',
  '*.log': '실행 기록입니다. 실행할 때마다 바뀌어 캐시를 깨고, 개인 정보가 들어 있기도 합니다.',
  Dockerfile: '빼도 빌드는 됩니다. 빌더는 Dockerfile을 컨텍스트와 따로 읽습니다. 이미지 안에서는 쓸 곳이 없으므로 뺍니다.',
  '.dockerignore': '빼도 이 파일의 줄들은 그대로 지켜집니다. 이미지 안에서는 쓸 곳이 없으므로 뺍니다.',
  'compose.yaml': '컨테이너를 띄우는 쪽에서 읽는 파일입니다. 이미지 안에서는 쓸 곳이 없습니다.',
  'docker-compose.yml': '컨테이너를 띄우는 쪽에서 읽는 파일입니다. 이미지 안에서는 쓸 곳이 없습니다.',
  '.vscode': '편집기의 설정입니다. 사람마다 다르고 앱은 쓰지 않습니다.',
  '.idea': '편집기의 설정입니다. 사람마다 다르고 앱은 쓰지 않습니다.',
  '.DS_Store': 'macOS가 폴더마다 만드는 파일입니다. 앱은 쓰지 않습니다.',
};

const SAME: Readonly<Record<string, string>> = {
  '.env*': '.env',
  '.env.*': '.env',
  '*.env': '.env',
  '.env.local': '.env',
  'Dockerfile*': 'Dockerfile',
  '.dockerignore*': '.dockerignore',
  'docker-compose*': 'docker-compose.yml',
  'docker-compose*.yml': 'docker-compose.yml',
  'docker-compose.yaml': 'docker-compose.yml',
  'compose.yml': 'compose.yaml',
  'compose*.yaml': 'compose.yaml',
  '*.py[co]': '*.pyc',
  '*.py[cod]': '*.pyc',
  'npm-debug.log': '*.log',
  'npm-debug.log*': '*.log',
};

/** Korean sentences about a concrete line of a `.dockerignore` file. */
export const ko = {
  why: (name: string): string | undefined => (Object.hasOwn(SAME, name) ? WHY[SAME[name] ?? ''] : Object.hasOwn(WHY, name) ? WHY[name] : undefined),
  everything: '이 줄은 컨텍스트의 모든 것을 뺍니다. 뒤의 `!` 줄이 다시 넣은 것만 남습니다.',
  excludes: (pattern: string, isDeep: boolean) =>
    isDeep
      ? `이 줄은 어느 디렉터리에 있든 \`${pattern}\` 이름에 맞는 파일과 디렉터리를 뺍니다.`
      : `이 줄은 컨텍스트의 맨 위에서 센 \`${pattern}\` 경로에 맞는 파일과 디렉터리를 뺍니다.`,
  bringsBack: (pattern: string, line: number | undefined) =>
    line === undefined ? `앞에서 빠진 것 가운데 \`${pattern}\` 패턴에 맞는 파일과 디렉터리를 다시 넣습니다.` : `${line}행이 뺀 \`${pattern}\` 경로를 다시 넣습니다.`,
  nothingBehind: '느낌표 뒤에 아무것도 없습니다. 빌드가 `illegal exclusion pattern` 오류로 멈춥니다.',
  bad: '이 패턴은 문법에 맞지 않습니다. 빌드가 `syntax error in pattern` 오류로 멈춥니다.',
};
