import { shell } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { makesContainer, usesOf } from '../flags.ts';
import { bare, type FlagUse, type Line } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  both: (one: string, other: string) => `\`${one}\` 옵션과 \`${other}\` 옵션은 함께 쓸 수 없습니다. 하나를 지우세요.`,
  remove: (flag: string) => `\`${flag}\` 옵션 지우기`,
};

export const rule: CommandRule = {
  severity: 'error',
  lesson: {
    title: '서로 어긋나는 옵션은 하나만 쓰세요',
    what: '함께 쓸 수 없는 옵션 두 개를 적었습니다.',
    why: '`--rm`은 끝나면 지우라는 뜻이고 `--restart`는 끝나면 다시 켜라는 뜻입니다. 이렇게 뜻이 어긋나면 도커는 `conflicting options` 오류를 냅니다.',
    how: '둘 가운데 하려던 것 하나만 남기세요. 계속 켜 둘 서버라면 `--rm`을 지웁니다.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/container/run/',

  *line(line) {
    if (!makesContainer(line)) return;
    for (const [first, second] of PAIRS) {
      const one = onFlag(line, first);
      const other = onFlag(line, second);
      if (one && other) yield { at: one.at, message: ko.both(one.written, other.written), fixes: [...removing(line, one), ...removing(line, other)] };
    }
  },

  examples: [
    {
      bad: shell`
        docker run -d --rm --restart always nginx:1.28-alpine
        #             ^^^^
      `,
      fixed: shell`
        docker run -d --restart always nginx:1.28-alpine
      `,
    },
    {
      good: shell`
        docker run -d --rm --restart no nginx:1.28-alpine
        docker run -d --rm=false --restart always nginx:1.28-alpine
      `,
    },
  ],
};

/** The client refuses each of these pairs. */
const PAIRS = [
  ['rm', 'restart'],
  ['attach', 'detach'],
  ['no-healthcheck', 'health-cmd'],
] as const;

/** A flag that is used and not switched off. */
const onFlag = (line: Line, name: string): FlagUse | undefined => usesOf(line, name).find(({ value }) => !value || !/^(?:false|no|0|"?\$.*)$/.test(bare(value)));

/** Takes a flag with its value and one blank out; not where other letters share its word. */
function removing(line: Line, { at, word, written, value }: FlagUse): readonly Fix[] {
  if (!word.text.startsWith(written)) return [];
  if (!written.startsWith('--') && word.text.length > 2) return [];
  const end = Math.max(at.end, value?.span.end ?? 0);
  const blank = line.raw({ start: end, end: end + 1 }) === ' ' ? 1 : 0;
  return [{ title: ko.remove(written), edits: [replace({ start: word.span.start, end: end + blank }, '')] }];
}
