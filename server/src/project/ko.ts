/** Korean lines about the files of a stack together. */
export const ko = {
  reaches: (service: string, file: string) => `\`${file}\` 파일의 \`${service}\` 서비스에 접속합니다.`,
  listens: (service: string, ports: readonly string[]) => `\`${service}\` 컨테이너는 ${ports.map((port) => `\`${port}\``).join(', ')} 포트를 엽니다.`,
  shares: (networks: readonly string[]) => `둘은 ${networks.map((it) => `\`${it}\``).join(', ')} 네트워크를 함께 씁니다.`,
  apart: '둘이 함께 쓰는 네트워크가 없어 지금은 이름을 찾지 못합니다.',
};
