import { shell } from '../../core/example.ts';
import type { Span, Word } from '../../core/text.ts';
import { mainName, makesContainer, usesOf } from '../flags.ts';
import { bare, isLiteral } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  number: (text: string) => `\`${text}\` 부분은 포트 번호가 아닙니다. 1부터 65535까지의 숫자를 적으세요.`,
  none: (text: string) => `\`${text}\` 값에 컨테이너의 포트가 없습니다. \`호스트포트:컨테이너포트\` 형식으로 적으세요.`,
  address: (text: string) => `\`${text}\` 자리에는 IP 주소가 옵니다. 포트는 \`호스트포트:컨테이너포트\` 두 개만 적으세요.`,
  protocol: (text: string) => `\`${text}\` 프로토콜은 쓸 수 없습니다. \`tcp\`나 \`udp\`로 적으세요.`,
};

export const rule: CommandRule = {
  severity: 'error',
  lesson: {
    title: '`-p`에는 올바른 포트를 적으세요',
    what: '`-p` 옵션의 값을 포트로 읽을 수 없습니다.',
    why: '도커는 포트가 1부터 65535까지의 숫자가 아니거나 형식이 틀리면 컨테이너를 만들지 않습니다.',
    how: '`8080:80`, `127.0.0.1:8080:80`, `53:53/udp`처럼 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/container/run/#publish',

  *line(line) {
    if (!makesContainer(line) && mainName(line) !== 'docker compose run') return;
    for (const { value } of usesOf(line, 'publish')) {
      const wrong = value && isLiteral(value) && /^[\w[:"']/.test(value.text) ? wrongPart(value) : undefined;
      if (wrong) yield wrong;
    }
  },

  examples: [
    {
      bad: shell`
        docker run -d -p 80800:80 nginx:1.28-alpine
        #                ^^^^^
      `,
    },
    {
      bad: shell`
        docker run -d -p 80:80:80 nginx:1.28-alpine
        #                ^^
      `,
    },
    {
      bad: shell`
        docker run -d -p 8080: nginx:1.28-alpine
        #                ^^^^^
      `,
    },
    {
      good: shell`
        docker run -p 80 -p 127.0.0.1:8080:80 -p [::1]:81:81 -p 3000-3001:3000-3001/tcp -p "$PORT:80" nginx:1.28-alpine
        docker run -p <호스트 포트>:80 nginx:1.28-alpine
      `,
    },
  ],
};

/** The first part that Docker refuses. */
function wrongPart(value: Word): { readonly at: Span; readonly message: string } | undefined {
  const text = bare(value);
  const [, address, host, container = '', protocol] = /^(?:(\[[^\]]*\]|[^:]*):(?=[^:]*:))?(?:([^:]*):)?([^:/]*)(?:\/(.*))?$/.exec(text) ?? [];
  // A form with more colons, or none that we know: left alone.
  if (container === '' && host === undefined) return undefined;
  const quote = /^["']/.test(value.text) ? 1 : 0;
  const place = (part: string, from: number) => ({ start: value.span.start + quote + from, end: value.span.start + quote + from + part.length });
  const hostAt = address === undefined ? 0 : address.length + 1;
  if (value.span.end - value.span.start !== text.length) return undefined;
  if (address !== undefined && address !== '' && !/^\[.*\]$|^\d+\.\d+\.\d+\.\d+$/.test(address)) return { at: place(address, 0), message: ko.address(address) };
  if (host !== undefined && host !== '' && !isPort(host)) return { at: place(host, hostAt), message: ko.number(host) };
  if (container === '') return { at: value.span, message: ko.none(text) };
  if (!isPort(container)) return { at: place(container, hostAt + (host === undefined ? 0 : host.length + 1)), message: ko.number(container) };
  if (protocol !== undefined && !/^(?:tcp|udp|sctp)$/i.test(protocol)) return { at: place(protocol, text.length - protocol.length), message: ko.protocol(protocol) };
  return undefined;
}

const isPort = (text: string): boolean => /^\d{1,5}(?:-\d{1,5})?$/.test(text) && text.split('-').every((it) => Number(it) <= 65535);
