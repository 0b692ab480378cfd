import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import type { Escape, Pair, Pairs } from '../file.ts';
import { lexProblem } from '../lexing.ts';
import type { DockerfileRule } from '../rule.ts';
import { trailingComment } from '../trailing.ts';

const ko = {
  'no-value': (keyword: string, name: string) => `\`${name}\` 뒤에 값이 없습니다. \`${keyword} ${name}=값\`처럼 적으세요.`,
  'no-equals': (word: string) => `\`${word}\` 부분에 \`=\`가 없습니다. 값에 띄어쓰기가 있으면 전체를 큰따옴표로 감싸고, 다른 변수라면 \`이름=값\`으로 적으세요.`,
  'no-name': '`=` 앞에 이름이 없습니다. `이름=값`처럼 띄어쓰기 없이 적으세요.',
  quote: '값을 큰따옴표로 감싸기',
  colon: (keyword: string, name: string) => `\`${name}\` 뒤에는 \`:\`이 아니라 \`=\`를 씁니다. \`${keyword} ${name}=값\`처럼 적으세요.`,
  equals: '`=`로 고치기',
  spaced: (keyword: string, name: string) => `\`=\` 앞뒤의 띄어쓰기를 지우세요. \`${keyword} ${name}=값\`처럼 붙여 적지 않으면 \`=\`까지 값이 됩니다.`,
  behind: (word: string) => `\`=\` 뒤의 띄어쓰기를 지우세요. 띄우면 \`${word}\` 부분이 다른 변수로 읽힙니다.`,
  join: '붙여 적기',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '`ENV`, `LABEL`, `ARG`에는 `이름=값`을 적으세요',
    what: '이름이나 값이 없거나, `=`가 빠졌습니다.',
    why: '도커는 띄어쓰기마다 새로운 `이름=값`이 시작한다고 읽습니다. 하나라도 모양이 맞지 않으면 빌드를 시작하지 않습니다.',
    how: '`ENV NODE_ENV=production`처럼 `=` 앞뒤를 붙이고, 값에 띄어쓰기가 있으면 `"…"`로 감싸세요.',
  },
  also: ['D108'],
  href: 'https://docs.docker.com/reference/dockerfile/#env',

  *instruction(instruction, _, escape) {
    // What ONBUILD keeps for later has the same form.
    const own = instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
    if (!own || !('pairs' in own) || trailingComment(own)) return;
    const finding = problemOf(own, escape);
    if (finding) yield finding;
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENV GREETING=hello world
        #                  ^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV GREETING="hello world"
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENV NODE_ENV
        #   ^^^^^^^^
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENV PORT: 3000
        #   ^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV PORT=3000
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENV PORT = 3000
        #   ^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV PORT=3000
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENV PORT= 3000
        #         ^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV PORT=3000
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        ARG VERSION COMMIT=none
        ENV GREETING hello world
        LABEL "a b"="c" d=\ e
      `,
    },
  ],
};

/** The first thing that does not fit; what follows is often its consequence. */
function problemOf({ keyword, pairs, legacy }: Pairs, escape: Escape): Finding | undefined {
  const [first] = pairs;
  if (!first) return undefined;
  if (legacy && keyword !== 'ARG')
    return first.value ? (spaceProblem(keyword, first) ?? colonProblem(keyword, first)) : { at: first.name.span, message: ko['no-value'](keyword, first.name.text) };
  const nameless = pairs.find(({ name }) => name.text === '');
  if (nameless) return { at: { start: nameless.name.span.start, end: nameless.value?.span.end ?? nameless.name.span.end }, message: ko['no-name'] };
  const index = keyword === 'ARG' ? -1 : pairs.findIndex(({ value }) => !value);
  const bare = pairs[index];
  // A quote left open may have cut the words wrongly; it is told by its own rule.
  if (!bare || pairs.some(({ name, value }) => lexProblem(name.text, escape) ?? (value && lexProblem(value.text, escape)))) return undefined;
  const before = pairs[index - 1]?.value;
  if (before?.text === '') {
    const gap = { start: before.span.start, end: bare.name.span.start };
    return { at: bare.name.span, message: ko.behind(bare.name.text), fixes: [{ title: ko.join, edits: [replace(gap, '')] }] };
  }
  const after = pairs.slice(index).findIndex(({ value }) => value);
  const words = pairs.slice(index, after < 0 ? undefined : index + after);
  const end = words.at(-1)?.name.span.end ?? bare.name.span.end;
  return { at: { start: bare.name.span.start, end: bare.name.span.end }, message: ko['no-equals'](bare.name.text), fixes: quoting(before, words, end) };
}

/** `PORT = 3000` sets `PORT` to `= 3000`. */
function spaceProblem(keyword: string, { name, value }: Pair): Finding | undefined {
  const sign = /^=\s*/.exec(value?.text ?? '')?.[0];
  if (!value || sign === undefined || value.text.length !== value.span.end - value.span.start) return undefined;
  const own = value.text.slice(sign.length);
  const better = /\s/.test(own) && !/["']/.test(own) ? `="${own}"` : `=${own}`;
  const edits = [replace({ start: name.span.end, end: value.span.end }, better)];
  return { at: { start: name.span.start, end: value.span.start + 1 }, message: ko.spaced(keyword, name.text), severity: 'warning', fixes: [{ title: ko.join, edits }] };
}

/** `PORT: 3000` is taken for a variable named `PORT:`. */
function colonProblem(keyword: string, { name, value }: Pair): Finding | undefined {
  if (!value || !/^[A-Z_]\w*:$/i.test(name.text)) return undefined;
  const plain = name.text.slice(0, -1);
  const better = /\s/.test(value.text) && !/^["']/.test(value.text) ? `="${value.text}"` : `=${value.text}`;
  const edits = [replace({ start: name.span.end - 1, end: value.span.end }, better)];
  return { at: name.span, message: ko.colon(keyword, plain), severity: 'warning', ...(!value.text.includes('"') && { fixes: [{ title: ko.equals, edits }] }) };
}

function quoting(before: Pair['value'], words: readonly Pair[], end: number) {
  if (!before || /["'\\$\n]/.test(before.text) || words.some(({ name }) => /["'\\$]/.test(name.text))) return [];
  const text = [before.text, ...words.map(({ name }) => name.text)].join(' ');
  return [{ title: ko.quote, edits: [replace({ start: before.span.start, end }, `"${text}"`)] }];
}
