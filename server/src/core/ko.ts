/** Korean sentences about a concrete place, shared by the languages. */
export const ko = {
  registry: (host: string) => `이 이미지는 \`${host}\` 레지스트리에서 받습니다.`,
  namespace: (name: string) => (name === 'library' ? '`library`는 Docker Hub 공식 이미지의 네임스페이스이며 보통 생략합니다.' : `\`${name}\` 계정이나 조직이 올린 이미지입니다.`),
  unknownImage: (image: string, onHub: boolean) =>
    onHub ? `\`${image}\` 이미지는 Docker Hub에서 찾습니다. 먼저 로컬에 같은 이름의 이미지가 있으면 그것을 씁니다.` : `\`${image}\` 이미지의 이름입니다.`,
  noTag: (image: string) => `태그가 없어 \`${image}:latest\`로 처리됩니다. 버전 태그를 적으세요.`,
  latest: (image: string) => `\`${image}:latest\` 태그는 받는 날마다 다른 버전일 수 있습니다.`,
  tag: (image: string, tag: string, { version, variant }: { version?: string; variant?: string }) => {
    if (version && variant) return `\`${image}\` 이미지의 버전 \`${version}\`, 변형 \`${variant}\`입니다.`;
    if (version) return `\`${image}\` 이미지의 버전 \`${version}\`입니다.`;
    return `\`${image}\` 이미지의 \`${tag}\` 태그입니다.`;
  },
  program: (name: string) => `\`${name}\` 프로그램은 이 명령을 실행하는 컨테이너 안에 들어 있어야 합니다. 없으면 \`not found\` 오류가 납니다.`,
  programArgument: (word: string, name: string) => `\`${word}\` 부분은 \`${name}\` 프로그램에 넘기는 인수입니다.`,
  milliseconds: (count: number) => `${count}밀리초`,
  time: (hours: number, minutes: number, seconds: number) => [hours && `${hours}시간`, minutes && `${minutes}분`, seconds && `${seconds}초`].filter(Boolean).join(' ') || '0초',
  portOpen: (address: string | undefined, host: string, container: string) =>
    address
      ? `호스트의 \`${address}\` 주소 \`${host}\`번 포트로 온 연결을 컨테이너의 \`${container}\`번 포트로 넘깁니다.`
      : `호스트의 모든 주소에서 \`${host}\`번 포트로 온 연결을 컨테이너의 \`${container}\`번 포트로 넘깁니다.`,
  portRandom: (container: string) => `호스트 포트를 적지 않아 비어 있는 포트 하나를 도커가 골라 컨테이너의 \`${container}\`번 포트에 연결합니다.`,
  portFlag: (mapping: string) => `\`docker run -p ${mapping}\` 옵션과 같은 일을 합니다.`,
  portItem: (mapping: string) => `컴포즈 파일에서는 \`ports:\` 아래에 \`- "${mapping}"\` 줄로 적습니다.`,
  browser: (port: string) => `브라우저에서는 \`http://localhost${port === '80' ? '' : `:${port}`}\` 주소로 엽니다.`,
  namedVolume: (name: string, target: string) => `\`${name}\` 볼륨을 컨테이너의 \`${target}\` 경로에 붙입니다. 컨테이너를 지워도 데이터가 남습니다.`,
  bindMount: (path: string, target: string) => `호스트의 \`${path}\` 경로를 컨테이너의 \`${target}\` 경로에 그대로 연결합니다.`,
  anonymousVolume: (target: string) => `이름이 없는 볼륨을 \`${target}\` 경로에 붙입니다. \`docker compose down\` 뒤에 다시 쓰기 어렵습니다.`,
};
