import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { spacedPort } from '../claims.ts';
import type { ComposeRule } from '../rule.ts';
import { misfitsOf } from '../walk.ts';

const ko = {
  space: (text: string) => `콜론 뒤의 띄어쓰기 때문에 포트가 아니라 \`이름: 값\`으로 읽힙니다. \`"${text}"\`처럼 붙여 적으세요.`,
  glue: '붙여 적기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '포트의 콜론 뒤는 띄지 마세요',
    what: '`ports` 항목의 콜론 뒤에 띄어쓰기가 있습니다.',
    why: 'YAML에서 콜론 뒤의 띄어쓰기는 키와 값을 나눈다는 뜻입니다. 포트가 매핑이 되어 컴포즈가 `non-string key` 오류를 냅니다.',
    how: '`- "8080:80"`처럼 붙이고 따옴표로 감싸세요.',
  },
  also: ['C302'],
  href: 'https://docs.docker.com/reference/compose-file/services/#ports',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      const mapping = spacedPort(misfit);
      const [entry] = mapping?.entries ?? [];
      if (!mapping || !entry) continue;
      const right = entry.value?.kind === 'scalar' ? entry.value : undefined;
      const text = `${entry.key.raw.text}:${right?.raw.text ?? ''}`;
      const at = { start: entry.key.span.start, end: (right ?? entry.key).span.end };
      const fixes = right && !mapping.flow ? [{ title: ko.glue, edits: [replace(at, `"${text}"`)], safe: true as const }] : [];
      yield { at, message: ko.space(text), fixes };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - 8080: 80
        #       ^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - target: 80
                published: "8080"
      `,
    },
  ],
};
