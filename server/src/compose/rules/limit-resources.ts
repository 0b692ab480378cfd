import { compose } from '../../core/example.ts';
import { child, textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  none: (name: string) => `\`${name}\` 서비스가 쓸 메모리에 한도가 없습니다. \`mem_limit: 512m\`처럼 한도를 적으세요.`,
};

export const rule: ComposeRule = {
  severity: 'off',
  lesson: {
    title: '컨테이너가 쓸 메모리를 제한하세요',
    what: '서비스에 메모리 한도가 없습니다.',
    why: '한도가 없으면 컨테이너 하나가 메모리를 모두 써서 다른 컨테이너와 내 컴퓨터까지 느려질 수 있습니다.',
    how: '`mem_limit`이나 `deploy.resources.limits.memory`를 적으세요. 앱이 평소 쓰는 양보다 넉넉하게 잡으세요.',
  },
  also: ['C904'],
  href: 'https://docs.docker.com/engine/containers/resource_constraints/',

  *service({ node, name, key }) {
    if (!node || child(node, 'extends') || child(node, 'provider') || child(node, 'mem_limit')) return;
    const limits = child(child(child(node, 'deploy'), 'resources'), 'limits');
    if (textOf(child(limits, 'memory')) === '') yield { at: key.raw.span, message: ko.none(name) };
  },

  examples: [
    {
      bad: compose`
        services:
          api:
        # ^^^
            image: eclipse-temurin:21-jre
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            mem_limit: 512m
          web:
            image: nginx:1.28-alpine
            deploy:
              resources:
                limits:
                  memory: 128m
      `,
    },
  ],
};
