import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { syntaxProblem } from '../syntax.ts';

const ko = {
  colon: '한글 입력 상태에서 적은 전각 콜론(`：`)입니다. 보통 콜론(`:`)과 띄어쓰기로 바꾸세요.',
  space: '보통 띄어쓰기가 아닌 특수한 공백입니다. 지우고 띄어쓰기로 다시 적으세요.',
  change: '보통 글자로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '문장 부호와 공백은 반각으로 적으세요',
    what: '모양은 비슷하지만 다른 글자인 전각 콜론(`：`)이나 특수한 공백이 있습니다.',
    why: '한글 입력기나 웹 페이지에서 복사한 글에 섞여 들어옵니다. YAML은 `:`와 보통 띄어쓰기만 알아보므로 파일을 읽지 못합니다.',
    how: '영문 입력 상태에서 `:`와 띄어쓰기를 다시 적으세요.',
  },
  also: ['Y007'],
  href: 'https://yaml.org/spec/1.2.2/',

  *unreadable(block) {
    const problem = syntaxProblem(block);
    if (problem?.kind !== 'wide-sign') return;
    const isColon = problem.text === '：';
    const { text } = block;
    const put = isColon ? (/^\s/.test(text.slice(problem.span.end)) ? ':' : ': ') : ' '.repeat(problem.text.length);
    yield { at: problem.span, message: isColon ? ko.colon : ko.space, fixes: [{ title: ko.change, edits: [replace(problem.span, put)], safe: true }] };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image： nginx
        #        ^
            restart: always
      `,
      fixed: compose`
        services:
          web:
            image: nginx
            restart: always
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
