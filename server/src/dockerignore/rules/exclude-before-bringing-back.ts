import { dockerignore } from '../../core/example.ts';
import { isHandmade, meansNothing, takenBackBy } from '../cover.ts';
import type { DockerignoreFile, Pattern } from '../file.ts';
import { isPlain } from '../glob.ts';
import { removeLine } from '../lines.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  nothing: (name: string) => `\`${name}\` 패턴에 맞는 것을 뺀 앞줄이 없어 이 \`!\` 줄은 아무 일도 하지 않습니다. 이것만 넣으려면 위에 \`*\` 줄을 적고, 아니면 지우세요.`,
  remove: '하는 일이 없는 줄 지우기',
};

export const rule: DockerignoreRule = {
  severity: 'warning',
  lesson: {
    title: '`!` 줄 앞에는 빼는 줄을 적으세요',
    what: '`!`로 다시 넣겠다고 한 것을 앞의 어느 줄도 빼지 않았습니다.',
    why: '`!`는 ‘이것만 넣기’가 아니라 ‘앞에서 뺀 것 가운데 이것은 도로 넣기’입니다. 뺀 것이 없으면 모든 파일이 그대로 들어갑니다.',
    how: '정한 것만 넣으려면 맨 위에 `*` 한 줄을 적어 모두 빼고, 그 아래에 `!src`처럼 적으세요. 빼지 않은 것은 적지 않아도 들어가므로 줄을 지워도 됩니다.',
  },
  also: [],
  href: 'https://docs.docker.com/build/concepts/context/#negating-matches',

  *file(file) {
    if (!isHandmade(file)) return;
    const before: Pattern[] = [];
    // Past a pattern of stars nothing is certain any more.
    let isCertain = true;
    for (const pattern of file.patterns) {
      if (!pattern.exception) {
        before.push(pattern);
        isCertain &&= isPlain(pattern.cleaned);
      } else if (isCertain && speaksOf(file, pattern) && !before.some((it) => overlaps(it.cleaned, pattern.cleaned))) {
        yield { at: pattern.span, message: ko.nothing(pattern.cleaned), tag: 'unnecessary', fixes: [{ title: ko.remove, edits: [removeLine(file, pattern)] }] };
      }
    }
  },

  examples: [
    {
      bad: dockerignore`
        !src
        ^^^^
        node_modules
      `,
      fixed: dockerignore`
        node_modules
      `,
    },
    {
      bad: dockerignore`
        .git
        !.gitignore
        ^^^^^^^^^^^
      `,
      fixed: dockerignore`
        .git
      `,
    },
    {
      good: dockerignore`
        *
        !src
      `,
    },
    {
      good: dockerignore`
        docs
        !docs/README.md
      `,
    },
  ],
};

const speaksOf = (file: DockerignoreFile, pattern: Pattern): boolean => pattern.cleaned !== '' && !meansNothing(pattern) && takenBackBy(file, pattern) === undefined;

/** Whether a plain path and an exception may mean one file. */
function overlaps(path: string, exception: string): boolean {
  if (!isPlain(exception)) return true;
  return path === exception || path.startsWith(`${exception}/`) || exception.startsWith(`${path}/`);
}
