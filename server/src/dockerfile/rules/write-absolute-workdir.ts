import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { textOf } from '../commands.ts';
import { parentOf, type Stage } from '../facts.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  relative: (path: string) => `앞에 절대 경로 \`WORKDIR\`가 없어 \`${path}\` 폴더가 어디에 생길지 베이스 이미지에 달려 있습니다. \`/\`로 시작하는 경로를 적으세요.`,
  absolute: (path: string) => `\`${path}\` 경로로 바꾸기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`WORKDIR`에는 절대 경로를 적으세요',
    what: '`WORKDIR app`처럼 `/` 없이 시작하는 경로를 적었습니다.',
    why: '상대 경로는 베이스 이미지가 정해 둔 작업 디렉터리 뒤에 붙습니다. 베이스 이미지를 바꾸면 파일이 있는 곳도 달라집니다.',
    how: '`WORKDIR /app`처럼 `/`로 시작하는 경로를 적으세요.',
  },
  also: ['D201', 'WorkdirRelativePath', 'DL3000'],
  href: 'https://docs.docker.com/reference/build-checks/workdir-relative-path/',

  *file({ facts }) {
    const anchored = new Set<Stage>();
    for (const stage of facts.stages) {
      const parent = parentOf(facts, stage);
      let isSet = parent !== undefined && anchored.has(parent);
      for (const { start, block } of stage.instructions) {
        const path = block.keyword === 'WORKDIR' ? textOf(block).replace(/^(["'])(.*)\1$/, '$2') : '';
        if (path === '') continue;
        if (!isSet && /^[\w.-]/.test(path) && !/^[A-Za-z]:/.test(path)) {
          const at = shift({ start: block.args[0]?.span.start ?? block.span.end, end: block.span.end }, start);
          const fixed = `/${path.replace(/^(?:\.\/)+|^\.$/, '')}`;
          const fixes = /\$|\.\./.test(path) ? [] : [{ title: ko.absolute(fixed), edits: [replace(at, fixed)] }];
          yield { at, message: ko.relative(path), fixes };
        }
        isSet = true;
      }
      if (isSet) anchored.add(stage);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR app
        #       ^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS base
        WORKDIR /app
        WORKDIR web

        FROM base
        WORKDIR $DIR
        WORKDIR api
      `,
    },
  ],
};
