import { compose } from '../../core/example.ts';
import { type Fix, insert, replace } from '../../core/rule.ts';
import { child, textOf } from '../facts.ts';
import type { Scalar } from '../file.ts';
import type { Service } from '../model.ts';
import type { ComposeRule } from '../rule.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  upper: (word: string) => `\`${word}\` 대신 대문자로 \`${word.toUpperCase()}\`라고 적어야 합니다. \`test\` 목록은 \`CMD\`, \`CMD-SHELL\`, \`NONE\` 가운데 하나로 시작합니다.`,
  toUpper: '대문자로 바꾸기',
  first: (word: string) => `\`test\` 목록은 \`CMD\`, \`CMD-SHELL\`, \`NONE\` 가운데 하나로 시작해야 합니다. \`${word}\` 앞에 \`"CMD"\`를 넣으세요.`,
  add: '`"CMD"` 넣기',
  join: '`"CMD-SHELL"` 넣기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '헬스체크 목록은 `CMD`로 시작하세요',
    what: '`healthcheck.test`를 목록으로 적으면서 첫 항목에 명령을 바로 적었습니다.',
    why: '첫 항목은 명령을 어떻게 실행할지 정합니다. 없으면 컴포즈가 `healthcheck.test must start either by "CMD", "CMD-SHELL" or "NONE"` 오류를 냅니다.',
    how: '프로그램을 바로 실행하려면 `["CMD", "curl", "-f", "http://localhost"]`, 셸 문장이라면 `["CMD-SHELL", "curl -f http://localhost || exit 1"]`로 적으세요.',
  },
  also: ['C117'],
  href: 'https://docs.docker.com/reference/compose-file/services/#healthcheck',

  *service(service) {
    const test = child(child(service.node, 'healthcheck'), 'test');
    const first = test?.kind === 'sequence' ? test.items[0] : undefined;
    if (test?.kind !== 'sequence' || first?.kind !== 'scalar' || hasVariable(first)) return;
    const text = textOf(first);
    if (/^(?:CMD|CMD-SHELL|NONE)$/.test(text)) return;
    if (/^(?:CMD|CMD-SHELL|NONE)$/i.test(text)) {
      yield { at: first.span, message: ko.upper(text), fixes: [{ title: ko.toUpper, edits: [replace(first.raw.span, text.toUpperCase())], safe: true }] };
      return;
    }
    const isShell = test.items.length === 1 && /\s/.test(text);
    yield { at: first.span, message: ko.first(text), fixes: fixesFor(service, first, test.flow, isShell) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            healthcheck:
              test: ["curl", "-f", "http://localhost"]
        #            ^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost"]
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            healthcheck:
              test:
                - curl -f http://localhost || exit 1
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            healthcheck:
              test:
                - CMD-SHELL
                - curl -f http://localhost || exit 1
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            healthcheck:
              test: curl -f http://localhost || exit 1
      `,
    },
  ],
};

/** The word that is missing, in front of the list; in a block list as a line of its own. */
function fixesFor({ block, alone }: Service, first: Scalar, isFlow: boolean, isShell: boolean): Fix[] {
  const word = isShell ? 'CMD-SHELL' : 'CMD';
  const title = isShell ? ko.join : ko.add;
  const at = first.span.start;
  if (isFlow) return [{ title, edits: [insert(at, `"${word}", `)] }];
  const line = block.text.lastIndexOf('\n', at - 1) + 1;
  const dash = block.text.slice(line, at);
  return alone && /^ *- +$/.test(dash) ? [{ title, edits: [insert(line, `${dash}${word}\n`)] }] : [];
}
