import { dockerfile } from '../../core/example.ts';
import { imageProblem } from '../../core/grammar/images.ts';
import { nearest } from '../../core/nearest.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { type Placed, shift, type Word } from '../../core/text.ts';
import { type Facts, referencesOf, type Stage, usesOf } from '../facts.ts';
import type { DockerfileRule } from '../rule.ts';
import { straysIn } from '../stray.ts';

const ko = {
  own: (name: string) => `\`${name}\` 스테이지는 지금 만들고 있는 스테이지입니다. 앞에서 끝난 스테이지의 이름을 적으세요.`,
  later: (name: string) => `\`${name}\` 스테이지는 이 줄보다 뒤에 있습니다. 그 스테이지를 위로 옮기거나 앞에 있는 스테이지를 적으세요.`,
  index: (index: string, count: number) => `\`${index}\`번 스테이지는 없습니다. 스테이지는 ${count}개이고 0번부터 셉니다.`,
  near: (name: string, other: string) => `\`${name}\` 스테이지가 없어 도커 허브에서 같은 이름의 이미지를 찾습니다. \`${other}\` 스테이지라면 이름을 고치세요.`,
  renamed: (name: string, other: string, count: number) =>
    `${count}곳에서 \`--from=${other}\`로 복사하는데 그런 스테이지가 없고, 이 \`${name}\` 스테이지는 아무도 쓰지 않습니다. \`${other}\` 이름으로 되돌리거나 복사하는 곳을 모두 고치세요.`,
  copied: '여기에서 복사합니다.',
  invalid: (name: string) => `\`${name}\` 이름은 스테이지도 이미지도 될 수 없습니다. 앞에 있는 스테이지의 이름이나 이미지를 적으세요.`,
  variable: '`--from`에는 변수를 쓸 수 없습니다. `FROM`에서 변수를 쓴 스테이지를 만들고 그 이름을 적으세요.',
  here: '스테이지가 여기에서 시작합니다.',
  change: (name: string) => `\`${name}\`로 고치기`,
};

/** Images that people copy from; never a slip of the pen. */
const IMAGES = new Set('alpine busybox caddy composer debian docker golang gradle maven nginx node php postgres python redis ruby rust ubuntu uv bun deno'.split(' '));

