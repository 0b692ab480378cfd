import { dockerfile } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { type Finding, replace } from '../../core/rule.ts';
import type { Flag, Instruction } from '../file.ts';
import { flagsOf } from '../knowledge.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  missing: (flag: string) => `\`--${flag}\` 플래그에 값이 없습니다. \`--${flag}=값\`처럼 \`=\` 뒤에 띄어쓰기 없이 적으세요.`,
  twice: (flag: string) => `\`--${flag}\` 플래그를 두 번 적었습니다. 하나만 남기세요.`,
  boolean: (flag: string, value: string) => `\`--${flag}\` 플래그에는 \`true\`나 \`false\`만 적을 수 있습니다. \`${value}\` 값을 고치거나 \`--${flag}\`만 적으세요.`,
  choice: (flag: string, value: string, choices: readonly string[]) =>
    `\`--${flag}\` 플래그에 \`${value}\` 값은 쓸 수 없습니다. ${choices.map((it) => `\`${it}\``).join(', ')} 가운데 하나를 적으세요.`,
  mode: (value: string) => `\`${value}\` 값은 파일 권한이 아닙니다. \`755\`처럼 0부터 7까지의 숫자 세 개나 네 개로 적으세요.`,
  join: '`=`로 붙이기',
  remove: '겹친 플래그 지우기',
  bare: (flag: string) => `\`--${flag}\`만 남기기`,
  change: (value: string) => `\`${value}\`로 고치기`,
};

const BOOLEAN = new Set(['link', 'parents', 'keep-git-dir', 'unpack']);
/** Flags that BuildKit does not take with nothing behind `=`. */
const NEEDED = /^(?:link|parents|keep-git-dir|unpack|mount|device|network|security)$/;
const REPEATABLE = new Set(['mount', 'device', 'exclude']);
const CHOICES: Readonly<Record<string, readonly string[]>> = { network: ['default', 'none', 'host'], security: ['sandbox', 'insecure'] };

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '플래그에는 `=`로 알맞은 값을 주세요',
    what: '플래그에 값이 없거나, 쓸 수 없는 값이 있거나, 같은 플래그가 두 번 있습니다.',
    why: '도커파일의 플래그는 `--이름=값` 모양으로만 읽힙니다. 띄어 쓴 값은 플래그의 값이 되지 못합니다.',
    how: '`--from=build`처럼 `=`로 붙여 적고, 같은 플래그는 한 번만 적으세요.',
  },
  also: ['D118'],
  href: 'https://docs.docker.com/reference/dockerfile/',

  *instruction(instruction) {
    const { keyword, flags } = instruction;
    if (isUnread(instruction)) return;
    const known = flagsOf(keyword);
    const seen = new Set<string>();
    for (const flag of flags) {
      const name = flag.name.text;
      if (!known.includes(name)) continue;
      if (seen.has(name) && !REPEATABLE.has(name))
        yield { at: flag.span, message: ko.twice(name), fixes: [{ title: ko.remove, edits: [replace(withGap(flag, instruction), '')] }] };
      else yield* valueFindings(flag, instruction);
      seen.add(name);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine AS build
        FROM nginx:1.28-alpine
        COPY --from build /app /app
        #    ^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine AS build
        FROM nginx:1.28-alpine
        COPY --from=build /app /app
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN --network=hosts npm ci
        #             ^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        RUN --network=host npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        COPY --link=yes . .
        #           ^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        COPY --link . .
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        RUN --mount=type=cache,target=/a --mount=type=cache,target=/b --network=none ls
        COPY --link --chmod=u=rwX,go=rX . .
      `,
    },
  ],
};

const isUnread = (instruction: Instruction) => instruction.keyword === 'HEALTHCHECK' && instruction.kind?.text.toUpperCase() === 'NONE';

function* valueFindings({ name: { text: name }, value, span }: Flag, { args }: Instruction): Generator<Finding> {
  const isBoolean = BOOLEAN.has(name);
  if (!value || (value.text === '' && NEEDED.test(name))) {
    if (isBoolean && !value) return;
    const next = args[0];
    const gap = next && { start: value ? span.end - 1 : span.end, end: next.span.start };
    const fixes = isBoolean
      ? [{ title: ko.bare(name), edits: [replace({ start: span.end - 1, end: span.end }, '')] }]
      : gap && args.length > 1 && !/^(?:CMD|NONE)$/i.test(next.text)
        ? [{ title: ko.join, edits: [replace(gap, '=')] }]
        : [];
    yield { at: span, message: ko.missing(name), fixes };
    return;
  }
  const text = value.text.replace(/["']/g, '');
  if (text.includes('$')) return;
  if (isBoolean && !/^(?:true|false)$/i.test(text)) {
    const bare = { start: span.start + 2 + name.length, end: span.end };
    yield { at: value.span, message: ko.boolean(name, text), ...(/^(?:yes|on|1|t|y)$/i.test(text) && { fixes: [{ title: ko.bare(name), edits: [replace(bare, '')] }] }) };
  }
  const choices = CHOICES[name];
  if (choices && !choices.includes(text)) {
    const better = nearest(text, choices);
    yield { at: value.span, message: ko.choice(name, text, choices), ...(better && { fixes: [{ title: ko.change(better), edits: [replace(value.span, better)] }] }) };
  }
  if (name === 'chmod' && /^\d+$/.test(text) && !/^0*[0-7]{1,4}$/.test(text)) yield { at: value.span, message: ko.mode(text) };
}

/** A flag with the space behind it. */
function withGap({ span }: Flag, { flags, args }: Instruction): { start: number; end: number } {
  const next = [...flags.map((it) => it.span.start), args[0]?.span.start ?? span.end].find((start) => start > span.start);
  return { start: span.start, end: next ?? span.end };
}
