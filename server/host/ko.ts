import type { Problem, Warning } from '../src/service/config.ts';
import type { Profile } from '../src/service/service.ts';

/** The names of the profiles in settings and on the command line. */
const profiles: Readonly<Record<string, Profile>> = { 입문: 'beginner', 실무: 'work', 시험: 'exam' };

/** Korean lines of the terminal. */
export const ko = {
  profiles,
  usage: [
    '사용법: docker-giljabi <명령>',
    '',
    '  check [옵션] [파일이나 폴더…]    컴포즈 파일과 Dockerfile, 이어진 파일에서 고칠 곳을 찾습니다. 적지 않으면 지금 폴더를 봅니다',
    '  config [옵션] [파일이나 폴더…]   파일들을 모두 합쳐 도커가 읽은 결과를 보여 줍니다. docker compose config와 같습니다',
    '  new [스택] [폴더]                도커로 실행할 프로젝트를 만들거나, 있는 프로젝트에 도커 파일을 더합니다',
    '  rules [--format text|json]       모든 규칙을 보여 줍니다',
    '  explain <주제 | 규칙 | docker 명령줄>   호버와 같은 설명을 보여 줍니다',
    '',
    'check의 옵션',
    '  --format text|json|github|sarif                   결과의 형식',
    '  --fail-on error|warning|information|hint          이것 이상이 있으면 1로 끝납니다 (기본 error)',
    '  --max-severity error|warning|information|hint     이보다 무거운 것은 이것으로 낮추어 보여 줍니다',
    '  --profile 입문|실무|시험                          얼마나 자세히 볼지 (기본 입문)',
    '  --rule <규칙>=off|hint|information|warning|error  규칙 하나의 무게를 바꿉니다',
    '  --as compose|dockerfile|dockerignore|dotenv|shell|markdown',
    '                                                    이름으로 알 수 없는 파일이나 표준 입력(-)의 종류',
    '',
    'config의 옵션',
    '  --format yaml|json                                결과의 형식 (기본 yaml)',
    '  --profile <이름>                                  켤 프로파일. 여러 번 적을 수 있습니다',
    '  --sources                                         값마다 어느 파일의 몇 행에서 왔는지 함께 보여 줍니다',
    '',
    'new의 스택과 옵션',
    '  mall(쇼핑몰) 또는 next+spring+nginx+mysql+redis처럼 +로 이은 이름. 적지 않으면 폴더에 있는 것을 보고 고릅니다',
    '  --frontend next|vite|none                         화면',
    '  --backend spring-gradle|spring-maven|express|none API',
    '  --proxy nginx|none                                맨 앞의 프록시',
    '  --database mysql|mariadb|postgres|none            데이터베이스',
    '  --cache redis|none                                캐시',
    '  --purpose 개발|운영                               쓰임새 (기본 개발)',
    '  --comments why|short|none                         주석: 줄마다 왜, 짧게, 없이 (기본 why)',
    '  --file docker-compose.yml|compose.yaml            컴포즈 파일의 이름',
    '  --dry-run                                         쓰지 않고 무엇을 쓸지만 보여 줍니다',
    '  --force <파일>                                    이미 있어도 새로 쓸 파일. 여러 번 적을 수 있습니다',
    '',
    '예: docker-giljabi check',
    '    docker-giljabi check --format json compose.yaml',
    '    docker-giljabi config --sources',
    '    docker-giljabi new 쇼핑몰 my-shop',
    '    docker-giljabi explain declare-volumes',
    '    docker-giljabi explain docker run -p 8080:80 nginx:1.28-alpine',
  ].join('\n'),
  severities: { error: '오류', warning: '경고', information: '정보', hint: '힌트', off: '꺼짐' },
  cure: (title: string) => `고치기: ${title}`,
  relatedLine: (line: number, message: string) => `${line}행: ${message}`,
  summary: (files: number, { error, warning, information, hint }: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>) => {
    const parts = [error && `오류 ${error}개`, warning && `경고 ${warning}개`, information && `정보 ${information}개`, hint && `힌트 ${hint}개`].filter((part) => part !== 0);
    return parts.length === 0 ? `파일 ${files}개에서 고칠 곳을 찾지 못했습니다.` : `파일 ${files}개에서 ${parts.join(', ')}를 찾았습니다.`;
  },
  badOption: (option: string) => `‘${option}’ 옵션은 없습니다. docker-giljabi help로 쓸 수 있는 옵션을 보세요.`,
  badValue: (option: string, value: string, known: readonly string[]) => `${option}에 ‘${value}’ 값은 쓸 수 없습니다. ${known.join(', ')} 가운데에서 고르세요.`,
  unknownLanguage: (file: string) =>
    `‘${file}’ 파일이 컴포즈 파일인지 Dockerfile인지 알 수 없습니다. --as compose, --as dockerfile, --as dockerignore, --as dotenv, --as shell, --as markdown 가운데 하나를 적으세요.`,
  unreadable: {
    unreadable: (file: string) => `‘${file}’ 파일을 읽을 수 없습니다. 경로와 권한을 확인하세요.`,
    binary: (file: string) => `‘${file}’ 파일은 글자로 된 파일이 아닙니다.`,
    'too-large': (file: string) => `‘${file}’ 파일이 너무 큽니다. 5MB까지 읽습니다.`,
    'not-utf-8': (file: string) => `‘${file}’ 파일을 UTF-8로 읽을 수 없습니다.`,
  },
  notUtf8: '파일이 UTF-8로 저장되어 있지 않습니다. 편집기에서 인코딩을 UTF-8로 바꾸어 다시 저장하세요.',
  ruleFailed: (rule: string, message: string) => `‘${rule}’ 규칙을 건너뛰었습니다. ${message}`,
  config: {
    onePlace: '폴더는 하나만 적을 수 있습니다. 여러 개를 합치려면 컴포즈 파일을 차례로 적으세요.',
    noFile: (place: string) => `‘${place}’ 폴더에 컴포즈 파일이 없습니다. compose.yaml 파일이 있는 폴더를 적으세요.`,
    problem,
    warning,
  },
  newProject: {
    mall: '쇼핑몰',
    purposes: { 개발: 'development', 운영: 'production' } as Readonly<Record<string, string>>,
    labels: { frontend: '화면', backend: 'API', proxy: '프록시', database: '데이터베이스', cache: '캐시', purpose: '쓰임새', comments: '주석', file: '컴포즈 파일' },
    words: {
      next: 'Next.js',
      vite: 'React + Vite',
      'spring-gradle': 'Spring Boot (Gradle)',
      'spring-maven': 'Spring Boot (Maven)',
      express: 'Node.js (Express)',
      development: '개발',
      production: '운영',
      none: '없음',
      why: '줄마다 왜',
      short: '짧게',
    } as Readonly<Record<string, string>>,
    heading: (isDry: boolean) => (isDry ? '쓸 파일입니다. 아직 아무것도 쓰지 않았습니다.' : '쓴 파일입니다.'),
    kinds: { new: '새로 만듦 ', adds: '줄 더하기 ', exists: '그대로 둠 ', overwritten: '새로 씀   ' },
    kept: (paths: readonly string[]) => `이미 있어서 그대로 둔 파일이 있습니다. 새로 쓰려면 이 옵션을 붙여 다시 실행하세요: ${paths.map((it) => `--force ${it}`).join(' ')}`,
    noFolder: (folder: string) => `‘${folder}’ 경로는 폴더가 아닙니다. 만들 폴더의 경로를 적으세요.`,
    oneFolder: '폴더는 하나만 적을 수 있습니다.',
    badStack: (stack: string, known: readonly string[]) => `‘${stack}’ 스택은 없습니다. mall, 쇼핑몰, 또는 ${known.join(', ')} 가운데에서 +로 이어 적으세요.`,
    unusable: {
      'nothing-chosen': '고른 것이 모두 없음입니다. 화면, API, 데이터베이스, 캐시 가운데 하나는 고르세요.',
      'proxy-to-nobody': '프록시가 요청을 넘길 곳이 없습니다. 화면이나 API를 함께 고르세요.',
    },
    notWritten: (file: string) => `‘${file}’ 파일은 쓸 파일에 없습니다. --dry-run으로 쓸 파일을 먼저 보세요.`,
    writeFailed: (file: string) => `‘${file}’ 파일을 쓰지 못했습니다. 폴더의 권한을 확인하고 다시 실행하세요. 그 앞의 파일은 이미 썼습니다.`,
  },
  explainUsage: '무엇을 설명할지 적어 주세요. 예: docker-giljabi explain COPY --from',
  unknownCommand: (name: string) => `‘${name}’ 명령은 없습니다. docker-giljabi help로 쓸 수 있는 명령을 보세요.`,
  notFound: (words: string, candidates: readonly string[]) =>
    candidates.length > 0
      ? `‘${words}’에 맞는 설명이 여럿입니다. 하나를 골라 다시 적으세요.\n${candidates.map((it) => `  ${it}`).join('\n')}`
      : `‘${words}’ 설명을 찾지 못했습니다.`,
  failed: (message: string) => `실행하지 못했습니다. ${message}`,
};

