import { dockerfile } from '../../core/example.ts';
import { signalProblem } from '../../core/grammar/signals.ts';
import { nearest } from '../../core/nearest.ts';
import { replace } from '../../core/rule.ts';
import { shift, type Word } from '../../core/text.ts';
import type { Instruction } from '../file.ts';
import { knownValue, withScopes } from '../known-values.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  unknown: (text: string) => `\`${text}\` 신호는 없습니다. \`SIGTERM\`, \`SIGINT\`, \`SIGQUIT\` 같은 이름을 적으세요.`,
  value: (word: string, text: string) =>
    text === ''
      ? `\`${word}\` 값이 비어 있어 신호가 되지 못합니다. 변수에 기본값을 적으세요.`
      : `\`${word}\` 값이 \`${text}\`로 바뀌어 신호가 되지 못합니다. 변수의 값을 고치세요.`,
  change: (text: string) => `\`${text}\`로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '`STOPSIGNAL`에는 있는 신호를 적으세요',
    what: '컨테이너를 멈출 때 보낼 신호로 없는 이름이 적혀 있습니다.',
    why: '도커가 모르는 신호이면 `invalid signal` 오류가 나고 빌드가 멈춥니다.',
    how: '보통은 이 줄을 지워도 됩니다. 바꾸려면 `SIGINT`나 `SIGQUIT`처럼 신호의 이름을 적으세요.',
  },
  also: ['D132'],
  href: 'https://docs.docker.com/reference/dockerfile/#stopsignal',

  *file({ facts, file: { escape } }) {
    if (!facts.stages.some(({ instructions }) => instructions.some(({ block }) => block.keyword === 'STOPSIGNAL'))) return;
    for (const { start, block, scope } of withScopes(facts, escape)) {
      const word = signalOf(block);
      const known = word && knownValue(word, escape, scope);
      if (!word || !known || isSignal(known.text)) continue;
      const isPlain = known.text === word.text;
      const better = isPlain ? nearest(known.text, ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGKILL', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH']) : undefined;
      const at = shift(word.span, start);
      yield {
        at,
        message: isPlain ? ko.unknown(known.text) : ko.value(word.text, known.text),
        ...(better && { fixes: [{ title: ko.change(better), edits: [replace(at, better)] }] }),
      };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.28-alpine
        STOPSIGNAL SIGQIUT
        #          ^^^^^^^
      `,
      fixed: dockerfile`
        FROM nginx:1.28-alpine
        STOPSIGNAL SIGQUIT
      `,
    },
    {
      good: dockerfile`
        FROM nginx:1.28-alpine
        STOPSIGNAL sigquit
        STOPSIGNAL 9
        STOPSIGNAL $SIGNAL_OF_BASE
      `,
    },
  ],
};

/** All that stands behind STOPSIGNAL is one word. */
function signalOf({ keyword, args }: Instruction): Word | undefined {
  const [first] = args;
  const last = args.at(-1);
  if (keyword !== 'STOPSIGNAL' || !first || !last) return undefined;
  const comment = args.findIndex(({ text }) => text.startsWith('#'));
  return comment > 0 ? undefined : { text: args.map(({ text }) => text).join(' '), span: { start: first.span.start, end: last.span.end } };
}

/** The engine reads a number of any sign but 0. */
const isSignal = (text: string) => (/^[+-]?\d+$/.test(text) ? Number(text) !== 0 : text !== '' && !signalProblem(text));
