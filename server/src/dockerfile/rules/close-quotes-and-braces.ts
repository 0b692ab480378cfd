import { dockerfile } from '../../core/example.ts';
import type { Word } from '../../core/text.ts';
import { isWhole } from '../facts.ts';
import type { Instruction } from '../file.ts';
import { type LexReason, lexProblem } from '../lexing.ts';
import { within } from '../places.ts';
import type { DockerfileRule } from '../rule.ts';
import { trailingComment } from '../trailing.ts';

const ko: Readonly<Record<LexReason, (text: string) => string>> = {
  'double-quote': () => '큰따옴표 `"`가 닫히지 않았습니다. 닫는 따옴표를 적거나, 따옴표 자체를 쓰려면 `\\"`로 적으세요.',
  'single-quote': () => "작은따옴표 `'`가 닫히지 않았습니다. 닫는 따옴표를 적거나, 값 전체를 큰따옴표로 감싸세요.",
  brace: () => '`${`를 닫는 `}`가 없습니다. `${이름}`처럼 닫으세요.',
  slash: () => '바꿀 내용을 나누는 `/`가 없습니다. `${이름/찾을 것/바꿀 것}`처럼 적으세요.',
  substitution: () => '`${` 뒤에 변수 이름이 없습니다. `${이름}`처럼 적으세요.',
  modifier: (text) => `\`${text}\` 표시는 변수 뒤에 쓸 수 없습니다. \`\${이름:-기본값}\`, \`\${이름:+값}\` 같은 표시만 쓸 수 있습니다.`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '따옴표와 `${`는 짝을 맞추어 닫으세요',
    what: '따옴표나 `${`가 닫히지 않았거나, 도커가 모르는 변수 표시가 있습니다.',
    why: '도커는 이 줄의 변수를 스스로 바꿉니다. 짝이 맞지 않으면 어디까지가 값인지 알 수 없어 빌드가 멈춥니다.',
    how: '여는 것과 닫는 것의 개수를 맞추세요. `RUN`과 달리 이 줄은 셸이 읽지 않으므로 셸의 다른 기능은 쓸 수 없습니다.',
  },
  also: ['D108'],
  href: 'https://docs.docker.com/reference/dockerfile/#environment-replacement',

  *instruction(instruction, _, escape) {
    if (trailingComment(instruction) || (instruction.keyword === 'FROM' && !isWhole(instruction))) return;
    for (const word of wordsOf(instruction)) {
      const problem = lexProblem(word.text, escape);
      if (problem) {
        yield { at: within(word, problem.from, problem.to), message: ko[problem.reason](word.text.slice(problem.from, problem.to)) };
        return;
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        LABEL title="My shop
        #           ^^^^^^^^
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENV HOME=\${HOME:=/app}
        #              ^^
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR \${HOME
        #       ^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        ENV GREETING="it's \${NAME:-Kim}" MARK=\"
        RUN echo "it's \${NAME^^}"
      `,
    },
  ],
};

/** The words in which BuildKit replaces variables, each as it gets them. */
function wordsOf(instruction: Instruction): readonly Word[] {
  const { keyword, args, flags } = instruction;
  const values = flags.flatMap(({ name, value }) => (value && EXPANDED.has(name.text) ? [value] : []));
  switch (keyword) {
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return instruction.pairs.flatMap(({ name, value }) => (value ? [name, value] : [name]));
    case 'COPY':
    case 'ADD':
    case 'VOLUME':
      return [...values, ...(instruction.exec?.elements ?? args)];
    case 'FROM':
      return [...values, ...(instruction.image ? [instruction.image] : [])];
    case 'EXPOSE':
      return args;
    case 'WORKDIR':
    case 'USER':
    case 'STOPSIGNAL':
      return wholeOf(args);
    default:
      return [];
  }
}

const EXPANDED = new Set(['chown', 'chmod', 'platform', 'checksum']);

/** All words as one, with the spaces as they stand where they are simple. */
function wholeOf(args: readonly Word[]): Word[] {
  const [first] = args;
  const last = args.at(-1);
  if (!first || !last) return [];
  return [{ text: args.map(({ text }) => text).join(' '), span: { start: first.span.start, end: last.span.end } }];
}
