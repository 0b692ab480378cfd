import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { gatheredLists } from '../gathered.ts';
import { rangeOf } from '../grammar/ports.ts';
import type { Service } from '../model.ts';
import { canRunTogether, isNetworked } from '../networks.ts';
import type { ComposeRule } from '../rule.ts';
import { type Port, portsOf } from '../services.ts';

const ko = {
  again: (port: string, other: string) => `호스트의 \`${port}\` 포트를 \`${other}\` 서비스도 씁니다. 포트 하나는 컨테이너 하나만 쓸 수 있으니 한쪽의 왼쪽 포트를 바꾸세요.`,
  first: '같은 포트를 먼저 쓴 곳입니다.',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '호스트 포트는 한 번만 쓰세요',
    what: '두 서비스가 내 컴퓨터의 같은 포트를 쓰려고 합니다.',
    why: '포트 하나에는 프로그램 하나만 연결됩니다. 나중에 시작하는 컨테이너가 `port is already allocated` 오류로 시작하지 못합니다.',
    how: '`"8081:80"`처럼 왼쪽 포트를 다르게 적으세요. 오른쪽은 그대로 두어도 됩니다.',
  },
  also: ['C303', 'dclint:no-duplicate-exported-ports'],
  href: 'https://docs.docker.com/reference/compose-file/services/#ports',

  *file(model) {
    // By the single port, so that many services cost no more than they are; ranges are few.
    const taken = new Map<string, Taken[]>();
    const ranges: Taken[] = [];
    for (const { service, answer } of publishing(model)) {
      for (const { port, published } of answer) {
        const isRange = published.text.includes('-');
        const same = taken.get(published.text);
        const isOther = (it: Taken) => it.service !== service && canRunTogether(it.service, service) && clash(it.port, port);
        const other = (isRange ? [...taken.values()].flat() : (same ?? [])).find(isOther) ?? ranges.find(isOther);
        if (isRange) ranges.push({ service, port });
        else if (same) same.push({ service, port });
        else taken.set(published.text, [{ service, port }]);
        if (!other?.port.published) continue;
        const found = placed(service.start, { at: published.span, message: ko.again(published.text, other.service.name) });
        yield { ...found, related: [{ at: shift(other.port.published.span, other.service.start), message: ko.first }] };
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
          admin:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
        #        ^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
              - "53:53/udp"
          admin:
            image: nginx:1.28-alpine
            ports:
              - "127.0.0.1:8081:80"
              - "53:53/tcp"
      `,
    },
  ],
};

interface Taken {
  readonly service: Service;
  readonly port: Port;
}

/** The same protocol, an address in common, a port in common. A range of host ports for one container port leaves a choice. */
function clash(a: Port, b: Port): boolean {
  const [left, right] = [rangeOf(a.published?.text ?? ''), rangeOf(b.published?.text ?? '')];
  if (!left || !right || a.protocol.toLowerCase() !== b.protocol.toLowerCase()) return false;
  const anywhere = (port: Port) => !port.address || port.address.text === '' || port.address.text === '0.0.0.0';
  if (!anywhere(a) && !anywhere(b) && a.address?.text !== b.address?.text) return false;
  if ([a, b].some((port) => port.address?.text.includes('$'))) return false;
  const isChoice = (port: Port) => (port.published?.text.includes('-') ?? false) && !port.target.text.includes('-');
  return !isChoice(a) && !isChoice(b) && left.first <= right.last && right.first <= left.last;
}

const publishing = gatheredLists((service) =>
  isNetworked(service)
    ? portsOf(service).flatMap((port) => (port.published && /^\d+(?:-\d+)?$/.test(port.published.text) && port.published.text !== '0' ? [{ port, published: port.published }] : []))
    : [],
);
