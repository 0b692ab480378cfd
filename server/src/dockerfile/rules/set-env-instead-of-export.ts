import { dockerfile } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { scriptIn } from '../shell/read.ts';
import { type Command, isPlain, programOf } from '../shell/script.ts';

const ko = {
  lost: '여기서 정한 환경 변수는 이 `RUN`이 끝나면 사라집니다. 다음 줄과 컨테이너에서도 쓰려면 `ENV`로 적으세요.',
  env: '`ENV`로 바꾸기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '환경 변수는 `RUN export` 대신 `ENV`로 정하세요',
    what: '`RUN`의 마지막 명령이 `export`입니다.',
    why: '`RUN`은 줄마다 새 셸을 켭니다. `export`로 정한 값은 그 셸과 함께 사라져, 다음 `RUN`도 실행된 컨테이너도 알지 못합니다.',
    how: '`ENV NAME=값`으로 적으세요. 한 명령에서만 쓸 값은 `RUN NAME=값 npm run build`처럼 그 명령 앞에 적으세요.',
  },
  also: ['D204'],
  href: 'https://docs.docker.com/reference/dockerfile/#env',

  *instruction(instruction, block, escape) {
    if (instruction.keyword !== 'RUN' || instruction.heredocs.length > 0 || escape === '`') return;
    const { commands, shell, sure } = scriptIn(block, escape);
    const last = commands.at(-1);
    if (!shell || !sure || !last || !isPlain(last) || !sets(last) || last.after === '&') return;
    yield { at: last.span, message: ko.lost, fixes: commands.every(sets) ? fixesFor(instruction, commands) : [] };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN export NODE_ENV=production
            ^^^^^^^^^^^^^^^^^^^^^^^^^^
        CMD ["node", "server.js"]
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV NODE_ENV=production
        CMD ["node", "server.js"]
      `,
    },
    {
      bad: dockerfile`
        FROM eclipse-temurin:21-jre
        RUN export PATH=$PATH:/opt/tools/bin
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM eclipse-temurin:21-jre
        ENV PATH=$PATH:/opt/tools/bin
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        ENV NODE_ENV=production
        RUN export CI=true && npm run build
      `,
    },
  ],
};

/** `export A=1`, or `A=1` with no command behind it. `export A` alone gives no value. */
const sets = (command: Command) =>
  programOf(command) === 'export'
    ? command.words.length > 1 && command.words.slice(1).every(({ raw }) => /^[A-Za-z_]\w*=/.test(raw))
    : command.words.length === 0 && command.assignments.length > 0 && command.redirects.length === 0;

function fixesFor({ span }: Instruction, commands: readonly Command[]): Fix[] {
  const pairs = commands.flatMap(({ words, assignments }) => [...assignments, ...words.slice(1)]);
  // ENV reads `$NAME` and quotes as the shell does; it runs nothing and knows no `~`.
  if (pairs.some(({ raw }) => /\$\(|`|[=:]~|\$['"]|\+=/.test(raw))) return [];
  return [{ title: ko.env, edits: [replace(span, `ENV ${pairs.map(({ raw }) => raw).join(' ')}`)] }];
}
