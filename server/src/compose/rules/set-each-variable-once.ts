import { compose } from '../../core/example.ts';
import { child } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { type EnvironmentVariable, variablesUnder } from '../services.ts';

const ko = {
  again: (name: string) => `\`${name}\` 변수를 두 번 적었습니다. 나중 값만 쓰이니 하나를 지우세요.`,
  first: '먼저 적은 값은 쓰이지 않습니다.',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '변수는 한 번만 적으세요',
    what: '`environment` 목록에 같은 이름의 변수가 두 번 있습니다.',
    why: '목록에서는 이름이 같아도 오류가 나지 않고 나중 값이 앞의 값을 말없이 덮습니다.',
    how: '쓰지 않을 줄을 지우세요.',
  },
  also: ['C133'],
  href: 'https://docs.docker.com/reference/compose-file/services/#environment',

  *service({ node }) {
    if (child(node, 'environment')?.kind !== 'sequence') return;
    const seen = new Map<string, EnvironmentVariable>();
    for (const variable of variablesUnder(node)) {
      const first = seen.get(variable.name.text);
      if (first && !variable.name.text.includes('$'))
        yield { at: variable.name.span, message: ko.again(variable.name.text), related: [{ at: first.name.span, message: ko.first }] };
      else seen.set(variable.name.text, variable);
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              - SPRING_PROFILES_ACTIVE=dev
              - SPRING_PROFILES_ACTIVE=prod
        #       ^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              - SPRING_PROFILES_ACTIVE=dev
              - SPRING_PROFILES_DEFAULT=prod
      `,
    },
  ],
};
