/** What Compose's and Docker's own variables do, where they stand in the project's `.env`. https://docs.docker.com/compose/how-tos/environment-variables/envvars/ */
const KNOWN: Readonly<Record<string, string>> = {
  COMPOSE_PROJECT_NAME: '컴포즈가 읽는 변수입니다. 프로젝트 이름을 정합니다. 컨테이너, 네트워크, 볼륨의 이름이 이 이름으로 시작합니다. 적지 않으면 폴더 이름을 씁니다.',
  COMPOSE_FILE: '컴포즈가 읽는 변수입니다. 어느 컴포즈 파일을 읽을지 정합니다. 여럿이면 macOS와 리눅스에서는 `:`, 윈도우에서는 `;`로 나눕니다.',
  COMPOSE_PATH_SEPARATOR: '컴포즈가 읽는 변수입니다. `COMPOSE_FILE`에 적은 파일 이름들을 나누는 글자를 정합니다.',
  COMPOSE_PROFILES: '컴포즈가 읽는 변수입니다. 켤 프로필을 쉼표로 나누어 적습니다. `--profile` 옵션과 같은 일을 합니다.',
  COMPOSE_IGNORE_ORPHANS: '컴포즈가 읽는 변수입니다. `true`이면 컴포즈 파일에 없는 서비스의 컨테이너가 남아 있어도 알리지 않습니다.',
  COMPOSE_REMOVE_ORPHANS: '컴포즈가 읽는 변수입니다. `true`이면 컴포즈 파일에서 지운 서비스의 컨테이너도 함께 지웁니다. `--remove-orphans` 옵션과 같습니다.',
  COMPOSE_CONVERT_WINDOWS_PATHS: '컴포즈가 읽는 변수입니다. `true`이면 볼륨에 적은 윈도우 경로를 리눅스 경로로 바꿉니다.',
  COMPOSE_PARALLEL_LIMIT: '컴포즈가 읽는 변수입니다. 한 번에 몇 가지 일을 함께 할지 정합니다. `--parallel` 옵션과 같습니다.',
  COMPOSE_ANSI: '컴포즈가 읽는 변수입니다. 출력에 색과 움직이는 줄을 쓸지 `never`, `always`, `auto` 가운데에서 고릅니다.',
  COMPOSE_BAKE: '컴포즈가 읽는 변수입니다. `true`이면 여러 이미지를 Bake로 한꺼번에 빌드합니다.',
};

/** Korean sentences about a concrete place in an env file. */
export const ko = {
  known: (name: string): string | undefined => (Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined),
  holds: (name: string, value: string) =>
    value === ''
      ? `\`${name}\` 변수는 빈 값이 됩니다.`
      : value.includes('\n')
        ? `\`${name}\` 변수는 ${value.split('\n').length}줄짜리 값을 가집니다.`
        : `\`${name}\` 변수는 ${code(value)} 값을 가집니다.`,
  hidden: (name: string, length: number) => `\`${name}\` 변수는 ${length}자짜리 값을 가집니다. 비밀로 보여 가렸습니다.`,
  setAbove: (name: string, line: number, value: string | undefined) =>
    `${line}행에서 정한 \`${name}\` 변수의 값이 들어갑니다.${value === undefined ? '' : ` 지금은 ${code(value)} 값입니다.`}`,
  fromShell: (name: string) => `\`${name}\` 변수는 이 파일의 앞줄에 없습니다. 셸에도 없으면 빈 글자가 들어갑니다.`,
};

/** Any text as code in Markdown. */
const code = (text: string): string => (text === '' ? '(빈 글자)' : text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);