function problem(it: Problem): string {
  switch (it.kind) {
    case 'no-file':
      return '컴포즈 파일이 없습니다.';
    case 'missing-file':
      return `‘${it.path}’ 파일이 없습니다. 경로를 확인하세요.`;
    case 'no-mapping':
      return '컴포즈 파일이 비어 있거나 키로 시작하지 않습니다.';
    case 'unreadable':
      return '파일을 YAML로 읽을 수 없습니다.';
    case 'invalid-template':
      return `‘${it.text}’ 부분을 변수로 읽을 수 없습니다. 글자 $를 쓰려면 $$로 적으세요.`;
    case 'required-variable':
      return `‘${it.name}’ 변수에 값이 없습니다. ${it.message}`.trimEnd();
    case 'unknown-service':
      return it.path === undefined ? `‘${it.service}’ 서비스가 없습니다.` : `‘${it.path}’ 파일에 ‘${it.service}’ 서비스가 없습니다.`;
    case 'extends-cycle':
      return `‘${it.service}’ 서비스의 extends가 돌아서 자기 자신으로 옵니다.`;
    case 'include-cycle':
      return `‘${it.path}’ 파일의 include가 돌아서 자기 자신으로 옵니다.`;
    case 'undefined':
      return `‘${it.service}’ 서비스가 쓰는 ‘${it.name}’ 이름이 ${it.section} 아래에 없습니다.`;
    case 'inactive':
      return `‘${it.service}’ 서비스에 필요한 ‘${it.name}’ 서비스가 꺼져 있습니다. --profile로 그 서비스의 프로파일을 켜세요.`;
    case 'folder':
      return `‘${it.path}’ 경로에는 파일이 아니라 폴더가 있습니다.`;
    case 'no-source':
      return `‘${it.service}’ 서비스에 image도 build도 없습니다. 둘 가운데 하나를 적으세요.`;
    case 'bad-dotenv':
      return '이 줄부터 환경 변수 파일로 읽을 수 없습니다.';
    case 'bad-name':
      return `‘${it.name}’ 이름은 프로젝트 이름으로 쓸 수 없습니다. 영어 소문자, 숫자, -, _만 쓰고 소문자나 숫자로 시작하세요.`;
  }
}

function warning(it: Warning): string {
  switch (it.kind) {
    case 'unset-variable':
      return `‘${it.name}’ 변수에 값이 없어 빈 글자로 바뀝니다.`;
    case 'boolean-spelling':
      return `‘${it.text}’ 대신 ${it.instead}로 적으세요.`;
    case 'obsolete-version':
      return 'version은 이제 쓰이지 않습니다. 지우세요.';
    case 'several-files':
      return `컴포즈 파일이 여러 개 있습니다. ‘${it.taken}’ 파일을 읽습니다.`;
  }
}
