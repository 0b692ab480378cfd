import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { kindOf } from '../scalars.ts';
import { scalarAt } from '../services.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  relative: (path: string) => `\`working_dir\`에 적은 \`${path}\` 경로 앞에 \`/\`가 없습니다. 컨테이너 안의 경로를 \`/app\`처럼 \`/\`로 시작해서 적으세요.`,
  change: (path: string) => `\`${path}\`로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '`working_dir`은 `/`로 시작하세요',
    what: '컨테이너의 작업 폴더가 `/`로 시작하지 않습니다.',
    why: '`docker compose config`는 통과하지만 컨테이너를 만들 때 `the working directory is invalid, it needs to be an absolute path` 오류가 납니다.',
    how: '`working_dir: /app`처럼 컨테이너 안의 전체 경로를 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/services/#working_dir',

  *service({ node }) {
    const path = scalarAt(node, 'working_dir');
    if (!path || kindOf(path) !== 'string' || hasVariable(path)) return;
    const text = textOf(path);
    if (text === '' || text.startsWith('/') || /^[A-Za-z]:|^\\/.test(text)) return;
    const better = `/${text.replace(/^(?:\.\/)+/, '')}`;
    const mends = text === path.raw.text && /^\/\w[\w./-]*$/.test(better) && !better.includes('..');
    yield { at: path.raw.span, message: ko.relative(text), ...(mends && { fixes: [{ title: ko.change(better), edits: [replace(path.raw.span, better)] }] }) };
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: node:22-slim
            working_dir: app
        #                ^^^
      `,
      fixed: compose`
        services:
          api:
            image: node:22-slim
            working_dir: /app
      `,
    },
    {
      good: compose`
        services:
          api:
            image: node:22-slim
            working_dir: /app
      `,
    },
  ],
};
