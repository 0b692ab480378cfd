import { dockerignore } from '../../core/example.ts';
import { covers, isEverything, isHandmade, meansNothing } from '../cover.ts';
import type { Pattern } from '../file.ts';
import { isPlain, piecesOf } from '../glob.ts';
import { removeLine } from '../lines.ts';
import { foldersAbove } from '../match.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  covered: (line: number, wide: string) => `${line}행의 \`${wide}\` 줄이 이미 빼는 것이라 이 줄은 하는 일이 없습니다. 지워도 됩니다.`,
  wide: '이 줄이 이미 뺍니다.',
  remove: '하는 일이 없는 줄 지우기',
};

export const rule: DockerignoreRule = {
  severity: 'hint',
  lesson: {
    title: '다른 줄이 이미 빼는 것은 또 적지 마세요',
    what: '앞의 더 넓은 줄이 이미 빼는 것을 따로 적었습니다.',
    why: '하는 일이 없는 줄입니다. 특히 모두 빼는 `*` 뒤에 이름을 늘어놓으면, 무엇이 이미지에 들어가는지 읽기 어려워집니다.',
    how: '줄을 지우세요. `*` 뒤에는 다시 넣을 `!` 줄만 적고, 그 안에서 또 뺄 것이 있으면 `!` 줄 뒤에 적으세요.',
  },
  also: [],

  *file(file) {
    if (!isHandmade(file)) return;
    const names = new Map<string, Pattern>();
    const globs: Pattern[] = [];
    for (const pattern of file.patterns) {
      // Behind an exception it may have something to do.
      if (pattern.exception) return;
      const { cleaned, span } = pattern;
      if (meansNothing(pattern) || piecesOf(cleaned).bad || names.has(cleaned)) continue;
      const wide = wideOver(pattern, names, globs);
      if (wide) {
        const fixes = [{ title: ko.remove, edits: [removeLine(file, pattern)], safe: true as const }];
        yield { at: span, message: ko.covered(wide.line, wide.body.text), tag: 'unnecessary', fixes, related: [{ at: wide.span, message: ko.wide }] };
      }
      names.set(cleaned, pattern);
      if (!isPlain(cleaned)) globs.push(pattern);
    }
  },

  examples: [
    {
      bad: dockerignore`
        *
        node_modules
        ^^^^^^^^^^^^
        !src
      `,
      fixed: dockerignore`
        *
        !src
      `,
    },
    {
      bad: dockerignore`
        **/node_modules
        web/node_modules
        ^^^^^^^^^^^^^^^^
        build
        build/libs/*.jar
        ^^^^^^^^^^^^^^^^
      `,
      fixed: dockerignore`
        **/node_modules
        build
        build/libs/*.jar
      `,
    },
    {
      good: dockerignore`
        *
        !src
        src/node_modules
      `,
    },
    {
      good: dockerignore`
        web/node_modules
        **/node_modules
        *.log
        npm-debug.log*
      `,
    },
  ],
};

/** An earlier line that certainly leaves out everything that a pattern means. */
function wideOver(pattern: Pattern, names: ReadonlyMap<string, Pattern>, globs: readonly Pattern[]): Pattern | undefined {
  for (const folder of foldersAbove(pattern.cleaned)) {
    const above = isPlain(folder) ? names.get(folder) : undefined;
    if (above) return above;
  }
  return globs.find((wide) => (isEverything(wide) ? pattern.cleaned !== wide.cleaned : covers(wide, pattern)));
}
