import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  space: (name: string) => `\`${name}\` 이름과 \`=\` 사이에 띄어쓰기가 있습니다. \`${name}=값\`처럼 붙여 적으세요.`,
  glue: '띄어쓰기 없애기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`이름=값`은 띄지 말고 적으세요',
    what: '`environment` 목록의 항목에서 `=` 앞에 띄어쓰기가 있습니다.',
    why: '띄어쓰기도 이름의 일부로 읽히므로 컴포즈가 `is declared with a trailing space` 오류를 냅니다.',
    how: '`- TZ=Asia/Seoul`처럼 `=` 앞뒤를 붙여 적으세요.',
  },
  also: ['C130'],
  href: 'https://docs.docker.com/reference/compose-file/services/#environment',

  *part(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'bad-format') continue;
      const { format, node, problem } = misfit;
      if (!['variable'].includes(format)) continue;
      const { raw } = node;
      const equals = raw.text.indexOf('=');
      const name = raw.text.slice(0, equals).trimEnd();
      const value = raw.text.slice(equals + 1);
      const gap = { start: raw.span.start + name.length, end: raw.span.start + equals + 1 + (value.length - value.trimStart().length) };
      yield { at: problem.span, message: ko.space(name), fixes: [{ title: ko.glue, edits: [replace(gap, '=')], safe: true }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            environment:
              - TZ = Asia/Seoul
        #       ^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            environment:
              - TZ=Asia/Seoul
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            environment:
              - TZ=Asia/Seoul
              - GREETING=a = b
      `,
    },
  ],
};
