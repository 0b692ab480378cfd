import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  second: '`---` 뒤의 내용은 새 파일처럼 읽혀 앞의 내용 위에 덮어씌워집니다. 한 파일로 합치려면 `---`를 지우고, 나누려면 다른 파일에 적으세요.',
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '컴포즈 파일에는 문서를 하나만 적으세요',
    what: '`---`로 나뉜 두 번째 YAML 문서가 있습니다.',
    why: '컴포즈는 여러 문서를 여러 파일처럼 차례로 합칩니다. 같은 서비스가 뒤에 또 있으면 앞의 설정이 말없이 바뀌고, 많은 도구는 첫 문서만 읽습니다.',
    how: '`---`를 지우고 `services:` 아래에 함께 적거나, `compose.override.yaml`로 나누세요.',
  },
  also: ['Y017'],
  href: 'https://docs.docker.com/reference/compose-file/merge/',

  *block({ documents, text }) {
    const [first, ...others] = documents.filter((document) => document !== undefined);
    if (!first) return;
    for (const document of others) {
      const mark = text.lastIndexOf('---', document.span.start);
      if (mark >= 0) yield { at: { start: mark, end: mark + 3 }, message: ko.second };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
        ---
        ^^^
        services:
          web:
            image: nginx:1.29-alpine
      `,
    },
    {
      good: compose`
        ---
        services:
          web:
            image: nginx:1.28-alpine
      `,
    },
  ],
};
