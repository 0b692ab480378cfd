import { compose } from '../../core/example.ts';
import { placed, replace } from '../../core/rule.ts';
import { child, textOf } from '../facts.ts';
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
    const used = model.services.flatMap((service) => portsOf(service).map(({ published }) => published));
    for (const service of model.services) {
      const { node } = service;
      const count = Number(textOf(scalarAt(node, 'scale')) || textOf(scalarAt(child(node, 'deploy'), 'replicas')));
      if (!(count > 1) || child(node, 'network_mode')) continue;
      for (const { published, short } of portsOf(service)) {
        if (!published || !/^\d+$/.test(published.text)) continue;
        const [first, last] = [Number(published.text), Number(published.text) + count - 1];
        const isFree = last <= 65535 && used.every((other) => other === published || !other || Number.parseInt(other.text, 10) < first || Number.parseInt(other.text, 10) > last);
        const range = `${first}-${last}`;
        const fixes = short && isFree && count <= 100 ? [{ title: ko.range(range), edits: [replace(published.span, range)] }] : [];
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
  return model.services.some(({ node }) => SWARM_KEYS.some((key) => child(child(node, 'deploy'), key)));
}
