import { dockerfile } from '../../core/example.ts';
import { type Finding, insert } from '../../core/rule.ts';
import { type Placed, shift } from '../../core/text.ts';
import { textOf } from '../commands.ts';
import type { Stage } from '../facts.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  owned: (user: string) => `\`USER ${user}\` 뒤라도 복사한 파일의 주인은 \`root\`라서 이 사용자는 고칠 수 없습니다. \`--chown=${user}\` 옵션을 붙이세요.`,
  give: (user: string) => `\`--chown=${user}\` 붙이기`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '`USER` 뒤에 복사하는 파일에는 `--chown`을 붙이세요',
    what: '`USER`로 사용자를 바꾼 뒤 `--chown` 없이 복사하고, 그 사용자로 설치나 빌드를 합니다.',
    why: '`COPY`는 `USER`와 관계없이 `root`의 파일로 복사합니다. 그 사용자로 `npm install` 같은 명령이 파일을 고치려 하면 `permission denied`로 실패합니다.',
    how: '`COPY --chown=node:node . .`처럼 주인을 정해 주세요. `WORKDIR`가 만든 폴더도 `root`의 것이니 `RUN chown`이 필요할 수 있습니다.',
  },
  also: ['D251'],
  href: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',

  *file({ facts }) {
    for (const stage of facts.stages) yield* judge(stage);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        USER node
        WORKDIR /home/node/app
        COPY package*.json ./
        ^^^^
        RUN npm install
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        USER node
        WORKDIR /home/node/app
        COPY --chown=node package*.json ./
        RUN npm install
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY --chown=node:node package.json ./
        USER node
        RUN npm install
        COPY server.js ./
      `,
    },
  ],
};

/** The first copy between a USER and a RUN that installs or builds as that user. */
function* judge({ instructions }: Stage): Generator<Finding> {
  let user: string | undefined;
  let copy: Placed<Instruction> | undefined;
  for (const placed of instructions) {
    const { start, block } = placed;
    if (block.keyword === 'USER') {
      const name = textOf(block);
      user = /^(?:root|0)(?::|$)/.test(name) || !/^[\w.-]+(?::[\w.-]+)?$/.test(name) ? undefined : name;
      copy = undefined;
    } else if (block.keyword === 'COPY' && user && !copy && !block.flags.some(({ name }) => name.text === 'chown' || name.text === 'chmod')) copy = placed;
    else if (block.keyword === 'RUN' && user && copy && WRITES.test(textOf(block))) {
      const at = shift(copy.block.name.span, copy.start);
      yield { at, message: ko.owned(user), fixes: [{ title: ko.give(user), edits: [insert(at.end, ` --chown=${user}`)] }] };
      return;
    } else if (block.keyword === 'RUN' && copy && start > copy.start && /\bchown\b/.test(textOf(block))) return;
  }
}

/** Commands that write beside the files they read. */
const WRITES = /^(?:npm|yarn|pnpm|bun) +(?:i|ci|install|add|run)\b|^\.?\/?(?:gradlew|mvnw)\b|^(?:gradle|mvn|bundle|composer) +\w/;
