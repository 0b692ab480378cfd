import { compose } from '../../core/example.ts';
import { remembered } from '../../core/remember.ts';
import { placed, replace } from '../../core/rule.ts';
import type { Word } from '../../core/text.ts';
import { child, textOf } from '../facts.ts';
import { gathered, gatheredLists, servicesThat } from '../gathered.ts';
import type { ComposeModel } from '../model.ts';
import type { ComposeRule } from '../rule.ts';
import { portsOf, scalarAt } from '../services.ts';

const ko = {
  taken: (port: string, count: number) => `컨테이너 ${count}개가 호스트 포트 \`${port}\` 하나를 나눠 쓸 수 없어 둘째부터 시작하지 못합니다. 왼쪽을 범위로 적거나 지우세요.`,
  range: (range: string) => `\`${range}\` 범위로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '여러 개를 띄울 서비스의 호스트 포트를 고정하지 마세요',
    what: '`scale`이나 `deploy.replicas`로 컨테이너를 둘 이상 만들면서 호스트 포트를 하나로 정했습니다.',
    why: '내 컴퓨터의 포트 하나는 컨테이너 하나만 쓸 수 있습니다. 둘째 컨테이너는 `port is already allocated` 오류를 냅니다.',
    how: '`"8080-8082:80"`처럼 개수만큼 범위를 주거나, 왼쪽을 지우고 앞에 nginx 같은 리버스 프록시를 두세요.',
  },
  also: ['C123'],
  href: 'https://docs.docker.com/reference/compose-file/services/#ports',

  *file(model) {
    // Docker Swarm spreads one port over all replicas.
    if (isForSwarm(model)) return;
    for (const { service, answer: count } of scaled(model)) {
      for (const { published, short } of portsOf(service)) {
        if (!published || !/^\d+$/.test(published.text)) continue;
        const [first, last] = [Number(published.text), Number(published.text) + count - 1];
        const isFree = count <= 100 && last <= 65535 && isAlone(published, first, last, usedPorts(model));
        const range = `${first}-${last}`;
        const fixes = short && isFree ? [{ title: ko.range(range), edits: [replace(published.span, range)] }] : [];
        yield placed(service.start, { at: published.span, message: ko.taken(published.text, count), fixes });
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            build: .
            ports:
              - "8080:8080"
        #        ^^^^
            deploy:
              replicas: 3
      `,
      fixed: compose`
        services:
          api:
            build: .
            ports:
              - "8080-8082:8080"
            deploy:
              replicas: 3
      `,
    },
    {
      good: compose`
        services:
          api:
            build: .
            ports:
              - "8080"
            scale: 3
      `,
    },
  ],
};

const SWARM_KEYS = ['placement', 'update_config', 'rollback_config', 'endpoint_mode', 'mode'];

function isForSwarm(model: ComposeModel): boolean {
  if (model.resources.networks.some(({ value }) => textOf(child(value, 'driver')) === 'overlay')) return true;
  return forSwarm(model).length > 0;
}

const forSwarm = servicesThat(({ node }) => SWARM_KEYS.some((key) => child(child(node, 'deploy'), key)));

/** How many containers of a service there are, where they are more than one. */
const scaled = gathered((service) => {
  const { node } = service;
  const count = Number(textOf(scalarAt(node, 'scale')) || textOf(scalarAt(child(node, 'deploy'), 'replicas')));
  return count > 1 && !child(node, 'network_mode') && portsOf(service).length > 0 ? count : undefined;
});

const published = gatheredLists((service) =>
  portsOf(service).flatMap((port) => (port.published ? [{ word: port.published, first: Number.parseInt(port.published.text, 10) }] : [])),
);

/** Host ports by number, a range by its first one. */
const usedPorts = remembered((model: ComposeModel): ReadonlyMap<number, readonly Word[]> => {
  const found = new Map<number, Word[]>();
  for (const { answer } of published(model)) {
    for (const { word, first } of answer) {
      const there = found.get(first);
      if (there) there.push(word);
      else found.set(first, [word]);
    }
  }
  return found;
});

/** Whether no other port lies between two numbers, which are not far from each other. */
function isAlone(port: Word, first: number, last: number, used: ReadonlyMap<number, readonly Word[]>): boolean {
  for (let number = first; number <= last; number++) if (used.get(number)?.some((other) => other !== port)) return false;
  return true;
}
