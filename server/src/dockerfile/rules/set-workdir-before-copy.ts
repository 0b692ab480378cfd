import { dockerfile } from '../../core/example.ts';
import { type Finding, insert } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { baseOf, chainOf, isLanguage, isSystem } from '../bases.ts';
import { lineBreak, textOf } from '../commands.ts';
import type { Stage } from '../facts.ts';
import type { Transfer } from '../file.ts';
import type { DockerfileModel } from '../model.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  nowhere: (destination: string) => `\`WORKDIR\`를 정하지 않아 \`${destination}\` 위치가 이미지의 맨 위(\`/\`)가 됩니다. 이 줄 위에 \`WORKDIR /app\`을 적으세요.`,
  root: '내 파일이 이미지의 맨 위(`/`)에서 시스템 폴더와 섞입니다. `WORKDIR /app`을 적고 `COPY . .`처럼 복사하세요.',
  set: '`WORKDIR /app` 적기',
};

export const rule: DockerfileRule = {
  severity: 'information',
  lesson: {
    title: '복사하기 전에 `WORKDIR`를 정하세요',
    what: '`WORKDIR` 없이 `COPY . .`처럼 상대 경로로 복사하거나, 소스 전체를 `/`에 복사합니다.',
    why: '작업 디렉터리를 정하지 않으면 `/`가 기준입니다. 내 파일이 `/etc`, `/usr` 같은 시스템 폴더와 섞이고, 이름이 같은 폴더에는 덮어씁니다.',
    how: '`COPY` 위에 `WORKDIR /app`을 적으세요. 그 뒤의 상대 경로는 모두 `/app`이 기준이 됩니다.',
  },
  also: ['D202', 'DL3045'],
  href: 'https://docs.docker.com/reference/dockerfile/#workdir',

  *file(model) {
    for (const stage of model.facts.stages) yield* judge(model, stage);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        COPY . .
        #      ^
        RUN npm ci
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        RUN npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        COPY . /
        #      ^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS base
        WORKDIR /app
        FROM base
        COPY . .
        FROM golang:1.25
        COPY . .
        FROM alpine:3.22
        COPY rootfs /
      `,
    },
  ],
};

/** The first copy of a stage that goes astray; what follows it goes the same way. */
function* judge(model: DockerfileModel, stage: Stage): Generator<Finding> {
  let unset: boolean | undefined;
  for (const { start, block } of stage.instructions) {
    if (block.keyword === 'WORKDIR') unset = false;
    if ((block.keyword !== 'COPY' && block.keyword !== 'ADD') || !block.destination) continue;
    const { text, span } = block.destination;
    const isAll = block.sources.length === 1 && /^\.\/?$/.test(block.sources[0]?.text ?? '') && !block.flags.some(({ name }) => name.text === 'from');
    const isRelative = /^[\w.]/.test(text) && !/^[A-Za-z]:/.test(text) && !text.includes('$');
    if (!isRelative && !(isAll && /^\/\.?$/.test(text))) continue;
    unset ??= startsAtRoot(model, stage);
    if (!unset || isMeant(stage, start, block, text)) return;
    const at = shift(span, start);
    if (isRelative) {
      yield {
        at,
        message: ko.nowhere(text),
        fixes: [{ title: ko.set, edits: [insert(start + block.span.start, `WORKDIR /app${lineBreak(model.file)}`)] }],
        ...(isAll && { severity: 'warning' as const }),
      };
    } else yield { at, message: ko.root };
    return;
  }
}

/** `COPY x.jar app.jar` and then `/app.jar`: somebody who knows where it goes. */
function isMeant({ instructions }: Stage, at: number, { sources }: Transfer, destination: string): boolean {
  const name = (/\/$|^\.$/.test(destination) ? sources[0]?.text : destination)?.replace(/^.*\/(?=.)|^\.\//, '') ?? '';
  return /\w/.test(name) && instructions.some(({ start, block }) => start > at && textOf(block).includes(`/${name}`));
}

/** Whether the base is known to leave the working directory at `/`, and no stage below sets it. */
function startsAtRoot(model: DockerfileModel, stage: Stage): boolean {
  const base = baseOf(model, stage);
  if (!base || !(isSystem(base) || isLanguage(base))) return false;
  return !chainOf(model.facts, stage)
    .slice(1)
    .some(({ instructions }) => instructions.some(({ block }) => block.keyword === 'WORKDIR'));
}
