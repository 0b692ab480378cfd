import type { ChoiceName, Choices } from '../../server/host/protocol.ts';

const words: { readonly [K in ChoiceName]: Readonly<Partial<Record<Choices[K], string>>> } = {
  frontend: { next: 'Next.js', vite: 'React + Vite', none: '화면 없음' },
  backend: { 'spring-gradle': 'Spring Boot (Gradle)', 'spring-maven': 'Spring Boot (Maven)', express: 'Node.js (Express)', none: 'API 없음' },
  proxy: { nginx: 'nginx', none: '프록시 없음' },
  database: { mysql: 'MySQL', mariadb: 'MariaDB', postgres: 'PostgreSQL', none: '데이터베이스 없음' },
  cache: { redis: 'Redis', none: '캐시 없음' },
  purpose: { development: '개발: 데이터베이스를 내 컴퓨터에 열고, 고칠 때마다 다시 빌드', production: '운영: 메모리 제한, 로그 정리, 인터넷과 끊은 네트워크' },
  comments: { why: '줄마다 왜 그런지', short: '헷갈리는 곳만 짧게', none: '주석 없음' },
  file: { 'docker-compose.yml': 'docker-compose.yml', 'compose.yaml': 'compose.yaml' },
};

/** Korean words of the editor's own surfaces. */
export const ko = {
  name: '도커 길잡이',
  searchLessons: '찾을 낱말을 적으세요. 예: 볼륨, COPY --from, deamon',
  noLesson: '이 항목의 설명을 찾지 못했습니다.',
  newProject: {
    title: '새 도커 프로젝트',
    steps: '네 단계로 실행하기',
    folder: '어느 폴더에 만들까요?',
    openFolder: '먼저 프로젝트를 만들 폴더를 여세요.',
    open: '폴더 열기',
    asSuggested: '추천대로 만들기',
    oneByOne: '하나씩 고르기',
    oneByOneDetail: '화면, API, 프록시, 데이터베이스, 캐시, 쓰임새, 주석, 파일 이름을 차례로 고릅니다.',
    nothingElse: '빈 폴더에 바로 실행할 수 있는 예제를 함께 만듭니다.',
    found: (role: string, folder: string) => `‘${folder || '.'}’ 폴더의 ${role === 'frontend' ? '화면' : 'API'} 프로젝트에 도커 파일을 더합니다.`,
    suggested: '추천',
    files: '쓸 파일을 확인하고 Enter를 누르세요. 오른쪽 단추로 내용을 미리 봅니다.',
    look: '내용 미리 보기',
    kinds: { new: '새로 만듦', adds: '이미 있음: 끝에 줄을 더함', exists: '이미 있음: 고르면 새로 씀' },
    labels: {
      frontend: '화면은 무엇으로 만들까요?',
      backend: 'API는 무엇으로 만들까요?',
      proxy: '요청을 나누어 줄 프록시를 둘까요?',
      database: '데이터베이스는 무엇을 쓸까요?',
      cache: '캐시를 둘까요?',
      purpose: '어디에 쓸까요?',
      comments: '파일에 설명을 얼마나 적을까요?',
      file: '컴포즈 파일의 이름은 무엇으로 할까요?',
    },
    words,
    noAnswer: '프로젝트를 만들지 못했습니다. 폴더가 열려 있는지 확인하고 다시 실행하세요.',
    notWritten: '파일을 쓰지 못했습니다. 폴더의 권한을 확인하고 다시 실행하세요.',
    unusable: {
      'nothing-chosen': '고른 것이 모두 없음입니다. 화면, API, 데이터베이스, 캐시 가운데 하나는 고르세요.',
      'proxy-to-nobody': '프록시가 요청을 넘길 곳이 없습니다. 화면이나 API를 함께 고르세요.',
    },
  },
  explainCommand: { title: 'docker 명령 설명', prompt: '뜻을 알고 싶은 docker 명령을 적거나 붙여 넣으세요.', example: '예: docker run -d -p 8080:80 nginx:1.28-alpine' },
  lens: '이 명령 설명 보기',
  /** What a task runs, in the list of tasks. */
  steps: {
    image: 'docker build -t 이름:1.0 . — Dockerfile로 이미지를 만듭니다',
    build: 'docker compose build — 컴포즈 파일의 build가 있는 서비스마다 이미지를 만듭니다',
    up: 'docker compose up -d — 모든 서비스의 컨테이너를 만들어 백그라운드로 띄웁니다',
    ps: 'docker compose ps — 떠 있는 컨테이너와 열린 포트를 봅니다',
    logs: 'docker compose logs -f --tail 100 — 로그를 이어서 봅니다. Ctrl+C로 나오며 컨테이너는 계속 돕니다',
    down: 'docker compose down — 컨테이너와 네트워크를 지웁니다. 볼륨의 데이터는 남습니다',
  },
  noProblem: '이 줄에는 도커 길잡이가 찾은 문제가 없습니다.',
};
