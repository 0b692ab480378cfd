import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { syntaxProblem } from '../syntax.ts';

const ko = {
  tab: '들여쓰기에 탭이 들어 있습니다. 탭을 지우고 띄어쓰기로 들여 쓰세요.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '들여쓰기는 띄어쓰기로 하세요',
    what: '줄의 앞에 탭 문자가 있습니다. 화면에서는 띄어쓰기와 똑같아 보입니다.',
    why: 'YAML은 들여쓰기에 탭을 허락하지 않습니다. 컴포즈는 `found character that cannot start any token` 오류를 냅니다.',
    how: '탭을 지우고 바로 위 단계보다 두 칸 더 띄어 쓰세요. 편집기에서 탭 키가 띄어쓰기를 넣게 해 두면 다시 생기지 않습니다.',
  },
  also: ['Y002'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'tab') return;
    yield { at: problem.span, message: ko.tab };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
        	image: nginx:1.28-alpine
        ^
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
