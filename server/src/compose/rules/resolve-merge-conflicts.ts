import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';
import { syntaxProblem } from '../syntax.ts';

const ko = {
  left: '깃(Git)이 남긴 충돌 표시입니다. 두 내용 가운데 남길 것을 고르고 이 표시 줄들을 지우세요.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '깃 충돌 표시를 지우세요',
    what: '`<<<<<<<`, `=======`, `>>>>>>>` 줄이 파일에 남아 있습니다.',
    why: '깃이 두 변경을 합치지 못했을 때 적어 두는 표시입니다. YAML이 아니므로 컴포즈가 파일을 읽지 못합니다.',
    how: '남길 내용만 두고 표시 줄 세 개를 모두 지우세요.',
  },
  also: ['Y011'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'conflict-marker') return;
    yield { at: problem.span, message: ko.left };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
        <<<<<<< HEAD
        ^^^^^^^^^^^^
            image: nginx:1.28-alpine
        =======
            image: nginx:1.27-alpine
        >>>>>>> feature
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
