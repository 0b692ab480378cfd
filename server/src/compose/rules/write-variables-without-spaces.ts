import { compose } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { badFormats } from '../bad-formats.ts';
import { textOf } from '../facts.ts';
import type { Scalar } from '../file.ts';
import { environmentEntry } from '../grammar/entries.ts';
import type { ComposeRule } from '../rule.ts';
import { hasVariable, scalarsOf } from '../walk.ts';

const ko = {
  before: (name: string) => `\`${name}\` 이름과 \`=\` 사이에 띄어쓰기가 있습니다. \`${name}=값\`처럼 붙여 적으세요.`,
  behind: (name: string) => `\`${name}\` 이름 뒤에 띄어쓰기가 있습니다. 띄어쓰기를 지우세요.`,
  after: (name: string, value: string) => `\`=\` 뒤의 띄어쓰기도 값이 되어 \`${name}\` 변수에 \`"${value}"\` 값이 들어갑니다. \`${name}=${value.trimStart()}\`처럼 붙여 적으세요.`,
  glue: '띄어쓰기 지우기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`이름=값`은 띄지 말고 적으세요',
    what: '변수 목록의 항목에서 `=` 앞이나 뒤에 띄어쓰기가 있습니다.',
    why: '`=` 앞의 띄어쓰기는 이름의 일부가 되어 컴포즈가 `is declared with a trailing space` 오류를 냅니다. 뒤의 띄어쓰기는 오류 없이 값의 일부가 됩니다.',
    how: '`- TZ=Asia/Seoul`처럼 `=` 앞뒤를 붙여 적으세요.',
  },
  also: ['C130'],
  href: 'https://docs.docker.com/reference/compose-file/services/#environment',

  *part(part) {
    for (const { node, problem, text } of badFormats(part, 'variable', 'argument')) {
      const name = environmentEntry(text).name.text.trimEnd();
      yield { at: problem.span, message: problem.reason === 'space-before-equals' ? ko.before(name) : ko.behind(name), fixes: glued(node) };
    }
    for (const { node, shape } of scalarsOf(part)) {
      if ((shape.format !== 'variable' && shape.format !== 'argument') || node.style !== 'plain' || hasVariable(node)) continue;
      const { name, value } = environmentEntry(textOf(node));
      const gap = /^\s+/.exec(value?.text ?? '')?.[0].length ?? 0;
      if (!value || gap === 0 || /\s$/.test(name.text)) continue;
      const at = { start: node.raw.span.start + value.from, end: node.raw.span.start + value.from + gap };
      yield { at, message: ko.after(name.text, value.text), severity: 'warning', fixes: glued(node) };
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
        #         ^
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
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - MYSQL_DATABASE= shop
        #                      ^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              - MYSQL_DATABASE=shop
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
              - "PREFIX= >"
      `,
    },
  ],
};

/** The same item without spaces around its first `=`. A value that begins with a space works as it is written, so nobody but its writer may change it. */
function glued({ raw, style }: Scalar): Fix[] {
  const gap = /^([^=]*?)(\s*=\s*|\s+$)/.exec(raw.text);
  if (!gap || style === 'block') return [];
  const [, name = '', sign = ''] = gap;
  const start = raw.span.start + name.length;
  return [{ title: ko.glue, edits: [replace({ start, end: start + sign.length }, sign.includes('=') ? '=' : '')] }];
}
