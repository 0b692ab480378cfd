/** Why a key stands in a compose file that was made from a docker run line, by key. */
const WHY: Readonly<Record<string, string>> = {
  image: '이 이미지로 컨테이너를 만듭니다',
  container_name: '--name: 컨테이너의 이름입니다. 서비스끼리는 서비스 이름으로 부릅니다',
  ports: '-p: 왼쪽이 내 컴퓨터, 오른쪽이 컨테이너의 포트입니다',
  environment: '-e: 컨테이너에 넣는 환경 변수입니다',
  env_file: '--env-file: 환경 변수를 적은 파일입니다',
  volumes: '-v: 왼쪽의 볼륨이나 폴더를 오른쪽 경로에 연결합니다',
  networks: '--network: 같은 네트워크의 컨테이너를 이름으로 부릅니다',
  network_mode: '--network: 컴포즈의 기본 네트워크 대신 씁니다',
  restart: '--restart: 컨테이너가 끝났을 때 다시 켤지 정합니다',
  command: '이미지 이름 뒤에 적은 명령입니다',
  entrypoint: '--entrypoint: 이미지가 정한 시작 명령을 바꿉니다',
  stdin_open: '-i: 표준 입력을 열어 둡니다',
  tty: '-t: 터미널을 붙입니다',
  healthcheck: '--health-cmd: 앱이 살아 있는지 확인하는 명령입니다',
  user: '-u: 실행할 사용자입니다',
  working_dir: '-w: 명령을 실행할 폴더입니다',
  mem_limit: '-m: 쓸 수 있는 메모리입니다',
  privileged: '--privileged: 호스트의 거의 모든 권한을 줍니다. 꼭 필요할 때만 쓰세요',
  extra_hosts: '--add-host: 이름과 주소를 짝지어 줍니다',
};

/** Why a flag has no place in a compose file, by its long name. */
const LOST: Readonly<Record<string, string>> = {
  detach: '파일이 아니라 명령에 적습니다: docker compose up -d',
  rm: '파일에는 없습니다. 치울 때 docker compose down을 쓰거나 docker compose run --rm으로 실행하세요',
  link: '필요 없습니다. 같은 파일의 서비스는 서로를 서비스 이름으로 부릅니다',
  'publish-all': '컴포즈에는 없습니다. 열 포트를 ports에 하나씩 적으세요',
  attach: '파일이 아니라 명령에 적습니다: docker compose up --attach',
  'sig-proxy': '터미널에서 실행할 때만 쓰는 옵션입니다',
  'detach-keys': '터미널에서 실행할 때만 쓰는 옵션입니다',
  quiet: '명령이 무엇을 보여 줄지 정하는 옵션입니다: docker compose up --quiet-pull',
  cidfile: '컴포즈에는 없습니다. 컨테이너의 ID는 docker compose ps -q로 봅니다',
  'cpuset-mems': '컴포즈에 같은 키가 없습니다',
  'io-maxbandwidth': 'Windows 컨테이너의 옵션이고 컴포즈에 같은 키가 없습니다',
  'io-maxiops': 'Windows 컨테이너의 옵션이고 컴포즈에 같은 키가 없습니다',
  'kernel-memory': '도커에서 없어진 옵션입니다',
  'disable-content-trust': '컴포즈에 같은 키가 없습니다',
  help: '도움말을 보는 옵션입니다',
};

/** Korean words of what is made from a docker run line. */
export const ko = {
  why: (key: string): string | undefined => (Object.hasOwn(WHY, key) ? WHY[key] : undefined),
  /** The line over flags that were not taken over. */
  lostHead: '컴포즈 파일로 옮기지 않은 옵션입니다.',
  lost: (written: string, name: string): string =>
    `${written}: ${(Object.hasOwn(LOST, name) ? LOST[name] : undefined) ?? '컴포즈 파일에 옮길 자리를 찾지 못했습니다. 뜻을 확인하고 직접 옮기세요'}`,
  unknown: (written: string): string => `${written}: docker run에 없는 옵션입니다`,
  computed: (written: string): string => `${written}: 컴포즈는 셸의 $(…) 명령을 실행하지 않습니다. 결과를 직접 적으세요`,
  unreadable: (written: string): string => `${written}: 값을 읽지 못했습니다. 직접 옮기세요`,
  onHost: (written: string): string => `${written}: 호스트 네트워크에서는 도커가 버리는 옵션입니다`,
  noNetwork: (written: string): string => `${written}: 이 네트워크에서는 쓸 수 없는 옵션입니다`,
  takenName: (written: string): string => `${written}: 이 이름을 쓰는 서비스가 이미 있습니다`,
  volume: '처음 올릴 때 새로 만듭니다. 이미 만든 볼륨의 데이터를 쓰려면 아래에 external: true를 적으세요',
  network: '처음 올릴 때 새로 만듭니다. 이미 만든 네트워크를 쓰려면 아래에 external: true를 적으세요',
  command: (line: string): string => `${line} 명령을 옮겼습니다.`,
};
