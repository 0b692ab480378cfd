import { dockerfile } from '../../core/example.ts';
import type { Finding } from '../../core/rule.ts';
import { lastOf } from '../commands.ts';
import type { Stage } from '../facts.ts';
import type { DockerfileRule } from '../rule.ts';
import { copiesFrom, forgottenCopy, usesAny } from '../stages.ts';

const ko = {
  unused: (name: string) => `\`${name}\` 스테이지의 결과를 뒤에서 가져가지 않아 빌드되지 않습니다. \`COPY --from=${name}\` 줄로 가져오거나, 필요 없으면 지우세요.`,
  unnamed: '이 스테이지의 결과를 뒤에서 가져가지 않아 빌드되지 않습니다. `AS 이름`을 붙여 `COPY --from=이름`으로 가져오거나, 필요 없으면 지우세요.',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '빌드한 스테이지의 결과를 가져다 쓰세요',
    what: '스테이지가 여럿인데 뒤의 스테이지가 앞의 스테이지를 하나도 쓰지 않습니다.',
    why: '`docker build`는 마지막 스테이지와 그것에 필요한 스테이지만 빌드합니다. 쓰이지 않는 스테이지는 건너뛰므로, 거기서 만든 파일도 이미지에 없습니다.',
    how: '마지막 스테이지에서 `COPY --from=build /app/dist ./dist`처럼 결과를 가져오세요. `--target`으로 따로 빌드하는 스테이지라면 그대로 두어도 됩니다.',
  },
  also: ['D226'],
  href: 'https://docs.docker.com/build/building/multi-stage/',

  *file({ facts }) {
    // Where one is used, the others are other targets of the same file.
    if (usesAny(facts)) return;
    const copies = copiesFrom(facts);
    for (const stage of facts.stages.slice(0, -1)) if (!forgottenCopy(stage, copies)) yield* judge(stage);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine AS build
        #                      ^^^^^
        WORKDIR /app
        COPY . .
        RUN npm ci && npm run build

        FROM nginx:1.28-alpine
        COPY dist /usr/share/nginx/html
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS build
        WORKDIR /app
        COPY . .
        RUN npm ci && npm run build

        FROM build AS test
        CMD ["npm", "test"]

        FROM nginx:1.28-alpine
        COPY --from=build /app/dist /usr/share/nginx/html
      `,
    },
  ],
};

/** A stage with a command of its own, or with a name that says so, is built with `--target`. */
function* judge(stage: Stage): Generator<Finding> {
  if (lastOf(stage, 'CMD') || lastOf(stage, 'ENTRYPOINT') || !stage.instructions.some(({ block }) => block.keyword === 'RUN')) return;
  if (/dev|test|lint|debug|prod|release|export|artifact|ci|local|check|doc|final|runtime|bench|format|update|validate|vendor|target/i.test(stage.name?.text ?? '')) return;
  if (stage.name) yield { at: stage.name.span, message: ko.unused(stage.name.text) };
  else if (stage.image) yield { at: stage.image.span, message: ko.unnamed };
}
