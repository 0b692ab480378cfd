import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import type { Stage } from '../facts.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  overridden: (name: string) => `\`ENV ${name}\` 줄이 \`ARG ${name}\` 값을 덮어써 \`--build-arg ${name}=…\`이 듣지 않습니다. \`ENV ${name}=$${name}\`처럼 받은 값을 넘기세요.`,
  arg: '이 값은 쓰이지 못합니다.',
  pass: '`ARG` 값을 받고, 없으면 지금 값을 쓰기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`ARG`로 받은 값을 같은 이름의 `ENV`에 넘기세요',
    what: '`ARG` 아래에서 같은 이름의 `ENV`가 정해진 값으로 덮어씁니다.',
    why: '같은 이름이면 나중에 적은 `ENV`의 값이 쓰입니다. `docker build --build-arg`로 다른 값을 넘겨도 아무 말 없이 무시됩니다.',
    how: '`ENV 이름=$이름`처럼 `ARG` 값을 넘기세요. 바꿀 일이 없는 값이면 `ARG` 줄을 지우세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/dockerfile/#using-arg-variables',

  *file({ facts }) {
    for (const stage of facts.stages) yield* judge(stage);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        ARG APP_PORT
        ENV APP_PORT=3000
        #   ^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ARG APP_PORT
        ENV APP_PORT=\${APP_PORT:-3000}
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        ARG APP_PORT=3000
        ENV APP_PORT=$APP_PORT
        ARG APP_ENV=development
        RUN echo $APP_ENV
        ENV APP_ENV=production
      `,
    },
  ],
};

/** Arguments that nothing has read by the time an ENV of the same name sets something else. */
function* judge({ instructions }: Stage): Generator<Finding> {
  const unread = new Map<string, { readonly start: number; readonly end: number; readonly hasDefault: boolean }>();
  for (const { start, block } of instructions) {
    for (const { name } of block.expansions) unread.delete(name.text);
    // A program that is run reads its environment, whatever its command line says.
    if (block.keyword === 'RUN') unread.clear();
    if (block.keyword === 'ARG') for (const { name, value } of block.pairs) unread.set(name.text, { ...shift(name.span, start), hasDefault: value !== undefined });
    if (block.keyword !== 'ENV') continue;
    for (const { name, value } of block.pairs) {
      const arg = unread.get(name.text);
      if (!arg) continue;
      unread.delete(name.text);
      const isPlain = value && !block.legacy && !arg.hasDefault && /^[\w./:@-]+$/.test(value.text);
      yield {
        at: shift(name.span, start),
        message: ko.overridden(name.text),
        related: [{ at: arg, message: ko.arg }],
        ...(isPlain && { fixes: [{ title: ko.pass, edits: [replace(shift(value.span, start), `\${${name.text}:-${value.text}}`)] }] }),
      };
    }
  }
}