/** How many stages back a slip of the pen is looked for. */
const NEAR = 30;

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '앞에 있는 스테이지에서 복사하세요',
    what: '`--from`에 적은 스테이지가 자기 자신이거나 뒤에 있거나, 이름이 틀렸습니다.',
    why: '스테이지는 위에서 아래로 만들어집니다. 아직 만들지 않은 스테이지에서는 복사할 수 없습니다. 이름이 틀리면 도커는 그런 이름의 이미지를 인터넷에서 찾습니다.',
    how: '앞에 있는 `FROM … AS 이름`의 이름을 그대로 적으세요.',
  },
  also: ['D117', 'DL3022', 'DL3023'],
  href: 'https://docs.docker.com/build/building/multi-stage/',

  *file({ facts, file }) {
    // A line that cannot be read may be the stage that is missed.
    if (straysIn(file).length > 0) return;
    const byName = new Map<string, Stage>();
    for (const stage of facts.stages) if (stage.name) byName.set(stage.name.text.toLowerCase(), stage);
    const misspelt = new Map<string, Placed<Word>[]>();
    for (const stage of facts.stages) {
      for (const { start, block } of stage.instructions) {
        if (block.keyword === 'FROM' || block.keyword === 'ONBUILD') continue;
        for (const reference of referencesOf(block)) {
          const finding = problemOf(reference, block.keyword === 'COPY', stage, facts, byName);
          if (!finding) continue;
          const { better, ...own } = finding;
          if (better === undefined) yield { ...own, at: shift(reference.span, start) };
          else misspelt.set(`${reference.text} ${better}`, [...(misspelt.get(`${reference.text} ${better}`) ?? []), { start, block: reference }]);
        }
      }
    }
    for (const [names, references] of misspelt) {
      const [text = '', better = ''] = names.split(' ');
      const stage = byName.get(better.toLowerCase());
      // Where every line says the same and none the stage's name, it is the stage that is called otherwise.
      if (references.length > 1 && stage?.name && usesOf(facts, stage).length === 0) yield renamed(stage.name, text, references);
      else
        for (const { start, block } of references)
          yield { at: shift(block.span, start), message: ko.near(text, better), severity: 'warning', fixes: [fixOf(block, start, better)] };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine AS build
        RUN npm run build

        FROM nginx:1.28-alpine
        COPY --from=biuld /app/dist /usr/share/nginx/html
        #           ^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine AS build
        RUN npm run build

        FROM nginx:1.28-alpine
        COPY --from=build /app/dist /usr/share/nginx/html
      `,
    },
    {
      bad: dockerfile`
        FROM nginx:1.28-alpine
        COPY --from=build /app/dist /usr/share/nginx/html
        #           ^^^^^

        FROM node:24-alpine AS build
        RUN npm run build
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine AS build
        COPY --from=2 /a /b
        #           ^
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine AS build
        #                      ^^^^^
        RUN npm run build

        FROM nginx:1.28-alpine
        COPY --from=builder /app/dist /usr/share/nginx/html
        COPY --from=builder /app/nginx.conf /etc/nginx/conf.d/default.conf
      `,
      fixed: dockerfile`
        FROM node:24-alpine AS builder
        RUN npm run build

        FROM nginx:1.28-alpine
        COPY --from=builder /app/dist /usr/share/nginx/html
        COPY --from=builder /app/nginx.conf /etc/nginx/conf.d/default.conf
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS build
        FROM nginx:1.28-alpine
        COPY --from=Build /app/dist /usr/share/nginx/html
        COPY --from=0 /app/dist /srv
        COPY --from=busybox:1.37 /bin/busybox /bin/
      `,
    },
  ],
};

type Found = Omit<Finding, 'at'> & { readonly better?: string };

function problemOf({ text }: Word, isCopy: boolean, own: Stage, facts: Facts, byName: ReadonlyMap<string, Stage>): Found | undefined {
  if (text === '') return undefined;
  // A mount with a variable is told of by the rule about mounts.
  if (text.includes('$')) return isCopy ? { message: ko.variable } : undefined;
  if (isCopy && /^[+-]?\d+$/.test(text)) return indexProblem(text, own, facts);
  const stage = byName.get(text.toLowerCase());
  if (stage) return orderProblem(text, stage, own);
  if (imageProblem(text)) return { message: ko.invalid(text) };
  const earlier = facts.stages.slice(Math.max(0, own.index - NEAR), own.index).flatMap(({ name }) => (name ? [name.text] : []));
  const better = /^[a-z][\w-]{2,}$/i.test(text) && !IMAGES.has(text) ? nearest(text, earlier) : undefined;
  return better ? { message: ko.near(text, better), better } : undefined;
}

function indexProblem(text: string, own: Stage, facts: Facts): Found | undefined {
  const stage = facts.stages[Number(text)];
  return stage ? orderProblem(text, stage, own) : { message: ko.index(text, facts.stages.length) };
}

function orderProblem(text: string, stage: Stage, own: Stage): Found | undefined {
  if (stage.index < own.index) return undefined;
  if (stage.index === own.index) return { message: ko.own(text) };
  return { message: ko.later(text), related: [{ at: shift(stage.from.block.name.span, stage.from.start), message: ko.here }] };
}

function renamed(name: Word, text: string, references: readonly Placed<Word>[]): Finding {
  return {
    at: name.span,
    message: ko.renamed(name.text, text, references.length),
    severity: 'warning',
    fixes: [{ title: ko.change(text), edits: [replace(name.span, text)] }],
    related: references.map(({ start, block }) => ({ at: shift(block.span, start), message: ko.copied })),
  };
}

const fixOf = ({ span }: Word, start: number, better: string) => ({ title: ko.change(better), edits: [replace(shift(span, start), better)] });
