import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { textOf } from '../facts.ts';
import type { Service } from '../model.ts';
import type { ComposeRule } from '../rule.ts';
import { profilesOf, scalarAt, servicesWith } from '../services.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  again: (name: string, other: string) => `\`${other}\` 서비스도 \`${name}\`이라는 컨테이너 이름을 씁니다. 둘 가운데 하나의 이름을 바꾸세요.`,
  first: (name: string) => `\`${name}\` 이름을 먼저 쓴 곳입니다.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '컨테이너 이름을 서비스마다 다르게 지으세요',
    what: '두 서비스의 `container_name`이 같습니다.',
    why: '한 도커 안에서 컨테이너 이름은 하나뿐이어야 합니다. 두 번째 컨테이너를 만들 때 `container name is already in use` 오류가 납니다.',
    how: '이름을 서로 다르게 짓거나, `container_name`을 지워서 컴포즈가 이름을 짓게 하세요.',
  },
  also: ['C208', 'dclint:no-duplicate-container-names'],
  href: 'https://docs.docker.com/reference/compose-file/services/#container_name',

  *file(model) {
    const seen = new Map<string, Service[]>();
    for (const service of servicesWith(model, 'container_name')) {
      const name = scalarAt(service.node, 'container_name');
      if (!name || textOf(name) === '' || hasVariable(name)) continue;
      const others = seen.get(textOf(name)) ?? [];
      const other = others.find((it) => canRunTogether(it, service));
      seen.set(textOf(name), [...others, service]);
      const first = other && scalarAt(other.node, 'container_name');
      if (!other || !first) continue;
      yield {
        ...placed(service.start, { at: name.raw.span, message: ko.again(textOf(name), other.name) }),
        related: [{ at: shift(first.raw.span, other.start), message: ko.first(textOf(name)) }],
      };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            container_name: shop
          web:
            image: nginx:1.28-alpine
            container_name: shop
        #                   ^^^^
      `,
    },
    {
      good: compose`
        services:
          api-dev:
            image: eclipse-temurin:21-jdk
            container_name: api
            profiles: [dev]
          api-prod:
            image: eclipse-temurin:21-jre
            container_name: api
            profiles: [prod]
      `,
    },
  ],
};

/** Services of different profiles are made to replace each other. */
function canRunTogether(a: Service, b: Service): boolean {
  const [left, right] = [profilesOf(a), profilesOf(b)];
  return left.length === 0 || right.length === 0 || left.some((profile) => right.includes(profile));
}
