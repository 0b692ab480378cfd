import type { PortFact } from '../../compose/stack-facts.ts';
import { compose } from '../../core/example.ts';
import { nameOf } from '../paths.ts';
import type { StackRule } from '../rule.ts';

const ko = {
  added: (service: string, host: string, container: string, first: string, file: string) =>
    `\`ports\`는 바뀌지 않고 더해지므로 \`${service}\` 서비스의 \`${container}\` 포트는 \`${file}\` 파일의 \`${first}\` 포트와 여기의 \`${host}\` 포트에 함께 열립니다. 바꾸려면 \`ports: !override\`를 적으세요.`,
  clash: (service: string, host: string, file: string) =>
    `\`ports\`는 바뀌지 않고 더해지므로 \`${service}\` 서비스는 \`${file}\` 파일에서 쓴 호스트의 \`${host}\` 포트를 한 번 더 열려다 시작하지 못합니다. 바꾸려면 \`ports: !override\`를 적으세요.`,
  base: '여기에 적은 포트도 그대로 남습니다.',
};

export const rule: StackRule = {
  severity: 'information',
  scope: 'project',
  lesson: {
    title: '오버라이드 파일의 `ports`는 더해진다는 것을 알아 두세요',
    what: '오버라이드 파일이 기본 컴포즈 파일과 같은 포트를 `ports`에 다르게 적었습니다.',
    why: '컴포즈는 두 파일을 합칠 때 `ports` 목록을 바꾸지 않고 이어 붙입니다. 그래서 앞의 포트도 계속 열려 있고, 같은 호스트 포트를 두 번 적으면 `port is already allocated` 오류가 납니다.',
    how: '앞의 목록을 버리고 새로 적으려면 `ports: !override`처럼 태그를 붙이세요. 둘 다 열려던 것이라면 그대로 두어도 됩니다.',
  },
  also: ['X124'],
  href: 'https://docs.docker.com/reference/compose-file/merge/',

  *check(stack) {
    for (const { name, parts } of stack.services) {
      for (const [i, { uri, facts }] of parts.entries()) {
        if (!/\.override\.ya?ml$/i.test(nameOf(uri)) || facts.tagged.includes('ports')) continue;
        const before = parts.slice(0, i).filter((it) => it.uri !== uri);
        for (const port of facts.ports) {
          const all = before.flatMap((it) => it.facts.ports.map((own) => ({ uri: it.uri, own })));
          const clash = all.find(({ own }) => isPlain(own, port) && own.host?.text === port.host?.text && own.container.text !== port.container.text);
          const other =
            clash ??
            (all.some(({ own }) => own.host?.text === port.host?.text) ? undefined : all.find(({ own }) => isPlain(own, port) && own.container.text === port.container.text));
          if (!other?.own.host || !port.host) continue;
          const file = nameOf(other.uri);
          yield {
            at: { uri, fact: port.host },
            message: clash ? ko.clash(name, port.host.text, file) : ko.added(name, port.host.text, port.container.text, other.own.host.text, file),
            ...(clash && { severity: 'warning' as const }),
            related: [{ at: { uri: other.uri, fact: other.own.host }, message: ko.base }],
          };
        }
      }
    }
  },

  examples: [
    {
      file: 'compose.override.yaml',
      around: { 'compose.yaml': 'services:\n  web:\n    image: nginx:1.28-alpine\n    ports:\n      - "80:80"\n' },
      bad: compose`
        services:
          web:
            ports:
              - "8080:80"
        #        ^^^^
      `,
    },
    {
      file: 'compose.override.yaml',
      around: { 'compose.yaml': 'services:\n  web:\n    image: nginx:1.28-alpine\n    ports:\n      - "80:80"\n' },
      good: compose`
        services:
          web:
            ports: !override
              - "8080:80"
      `,
    },
  ],
};

/** Both say plainly which single port they publish on every address of the host. */
const isPlain = (a: PortFact, b: PortFact): boolean =>
  [a, b].every(({ host, container, address }) => address === '' && /^\d+$/.test(host?.text ?? '') && /^\d+$/.test(container.text)) && a.protocol === b.protocol;
