import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import { booleanOf } from '../grammar/booleans.ts';
import type { ComposeRule } from '../rule.ts';
import { kindOf } from '../scalars.ts';
import { hasVariable, scalarsOf } from '../walk.ts';

const ko = {
  word: (word: string, value: boolean) => `\`${word}\` 대신 \`${value}\` 값을 적으세요. 지금의 YAML은 \`yes\`, \`no\`, \`on\`, \`off\`를 글자로 읽습니다.`,
  change: (value: boolean) => `\`${value}\` 값으로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '참·거짓은 `true`와 `false`로 적으세요',
    what: '참·거짓을 받는 키에 `yes`나 `on` 같은 말이 적혀 있습니다.',
    why: 'YAML 1.2에서 이 말들은 글자입니다. 컴포즈가 알아듣기는 하지만 경고를 냅니다.',
    how: '`true`나 `false`로 바꾸세요.',
  },
  also: ['Y012'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *part(part) {
    for (const { node, shape } of scalarsOf(part)) {
      if (shape.format !== 'boolean' || kindOf(node) !== 'string' || hasVariable(node)) continue;
      const found = booleanOf(textOf(node));
      if (found && !found.plain)
        yield {
          at: node.span,
          message: ko.word(textOf(node), found.value),
          fixes: [{ title: ko.change(found.value), edits: [replace(node.span, String(found.value))], safe: true }],
        };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            tty: yes
        #        ^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            tty: true
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            tty: true
            environment:
              DEBUG: "yes"
      `,
    },
  ],
};
