import { dockerignore } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { piecesOf } from '../glob.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  caret: (written: string) => `\`${written}\` 묶음은 ‘이 글자가 아닌 것’이 아니라 느낌표까지 넣은 글자 묶음입니다. \`[^…]\`로 적으세요.`,
  change: '`[!`를 `[^`로 바꾸기',
};

export const rule: DockerignoreRule = {
  severity: 'warning',
  lesson: {
    title: '‘이 글자가 아닌 것’은 `[^…]`로 적으세요',
    what: '대괄호가 `[!`로 시작합니다.',
    why: '`.gitignore`와 셸에서 `[!a]`는 `a`가 아닌 글자이지만, 여기서는 느낌표와 `a` 가운데 한 글자입니다. 뜻과 거의 반대의 파일이 빠집니다.',
    how: '`[^a]`처럼 `^`를 쓰세요.',
  },
  also: [],
  href: 'https://pkg.go.dev/path/filepath#Match',

  *pattern({ body: { text, span } }) {
    for (const piece of piecesOf(text).pieces) {
      if (piece.kind !== 'class' || text[piece.from + 1] !== '!' || piece.ranges.length < 2) continue;
      const at = { start: span.start + piece.from, end: span.start + piece.to };
      const mark = { start: at.start + 1, end: at.start + 2 };
      yield { at, message: ko.caret(text.slice(piece.from, piece.to)), fixes: [{ title: ko.change, edits: [replace(mark, '^')] }] };
    }
  },

  examples: [
    {
      bad: dockerignore`
        config/[!p]*.yaml
               ^^^^
      `,
      fixed: dockerignore`
        config/[^p]*.yaml
      `,
    },
    {
      good: dockerignore`
        config/[^p]*.yaml
        wow[!]
      `,
    },
  ],
};
