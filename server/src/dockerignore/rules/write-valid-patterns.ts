import { dockerignore } from '../../core/example.ts';
import { type Fix, insert, replace } from '../../core/rule.ts';
import type { Pattern } from '../file.ts';
import { type BadPattern, piecesOf } from '../glob.ts';
import type { DockerignoreRule } from '../rule.ts';

const END = '빌드가 `syntax error in pattern` 오류로 멈춥니다.';

const ko: Readonly<Record<BadPattern['reason'], string>> & { readonly cures: Readonly<Record<BadPattern['reason'], string>> } = {
  'open-class': `\`[\`를 열고 \`]\`로 닫지 않아 ${END} \`]\`를 적거나, 이름에 든 글자라면 \`\\[\`로 적으세요.`,
  'empty-class': `대괄호 안의 첫 글자가 \`]\`라서 ${END} 맞출 글자를 안에 적거나, 이름에 든 대괄호라면 \`\\[\`로 적으세요.`,
  dash: `대괄호 안의 \`-\` 앞뒤에 범위의 처음과 끝이 없어 ${END} \`a-z\`처럼 적거나, 글자라면 \`\\-\`로 적으세요.`,
  backwards: `범위의 처음이 끝보다 뒤에 있어 ${END} 작은 글자를 앞에 적으세요.`,
  'last-backslash': `줄이 \`\\\`로 끝나 ${END} 디렉터리라면 \`/\`로 바꾸세요.`,
  cures: {
    'open-class': '`[`를 글자로 적기 (`\\[`)',
    'empty-class': '`[`를 글자로 적기 (`\\[`)',
    dash: '`-`를 글자로 적기 (`\\-`)',
    backwards: '범위의 앞뒤 바꾸기',
    'last-backslash': '`\\`를 `/`로 바꾸기',
  },
};

export const rule: DockerignoreRule = {
  severity: 'error',
  lesson: {
    title: '패턴의 대괄호와 역슬래시를 문법에 맞게 적으세요',
    what: '`[`를 닫지 않았거나, 대괄호 안의 범위가 틀렸거나, 줄이 `\\`로 끝납니다.',
    why: '빌더는 이 파일의 모든 패턴을 먼저 읽습니다. 하나라도 읽지 못하면 Dockerfile의 첫 줄도 실행하지 않고 빌드를 멈춥니다.',
    how: '대괄호는 `[abc]`, `[a-z]`처럼 닫으세요. 이름에 `[`가 든 파일은 `\\[`로 적고, 디렉터리는 `\\`가 아니라 `/`로 나누세요.',
  },
  also: [],
  href: 'https://pkg.go.dev/path/filepath#Match',

  *pattern(pattern) {
    const { body, cleaned } = pattern;
    // Whether a path is cleaned first makes no difference but for a bracket with `/../` in it.
    const { bad } = piecesOf(body.text);
    if (!bad || !piecesOf(cleaned).bad) return;
    const { start } = body.span;
    yield { at: { start: start + bad.from, end: start + bad.to }, message: ko[bad.reason], fixes: curesOf(pattern, bad) };
  },

  examples: [
    {
      bad: dockerignore`
        node_modules
        logs/[0-9
             ^^^^
      `,
      fixed: dockerignore`
        node_modules
        logs/\[0-9
      `,
    },
    {
      bad: dockerignore`
        build\
             ^
      `,
      fixed: dockerignore`
        build/
      `,
    },
    {
      bad: dockerignore`
        log-[9-0].txt
             ^^^
      `,
      fixed: dockerignore`
        log-[0-9].txt
      `,
    },
    {
      bad: dockerignore`
        [a-].txt
          ^
      `,
      fixed: dockerignore`
        [a\-].txt
      `,
    },
    {
      bad: dockerignore`
        pages/[].js
              ^^
      `,
    },
    {
      good: dockerignore`
        log-[0-9].txt
        [^.]*.tmp
        pages/\[id\].js
        a]b
      `,
    },
  ],
};

function curesOf({ body: { text, span } }: Pattern, { reason, from, to }: BadPattern): Fix[] {
  const title = ko.cures[reason];
  const at = { start: span.start + from, end: span.start + to };
  switch (reason) {
    case 'open-class':
      return text.slice(from + 1).includes('[') ? [] : [{ title, edits: [insert(at.start, '\\')] }];
    case 'dash':
      return [{ title, edits: [insert(at.start, '\\')] }];
    case 'backwards': {
      const [low = '', high = ''] = text.slice(from, to).split('-');
      return low.length === 1 && high.length === 1 ? [{ title, edits: [replace(at, `${high}-${low}`)] }] : [];
    }
    case 'last-backslash':
      return [{ title, edits: [replace(at, '/')] }];
    default:
      return [];
  }
}
