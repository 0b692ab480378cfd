import { dockerfile } from '../../core/example.ts';
import { shift } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';
import { straysIn } from '../stray.ts';

const ko = {
  left: '깃(Git)이 남긴 충돌 표시입니다. 두 내용 가운데 남길 것을 고르고 표시 줄들을 지우세요.',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '도커파일에 남은 깃 충돌 표시를 지우세요',
    what: '`<<<<<<<`, `=======`, `>>>>>>>` 줄이 도커파일에 남아 있습니다.',
    why: '깃이 두 변경을 합치지 못했을 때 적어 두는 표시입니다. 도커는 모르는 명령으로 읽고 빌드를 시작하지 않습니다.',
    how: '남길 내용만 두고 표시 줄 세 개를 모두 지우세요.',
  },
  also: ['D133'],
  href: 'https://git-scm.com/docs/git-merge#_how_conflicts_are_presented',

  *file({ file }) {
    let open = false;
    for (const { kind, start, block, instruction } of straysIn(file)) {
      if (kind !== 'conflict') continue;
      const mark = instruction.name.text;
      // The three lines of one conflict are one mistake.
      if (mark.startsWith('<') || !open) {
        const line = /[^\r\n]*/.exec(block.text.slice(instruction.name.span.start))?.[0].trimEnd().length ?? 0;
        yield { at: shift({ start: instruction.name.span.start, end: instruction.name.span.start + line }, start), message: ko.left };
      }
      open = !mark.startsWith('>');
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        <<<<<<< HEAD
        ^^^^^^^^^^^^
        CMD ["npm", "start"]
        =======
        CMD ["node", "server.js"]
        >>>>>>> feature
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        # =======
        CMD ["npm", "start"]
      `,
    },
  ],
};
