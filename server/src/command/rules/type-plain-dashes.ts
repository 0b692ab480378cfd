import { shell } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { Word } from '../../core/text.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  dash: (written: string, right: string) => `\`${written}\` 앞의 긴 줄표는 키보드의 줄표가 아니어서 옵션으로 읽히지 않습니다. \`${right}\` 옵션으로 고쳐 적으세요.`,
  write: (right: string) => `\`${right}\` 옵션으로 바꾸기`,
};

const DASHES = /^[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]+(?=[a-z])|^-[\u2010-\u2015\u2212]+(?=[a-z])|^[\u2010-\u2015\u2212]-(?=[a-z])/i;

export const rule: CommandRule = {
  severity: 'warning',
  lesson: {
    title: '옵션 앞에는 키보드의 줄표를 쓰세요',
    what: '옵션 앞의 줄표가 `-`가 아니라 모양이 비슷한 긴 줄표(–, —)입니다.',
    why: '블로그나 문서 편집기는 `--`를 긴 줄표 하나로 바꾸어 보여 주곤 합니다. 그대로 복사하면 도커는 옵션이 아니라 이미지나 컨테이너의 이름으로 읽습니다.',
    how: '키보드의 `-`로 다시 적으세요. 한 글자 옵션은 `-d`, 긴 옵션은 `--name`입니다.',
  },
  also: [],

  *line({ command: { words } }) {
    for (const word of words.slice(1)) {
      const right = plain(word);
      if (right === undefined) continue;
      const written = word.text.replace(/=.*$/s, '');
      const at = { start: word.span.start, end: word.span.start + written.length };
      yield { at, message: ko.dash(written, right), fixes: [{ title: ko.write(right), edits: [replace(at, right)], safe: true }] };
    }
  },

  examples: [
    {
      bad: shell`
        docker run –d —name web nginx:1.28-alpine
        #          ^^ ^^^^^
      `,
      fixed: shell`
        docker run -d —name web nginx:1.28-alpine
      `,
    },
    {
      good: shell`
        docker run -d --name web nginx:1.28-alpine
        docker run alpine:3.22 echo "a – b"
      `,
    },
  ],
};

/** The flag as it is typed: one dash before a single letter, or before letters of single flags; two before a name. */
function plain({ text, span }: Word): string | undefined {
  const dashes = DASHES.exec(text)?.[0];
  // A quoted word says what it says.
  if (dashes === undefined || span.end - span.start !== text.length) return undefined;
  const name = text.slice(dashes.length).replace(/=.*$/s, '');
  if (!/^[a-z][\w-]*$/i.test(name)) return undefined;
  return name.length === 1 || /^(?:it|ti|dit|itd|id|aq|qa|af|fa)$/.test(name) ? `-${name}` : `--${name}`;
}
