import { dockerfile } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { type Finding, type Fix, insert, replace } from '../../core/rule.ts';
import { shift, type Word } from '../../core/text.ts';
import { lineBreak } from '../commands.ts';
import type { Facts, Stage } from '../facts.ts';
import type { Expansion } from '../file.ts';
import { predefinedTopic } from '../knowledge.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  undeclared: (name: string) => `\`FROM\`은 첫 \`FROM\` 앞에 적은 \`ARG\`만 읽으므로 \`${name}\` 값이 비어 있습니다. 첫 \`FROM\` 앞에 \`ARG ${name}=기본값\`을 적으세요.`,
  noDefault: (name: string) => `\`ARG ${name}\` 줄에 기본값이 없어, \`--build-arg\` 없이 빌드하면 이미지 이름이 비어 실패합니다. \`ARG ${name}=기본값\`처럼 적으세요.`,
  platform: (name: string) =>
    `\`${name}\` 변수는 정해진 적이 없어 플랫폼이 비고 빌드가 실패합니다. \`$BUILDPLATFORM\`처럼 도커가 정해 둔 이름을 쓰거나 첫 \`FROM\` 앞에 \`ARG\`로 정하세요.`,
  declare: (line: string) => `첫 \`FROM\` 앞에 \`${line}\` 적기`,
  rename: (meant: string) => `\`${meant}\` 이름으로 고치기`,
  here: '이 줄에 기본값을 적으세요.',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '`FROM`에 쓸 `ARG`는 첫 `FROM` 앞에 기본값과 함께 적으세요',
    what: '`FROM` 줄의 변수를 첫 `FROM` 앞에서 정하지 않았거나, 정한 `ARG`에 기본값이 없습니다.',
    why: '`FROM`은 스테이지 안의 `ARG`와 `ENV`를 보지 못합니다. 값이 비면 `node:`처럼 이름이 끊겨 빌드가 시작되지 못합니다.',
    how: '파일 맨 위에 `ARG NODE_VERSION=24`처럼 기본값과 함께 적으세요. 다른 값은 `docker build --build-arg`로 넘깁니다.',
  },
  also: ['D110', 'UndefinedArgInFrom', 'InvalidDefaultArgInFrom'],
  href: 'https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/',

  *file({ facts, file }) {
    const globals = globalsOf(facts);
    for (const stage of facts.stages) yield* judge(stage, globals, (name) => declaring(name, facts, lineBreak(file)));
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:\${NODE_VERSION}
        #         ^^^^^^^^^^^^^^^
        ARG NODE_VERSION=24
      `,
      fixed: dockerfile`
        ARG NODE_VERSION=24
        FROM node:\${NODE_VERSION}
        ARG NODE_VERSION=24
      `,
    },
    {
      bad: dockerfile`
        ARG NODE_VERSION
        FROM node:\${NODE_VERSION}-alpine
        #         ^^^^^^^^^^^^^^^
      `,
    },
    {
      bad: dockerfile`
        FROM --platform=$BULIDPLATFORM golang:1.25
        #               ^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM --platform=$BUILDPLATFORM golang:1.25
      `,
    },
    {
      good: dockerfile`
        ARG NODE_VERSION=24
        FROM --platform=$BUILDPLATFORM node:\${NODE_VERSION}-alpine AS build
        FROM nginx:\${NGINX_VERSION:-1.28}
      `,
    },
  ],
};

interface Global {
  readonly at: { readonly start: number; readonly end: number };
  readonly hasDefault: boolean;
}

function globalsOf({ preamble }: Facts): ReadonlyMap<string, Global> {
  const found = new Map<string, Global>();
  for (const { start, block } of preamble) {
    if (block.keyword !== 'ARG') continue;
    for (const { name, value } of block.pairs) {
      found.set(name.text, { at: shift(name.span, start), hasDefault: (value?.text ?? '').replace(/["']/g, '') !== '' });
    }
  }
  return found;
}

function* judge({ from: { start, block } }: Stage, globals: ReadonlyMap<string, Global>, fixesFor: (name: string) => Fix[]): Generator<Finding> {
  const { image } = block;
  const platform = block.flags.find(({ name }) => name.text === 'platform')?.value;
  if (platform) yield* inPlatform(platform, start, block.expansions, globals);
  if (!image) return;
  const inImage = block.expansions.filter(({ span }) => image.span.start <= span.start && span.end <= image.span.end);
  for (const expansion of inImage) {
    const name = expansion.name.text;
    const global = globals.get(name);
    if (expansion.operator || predefinedTopic(name) || global?.hasDefault) continue;
    // `app${SUFFIX}` is an image with and without a value.
    if (!isNeeded(image.text, expansion, image.span.start)) continue;
    const at = shift(expansion.span, start);
    if (global) yield { at, message: ko.noDefault(name), severity: 'warning', related: [{ at: global.at, message: ko.here }] };
    else yield { at, message: ko.undeclared(name), fixes: fixesFor(name), ...(inImage.length > 1 && { severity: 'warning' as const }) };
  }
}

/** Says before the first FROM what a stage says too late. */
function declaring(name: string, { stages }: Facts, end: string): Fix[] {
  const first = stages[0];
  for (const { instructions } of stages) {
    for (const { block } of instructions) {
      const value = block.keyword === 'ARG' || block.keyword === 'ENV' ? block.pairs.find((pair) => pair.name.text === name)?.value?.text : undefined;
      if (!first || !value || /[$\s]/.test(value)) continue;
      const line = `ARG ${name}=${value}`;
      return [{ title: ko.declare(line), edits: [insert(first.from.start + first.from.block.span.start, `${line}${end}`)] }];
    }
  }
  return [];
}

/** `--platform=$X`: without a value it says nothing, which BuildKit refuses. */
function* inPlatform({ text, span }: Word, start: number, expansions: readonly Expansion[], globals: ReadonlyMap<string, Global>): Generator<Finding> {
  for (const { name, operator, span: own } of expansions) {
    if (operator || own.start !== span.start || own.end !== span.end || globals.has(name.text) || predefinedTopic(name.text)) continue;
    const meant = nearest(name.text, PLATFORMS);
    const fixes = meant ? [{ title: ko.rename(meant), edits: [replace(shift(span, start), text.replace(name.text, meant))] }] : [];
    yield { at: shift(own, start), message: ko.platform(name.text), fixes };
  }
}

const PLATFORMS = ['BUILDPLATFORM', 'TARGETPLATFORM'];

/** Without a value the reference ends at a `:` or `/`, or has nothing at all. */
function isNeeded(text: string, { span }: Expansion, imageStart: number): boolean {
  const before = text.slice(0, span.start - imageStart);
  const after = text.slice(span.end - imageStart);
  return before === '' ? after === '' || /^[:/@.-]/.test(after) : /[:/@]$/.test(before) && (after === '' || /^[.:/@-]/.test(after));
}
