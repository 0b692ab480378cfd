import { dockerfile } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { scriptIn } from '../shell/read.ts';
import { type Command, isPlain, programOf } from '../shell/script.ts';

const ko = {
  lost: (what: string) => `\`${what}\` 명령의 효과는 이 \`RUN\`이 끝나면 사라집니다. 필요한 명령과 한 \`RUN\`에 \`&&\`로 잇거나, \`ENV PATH\`처럼 남는 설정으로 바꾸세요.`,
  path: (folder: string) => `\`ENV PATH\`에 \`${folder}/bin\` 넣기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '가상 환경은 켜서 쓸 명령과 한 `RUN`에서 켜세요',
    what: '`RUN`의 마지막 명령이 `source`, `.`, `alias`, `conda activate`처럼 지금 셸의 설정만 바꿉니다.',
    why: '`RUN`은 줄마다 새 셸을 켭니다. 켜 둔 가상 환경도 별명도 그 셸과 함께 사라져, 다음 줄의 `pip install`은 가상 환경 밖에 설치됩니다.',
    how: '`RUN . venv/bin/activate && pip install flask`처럼 한 줄에 잇거나, `ENV PATH="/opt/venv/bin:$PATH"`로 가상 환경을 늘 앞에 두세요.',
  },
  also: ['D204', 'D225'],
  href: 'https://docs.docker.com/reference/dockerfile/#run',

  *instruction(instruction, block, escape) {
    if (instruction.keyword !== 'RUN' || instruction.heredocs.length > 0 || escape === '`') return;
    const { commands, shell, sure } = scriptIn(block, escape);
    const last = commands.at(-1);
    const what = last && isPlain(last) && last.after === '' ? changes(last) : undefined;
    if (!shell || !sure || !last || !what) return;
    yield { at: last.span, message: ko.lost(what), fixes: commands.length === 1 ? fixesFor(instruction, last) : [] };
  },

  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        RUN python -m venv /opt/venv
        RUN . /opt/venv/bin/activate
            ^^^^^^^^^^^^^^^^^^^^^^^^
        RUN pip install --no-cache-dir flask
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        RUN python -m venv /opt/venv
        ENV PATH="/opt/venv/bin:$PATH"
        RUN pip install --no-cache-dir flask
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN alias ll='ls -l'
            ^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM python:3.13-slim
        RUN python -m venv /opt/venv
        RUN . /opt/venv/bin/activate && pip install --no-cache-dir flask
      `,
    },
  ],
};

/** The words that name a command which changes nothing but its own shell. */
function changes(command: Command): string | undefined {
  const program = programOf(command);
  const [, first] = command.words;
  if (!first) return undefined;
  if (program === 'source' || program === '.') return command.words.length === 2 ? program : undefined;
  if (program === 'alias') return first.raw.includes('=') ? program : undefined;
  return program === 'conda' && first.text === 'activate' ? 'conda activate' : undefined;
}

function fixesFor({ span }: Instruction, { words: [, file] }: Command): Fix[] {
  const folder = file?.known ? /^(\/[\w./-]+)\/bin\/activate$/.exec(file.text)?.[1] : undefined;
  return folder ? [{ title: ko.path(folder), edits: [replace(span, `ENV PATH="${folder}/bin:$PATH"`)] }] : [];
}
