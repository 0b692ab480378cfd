import { compose } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { syntaxProblem } from '../syntax.ts';

const ko = {
  open: (quote: string) => `따옴표(\`${quote}\`)가 열리고 닫히지 않았습니다. 값의 끝에 \`${quote}\` 따옴표를 적으세요.`,
  close: '줄 끝에 따옴표 넣기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '따옴표를 닫으세요',
    what: '따옴표로 시작한 값에 닫는 따옴표가 없습니다.',
    why: 'YAML은 닫는 따옴표가 나올 때까지 모든 줄을 값으로 읽습니다. 그래서 오류가 훨씬 아래 줄이나 파일 끝에서 납니다.',
    how: '시작한 것과 같은 따옴표로 값을 닫으세요.',
  },
  also: ['Y010'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'unclosed-quote') return;
    const quote = problem.text.slice(0, 1);
    const isPlain = !/[,\]}#]/.test(problem.text);
    yield { at: problem.span, message: ko.open(quote), ...(isPlain && { fixes: [{ title: ko.close, edits: [insert(problem.span.end, quote)] }] }) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80
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
              - "8080:80"
      `,
    },
  ],
};
