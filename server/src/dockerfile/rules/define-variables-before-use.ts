import { dockerfile } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { type Finding, type Fix, insert, replace } from '../../core/rule.ts';
import { placedAt, type Span, shift } from '../../core/text.ts';
import { mayComeWithBase } from '../bases.ts';
import { lineBreak } from '../commands.ts';
import type { Facts, Stage } from '../facts.ts';
import type { DockerfileFile } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { type UnknownUse, unknownUses } from '../scope.ts';

const ko = {
  later: (name: string) => `\`${name}\` 변수는 아래에서야 정해지므로 여기서는 비어 있습니다. 정하는 줄을 이 줄 위로 옮기세요.`,
  elsewhere: (name: string) => `\`${name}\` 변수는 다른 스테이지에서 정한 것이라 여기서는 비어 있습니다. 이 스테이지에도 \`ARG\`나 \`ENV\`로 적으세요.`,
  typo: (name: string, meant: string) => `\`${name}\` 변수는 정해진 적이 없어 빈 값이 됩니다. \`${meant}\` 변수를 쓰려던 것이면 이름을 고치세요.`,
  move: '정하는 줄을 이 줄 위로 옮기기',
  repeat: (line: string) => `이 스테이지에도 \`${line}\` 적기`,
  defined: '여기서 정합니다.',
  rename: (meant: string) => `\`${meant}\` 이름으로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '변수는 쓰기 전에, 쓰는 스테이지에서 정하세요',
    what: '아래에서야 정하거나, 다른 스테이지에서 정했거나, 이름이 조금 다른 변수를 씁니다.',
    why: '`ARG`와 `ENV`는 적은 줄부터 그 스테이지가 끝날 때까지만 쓸 수 있습니다. 없는 변수는 오류가 아니라 빈 글자가 되므로, 경로나 버전이 잘린 채 빌드가 이어집니다.',
    how: '정하는 줄을 쓰는 줄 위로 옮기고, 스테이지마다 필요한 변수를 다시 적고, 이름의 철자를 맞추세요.',
  },
  also: ['UndefinedVar', 'D111'],
  href: 'https://docs.docker.com/reference/build-checks/undefined-var/',

  *file(model) {
    const { facts } = model;
    const globals = new Set(facts.preamble.flatMap(({ block }) => (block.keyword === 'ARG' ? block.pairs.map(({ name }) => name.text) : [])));
    let places: ReadonlyMap<string, readonly Definition[]> | undefined;
    const seen = new Set<string>();
    for (const use of unknownUses(model)) {
      const place = `${use.stage.index} ${use.name}`;
      if (use.reader === 'container' || globals.has(use.name) || seen.has(place) || mayComeWithBase(model, use.stage, use.name)) continue;
      seen.add(place);
      places ??= definitionsOf(facts);
      yield* judge(use, places.get(use.name) ?? [], model.file);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR $APP_HOME
        #       ^^^^^^^^^
        ENV APP_HOME=/app
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV APP_HOME=/app
        WORKDIR $APP_HOME
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine AS build
        ARG RELEASE=1.0
        RUN echo "$RELEASE" > /release

        FROM nginx:1.28-alpine
        LABEL release=$RELEASE
        #             ^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine AS build
        ARG RELEASE=1.0
        RUN echo "$RELEASE" > /release

        FROM nginx:1.28-alpine
        ARG RELEASE=1.0
        LABEL release=$RELEASE
      `,
    },
    {
      bad: dockerfile`
        FROM alpine:3.22
        ENV APP_DIR=/srv/app
        COPY . $APP_DRI
        #      ^^^^^^^^
      `,
      fixed: dockerfile`
        FROM alpine:3.22
        ENV APP_DIR=/srv/app
        COPY . $APP_DIR
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS base
        ENV APP_HOME=/app
        ENV PATH=$APP_HOME/bin:$PATH

        FROM base
        WORKDIR $APP_HOME
        RUN for PART in a b; do echo "$PART"; done
        LABEL base=$NODE_VERSION
      `,
    },
  ],
};

