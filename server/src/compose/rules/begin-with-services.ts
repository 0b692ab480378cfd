import { compose } from '../../core/example.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  empty: '컴포즈 파일이 비어 있습니다. `services:` 아래에 실행할 서비스를 적으세요.',
  noMapping: '컴포즈 파일은 `services:`처럼 `이름:` 줄로 시작해야 합니다. 들여쓰기와 콜론을 확인하세요.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '컴포즈 파일을 `services:`로 시작하세요',
    what: '파일에 내용이 없거나, 맨 바깥이 `이름: 값` 형식이 아닙니다.',
    why: '컴포즈는 `empty compose file`이나 `top-level object must be a mapping` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '맨 왼쪽에 `services:`를 적고, 그 아래에 서비스 이름과 `image`를 들여 써서 적으세요.',
  },
  also: ['C103'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *file(model) {
    if (model.heads.length > 0 || model.parts.length > 0) return;
    const document = model.file.blocks
      .flatMap(({ start, block }) => block.documents.map((node) => ({ node, start })))
      .find(({ node }) => node && !(node.kind === 'mapping' && node.entries.length === 0));
    if (document?.node) yield { at: { start: document.start + document.node.span.start, end: document.start + document.node.span.end }, message: ko.noMapping };
    else yield { at: { start: 0, end: 0 }, message: ko.empty };
  },

  examples: [
    {
      bad: compose`
        - nginx
        ^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
      `,
    },
  ],
};
