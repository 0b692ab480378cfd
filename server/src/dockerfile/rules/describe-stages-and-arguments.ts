import { dockerfile } from '../../core/example.ts';
import { shift } from '../../core/text.ts';
import type { Block, Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  arg: (name: string) => `\`ARG\` 바로 위의 주석은 설명으로 읽힙니다. \`# ${name} 설명\`처럼 변수 이름으로 시작하거나, 사이에 빈 주석 줄을 두세요.`,
  stage: (name: string) => `\`FROM\` 바로 위의 주석은 설명으로 읽힙니다. \`# ${name} 설명\`처럼 스테이지 이름으로 시작하거나, 사이에 빈 주석 줄을 두세요.`,
};

export const rule: DockerfileRule = {
  severity: 'off',
  lesson: {
    title: '`ARG`와 스테이지의 설명은 이름으로 시작하세요',
    what: '`ARG`나 이름 있는 `FROM` 바로 위의 주석이 그 이름으로 시작하지 않습니다.',
    why: '`docker build --call=outline`은 바로 위 주석이 이름으로 시작할 때만 설명으로 보여 줍니다. 아직 실험하는 기능이라 처음에는 꺼져 있습니다.',
    how: '`# VERSION Node.js 버전`처럼 이름을 먼저 적으세요.',
  },
  also: ['InvalidDefinitionDescription'],
  href: 'https://docs.docker.com/reference/build-checks/invalid-definition-description/',

  *file({ file: { blocks } }) {
    for (const [i, { start, block }] of blocks.entries()) {
      const { instruction } = block;
      const above = blocks[i - 1]?.block;
      if (!instruction || !above || above.instruction) continue;
      const names = namesOf(instruction);
      const comment = commentAbove(above);
      if (names.length === 0 || comment === undefined || names.some((name) => comment.startsWith(`${name} `))) continue;
      yield { at: shift(instruction.name.span, start), message: instruction.keyword === 'FROM' ? ko.stage(names[0] ?? '') : ko.arg(names[0] ?? '') };
    }
  },

  examples: [
    {
      bad: dockerfile`
        # the version of Node.js
        ARG VERSION=24
        ^^^
        FROM node:\${VERSION}-alpine
      `,
    },
    {
      good: dockerfile`
        # VERSION the version of Node.js
        ARG VERSION=24
        # shop
        #
        FROM node:\${VERSION}-alpine AS build
      `,
    },
  ],
};

function namesOf(instruction: Instruction): readonly string[] {
  if (instruction.keyword === 'ARG') return instruction.pairs.map(({ name }) => name.text);
  return instruction.keyword === 'FROM' && instruction.stage ? [instruction.stage.text.toLowerCase()] : [];
}

/** The last comment, unless an empty one, a blank line or a directive stands between. */
function commentAbove({ comments, text }: Block): string | undefined {
  const last = comments.at(-1);
  return !last || last.text === '' || /\n[ \t\r]*\n\s*$/.test(text.slice(last.span.start)) || /^[a-z]+=/i.test(last.text) ? undefined : last.text;
}