interface Definition {
  readonly stage: Stage;
  /** Where its instruction's block begins. */
  readonly start: number;
  readonly at: Span;
}

function definitionsOf({ stages }: Facts): ReadonlyMap<string, readonly Definition[]> {
  const found = new Map<string, Definition[]>();
  for (const stage of stages) {
    for (const { start, block } of stage.instructions) {
      if (block.keyword !== 'ARG' && block.keyword !== 'ENV') continue;
      for (const { name } of block.pairs) {
        const list = found.get(name.text) ?? [];
        if (list.length === 0) found.set(name.text, list);
        if (list.at(-1)?.stage !== stage) list.push({ stage, start, at: shift(name.span, start) });
      }
    }
  }
  return found;
}

function* judge({ name, at, stage, known, keyword, reader }: UnknownUse, definitions: readonly Definition[], file: DockerfileFile): Generator<Finding> {
  const own = definitions.find((it) => it.stage === stage);
  const earlier = definitions.find((it) => it.stage.index < stage.index);
  const definition = own ?? earlier;
  if (definition) {
    const fix = own ? moving(own, at.start, file) : repeating(definition, stage, file);
    yield { at, message: own ? ko.later(name) : ko.elsewhere(name), related: [{ at: definition.at, message: ko.defined }], ...(fix && { fixes: [fix] }) };
    return;
  }
  if (definitions.length > 0 || keyword === 'LABEL' || reader === 'shell' || known.size > MOST_NAMES) return;
  const meant = nearest(name, known);
  if (!meant || !isSlip(name, meant)) return;
  // A `$NAME` or `${NAME…}`: the name begins behind the first character that is neither.
  const braced = at.end - at.start > name.length + 1;
  const start = at.start + (braced ? 2 : 1);
  yield { at, message: ko.typo(name, meant), fixes: [{ title: ko.rename(meant), edits: [replace({ start, end: start + name.length }, meant)] }] };
}

/** Moves the line that defines above the one that uses. */
function moving({ start }: Definition, at: number, file: DockerfileFile): Fix | undefined {
  const line = lineAt(start, file);
  const user = placedAt(file.blocks, at);
  if (!line || !user) return undefined;
  const whole = { start, end: start + line.block.length };
  return { title: ko.move, edits: [insert(user.start + (user.block.instruction?.span.start ?? 0), `${line.text}${lineBreak(file)}`), replace(whole, '')] };
}

/** Says once more, below the stage's FROM, what another stage says. */
function repeating({ start }: Definition, stage: Stage, file: DockerfileFile): Fix | undefined {
  const line = lineAt(start, file);
  const from = placedAt(file.blocks, stage.from.start);
  return line && from && { title: ko.repeat(line.text), edits: [insert(from.start + from.block.text.length, `${line.text}${lineBreak(file)}`)] };
}

/** An ARG or ENV of one line and one name, whose value holds no other variable. */
function lineAt(start: number, file: DockerfileFile): { readonly text: string; readonly block: string } | undefined {
  const block = placedAt(file.blocks, start)?.block;
  const instruction = block?.instruction;
  if (!block || (instruction?.keyword !== 'ARG' && instruction?.keyword !== 'ENV') || instruction.pairs.length !== 1) return undefined;
  const text = block.text.slice(instruction.span.start, instruction.span.end);
  return /[\n$]/.test(text) ? undefined : { text, block: block.text };
}

/** Among more names than this a slip is hard to tell, and takes long to look for. */
const MOST_NAMES = 100;

/** One letter more, less, other or swapped, or a `_` or another case; numbers tell names apart. */
function isSlip(name: string, meant: string): boolean {
  if (name.replace(/\D/g, '') !== meant.replace(/\D/g, '')) return false;
  const [a, b] = [plain(name), plain(meant)];
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4) return false;
  let front = 0;
  while (front < a.length && a[front] === b[front]) front++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && a.at(-1 - back) === b.at(-1 - back)) back++;
  const [left, right] = [a.slice(front, a.length - back), b.slice(front, b.length - back)];
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === [...right].reverse().join(''));
}

const plain = (name: string) => name.toUpperCase().replace(/_/g, '');
