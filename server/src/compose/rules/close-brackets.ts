import { compose } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { syntaxProblem } from '../syntax.ts';

const ko = {
  open: (open: string, close: string) => `괄호(\`${open}\`)가 열리고 닫히지 않았습니다. 값의 끝에 \`${close}\` 괄호를 적으세요.`,
  close: '줄 끝에 괄호 넣기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '괄호를 닫으세요',
    what: '`[`나 `{`로 시작한 값에 닫는 괄호가 없습니다.',
    why: 'YAML은 닫는 괄호가 나올 때까지 다음 줄도 괄호 안의 내용으로 읽습니다. 그래서 오류가 아래 줄에서 납니다.',
    how: '`[`는 `]`로, `{`는 `}`로 닫으세요.',
  },
  also: ['Y001'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'unclosed-bracket') return;
    const open = problem.text.slice(0, 1);
    const close = open === '[' ? ']' : '}';
    const fixes = problem.text.includes('#') || /[,:]$/.test(problem.text) ? [] : [{ title: ko.close, edits: [insert(problem.span.end, close)] }];
    yield { at: problem.span, message: ko.open(open, close), fixes };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            command: ["nginx", "-g", "daemon off;"
        #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            restart: always
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            command: ["nginx", "-g", "daemon off;"]
            restart: always
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            command: [
              "nginx",
              "-g", "daemon off;",
            ]
      `,
    },
  ],
};
