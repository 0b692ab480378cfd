import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { cyclesOf } from '../cycles.ts';
import { linking } from '../links.ts';
import type { ComposeRule } from '../rule.ts';
import { servicesByName } from '../services.ts';
import { weight } from '../undefined-names.ts';

const ko = {
  self: (name: string) => `\`${name}\` 서비스가 자기 자신을 기다립니다. 이 줄을 지우세요.`,
  circle: (names: readonly string[]) =>
    `${[...names, names[0]].map((name) => `\`${name}\``).join(' → ')} 서비스가 서로를 기다려서 아무것도 시작할 수 없습니다. 이 가운데 한 줄을 지우세요.`,
  waits: (name: string, other: string) => `\`${name}\` 서비스는 \`${other}\` 서비스를 기다립니다.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '서비스가 서로를 기다리지 않게 하세요',
    what: '`depends_on`, `links`, `network_mode: service:…` 같은 키가 돌고 돌아 처음 서비스로 되돌아옵니다.',
    why: '컴포즈는 기다리는 순서대로 컨테이너를 시작합니다. 순서를 정할 수 없으면 `dependency cycle detected` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '먼저 떠 있어야 하는 쪽을 정하고, 반대쪽의 `depends_on` 줄을 지우세요. 서로 통신하는 데에는 `depends_on`이 필요하지 않습니다.',
  },
  also: ['C206', 'C207'],
  href: 'https://docs.docker.com/reference/compose-file/services/#depends_on',

  *file(model) {
    const all = servicesByName(model);
    const linked = linking(model).filter(({ service }) => all.get(service.name) === service);
    const byName = new Map(linked.map(({ service, answer }) => [service.name, { service, links: answer.filter(({ key }) => key !== 'additional_contexts') }]));
    const graph = new Map([...byName].map(([name, { links }]) => [name, links.map(({ text }) => text)]));
    for (const circle of cyclesOf(graph)) {
      const steps = circle.flatMap((name, i) => {
        const from = byName.get(name);
        const to = circle[(i + 1) % circle.length] ?? '';
        const link = from?.links.find(({ text }) => text === to);
        return from && link ? [{ name, to, service: from.service, start: from.service.start, span: link.span }] : [];
      });
      const [first, ...rest] = steps;
      if (!first) continue;
      const related = rest.map(({ name, to, start, span }) => ({ at: shift(span, start), message: ko.waits(name, to) }));
      yield {
        ...placed(first.start, { at: first.span, message: circle.length === 1 ? ko.self(first.name) : ko.circle(circle), ...weight(...steps.map(({ service }) => service)) }),
        ...(related.length > 0 && { related }),
      };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            depends_on:
              - api
        #       ^^^
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              - db
          db:
            image: mysql:8.4
            links:
              - web
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            depends_on: [web]
        #                ^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            depends_on: [api, db]
          api:
            image: eclipse-temurin:21-jre
            depends_on: [db]
          db:
            image: mysql:8.4
      `,
    },
  ],
};
