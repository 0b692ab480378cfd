import { dockerignore } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { piecesOf } from '../glob.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  backslash: '`\\`는 디렉터리를 나누지 않고 다음 글자의 뜻만 바꾸므로, 이 줄은 뜻한 파일을 찾지 못합니다. `/`로 나누세요.',
  change: '`\\`를 `/`로 바꾸기',
};

export const rule: DockerignoreRule = {
  severity: 'warning',
  lesson: {
    title: '디렉터리는 `/`로 나누세요',
    what: '경로를 윈도우처럼 `\\`로 나누었습니다.',
    why: '이 파일에서 `\\`는 다음 글자를 그대로 읽게 하는 기호입니다. 리눅스나 macOS에서 빌드하면 이 줄에 맞는 파일이 없어, 빼려던 것이 그대로 들어갑니다.',
    how: '윈도우에서도 `src/dist`처럼 `/`로 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/build/concepts/context/#syntax',

  *pattern({ body }) {
    if (!/\\[A-Za-z0-9]/.test(body.text) || piecesOf(body.text).bad) return;
    yield { at: body.span, message: ko.backslash, fixes: [{ title: ko.change, edits: [replace(body.span, body.text.replace(/\\(?=[\w.])/g, '/'))] }] };
  },

  examples: [
    {
      bad: dockerignore`
        src\dist\.cache
        ^^^^^^^^^^^^^^^
      `,
      fixed: dockerignore`
        src/dist/.cache
      `,
    },
    {
      good: dockerignore`
        src/dist
        \#notes
        pages/\[id\].js
        a\ b
      `,
    },
  ],
};
