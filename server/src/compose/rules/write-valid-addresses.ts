import { compose } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { type BadFormat, badFormats } from '../bad-formats.ts';
import { firstOf } from '../grammar/addresses.ts';
import type { ComposeRule } from '../rule.ts';

const FORMATS = ['address', 'ipv4', 'ipv6', 'network', 'hardware'] as const;

type AddressFormat = (typeof FORMATS)[number];

const ko = {
  empty: (key: string) => `\`${key}\` 값이 비어 있습니다. \`172.28.0.10\` 같은 IP 주소를 적으세요.`,
  'not-an-address': (key: string, text: string) => `\`${key}\`에 적은 \`${text}\` 값은 IP 주소가 아닙니다. \`172.28.0.10\` 같은 주소를 적으세요.`,
  'wrong-family': (key: string, text: string) => `\`${key}\`에 적은 \`${text}\` 값은 다른 종류의 IP 주소입니다. IPv4는 \`ipv4_address\`에, IPv6는 \`ipv6_address\`에 적으세요.`,
  'not-a-network': (key: string, text: string) => `\`${key}\`에 적은 \`${text}\` 값은 주소 범위가 아닙니다. \`172.28.0.0/16\`처럼 주소와 길이를 \`/\`로 이어 적으세요.`,
  'host-bits': (key: string, text: string) => `\`${key}\`에는 범위의 첫 주소를 적어야 합니다. \`${text}\` 값을 \`${firstOf(text)}\` 값으로 고치세요.`,
  'not-hardware': (key: string, text: string) => `\`${key}\`에 적은 \`${text}\` 값은 MAC 주소가 아닙니다. \`02:42:ac:11:00:02\`처럼 두 자리씩 여섯 번 적으세요.`,
  change: (value: string) => `\`${value}\`로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '주소 자리에는 IP 주소를 적으세요',
    what: 'IP 주소나 주소 범위를 받는 키에 주소로 읽을 수 없는 값이 적혀 있습니다.',
    why: '`docker compose config`는 통과하지만 네트워크나 컨테이너를 만들 때 `invalid IPv4 address`나 `invalid subnet` 같은 오류가 납니다.',
    how: '주소는 `172.28.0.10`, 범위는 `172.28.0.0/16`처럼 적으세요. 서비스끼리는 IP 주소 없이 서비스 이름으로 부를 수 있습니다.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/networks/#ipam',

  *misfits(part) {
    for (const found of badFormats(part, ...FORMATS)) {
      const { problem, key, path, text } = found;
      const name = problem.format === 'address' && path.at(-2) === 'aux_addresses' ? 'aux_addresses' : key;
      yield { at: problem.span, message: ko[problem.reason](name, text), fixes: fixesFor(found) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
        networks:
          default:
            ipam:
              config:
                - subnet: 172.28.0.1/16
        #                 ^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
        networks:
          default:
            ipam:
              config:
                - subnet: 172.28.0.0/16
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            dns: dns.google
        #        ^^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            dns: 8.8.8.8
            networks:
              front:
                ipv4_address: 172.28.0.10
        networks:
          front:
            ipam:
              config:
                - subnet: 172.28.0.0/16
                  gateway: 172.28.0.1
      `,
    },
  ],
};

function fixesFor({ problem: { reason, span }, text }: BadFormat<AddressFormat>): Fix[] {
  return reason === 'host-bits' ? [{ title: ko.change(firstOf(text)), edits: [replace(span, firstOf(text))], safe: true }] : [];
}
