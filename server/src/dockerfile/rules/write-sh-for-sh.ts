import { dockerfile } from '../../core/example.ts';
import { type Fix, insert, replace } from '../../core/rule.ts';
import type { Span } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';
import { type Command, programOf, type ShellWord } from '../shell/script.ts';
import { inFile, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  command: (word: string) =>
    `\`${word}\` 명령은 \`bash\`에만 있고, 이 이미지의 \`RUN\`은 \`sh\`로 실행되어 \`not found\`로 실패합니다. 앞에 \`SHELL ["/bin/bash", "-c"]\`를 적으세요.`,
  source: '`source` 명령은 `bash`에만 있고, 이 이미지의 `RUN`은 `sh`로 실행되어 `not found`로 실패합니다. 뜻이 같은 `.`으로 바꾸세요.',
  equals: '`[ ]` 안의 `==`는 `bash`에만 있고, 이 이미지의 `RUN`은 `sh`로 실행되어 오류가 나거나 늘 거짓입니다. `=` 하나로 바꾸세요.',
  dot: '`.`으로 바꾸기',
  single: '`=`로 바꾸기',
  bash: '`bash`로 실행하기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`RUN`에는 `sh`가 아는 문법을 쓰세요',
    what: '`bash`에만 있는 `source`, `[[ ]]`, `==` 같은 문법을 쓰고 있습니다.',
    why: '셸 형식의 `RUN`은 `/bin/sh`로 실행됩니다. Debian과 Ubuntu의 `sh`는 `bash`가 아니라 작은 셸 `dash`라서, 터미널에서 되던 명령도 빌드에서는 실패합니다.',
    how: '`source`는 `.`으로, `==`는 `=`로 바꾸세요. `bash`가 꼭 필요하면 앞에 `SHELL ["/bin/bash", "-c"]`를 적으세요.',
  },
  also: ['D225', 'SC3010', 'SC3014', 'SC3046'],
  href: 'https://docs.docker.com/reference/dockerfile/#shell',

  *file(model) {
    for (const run of shellRunsOf(model)) {
      if (run.base.system !== 'debian' && run.base.system !== 'ubuntu') continue;
      for (const step of run.steps) {
        if (step.instruction.keyword !== 'RUN' || step.shell || !step.script.shell || !isSh(step)) continue;
        // Linked to another shell somewhere: nobody knows which one reads the lines.
        if (/\/bin\/sh\b|dash/.test(step.block.text.replace(/#![^\n]*/g, ''))) break;
        for (const command of step.script.commands) {
          const found = command.within.includes('shell') ? undefined : foreign(step, command);
          if (found) yield { at: inFile(step, found.at), message: found.message, fixes: found.fixes };
        }
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        RUN python -m venv venv && source venv/bin/activate && pip install --no-cache-dir flask
                                   ^^^^^^
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        RUN python -m venv venv && . venv/bin/activate && pip install --no-cache-dir flask
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-bookworm-slim
        ARG MODE=build
        RUN if [ "$MODE" == "build" ]; then npm run build; fi
                         ^^
      `,
      fixed: dockerfile`
        FROM node:24-bookworm-slim
        ARG MODE=build
        RUN if [ "$MODE" = "build" ]; then npm run build; fi
      `,
    },
    {
      bad: dockerfile`
        FROM eclipse-temurin:21
        RUN [[ -f gradlew ]] && chmod +x gradlew
            ^^
      `,
      fixed: dockerfile`
        FROM eclipse-temurin:21
        SHELL ["/bin/bash", "-c"]
        RUN [[ -f gradlew ]] && chmod +x gradlew
      `,
    },
    {
      good: dockerfile`
        FROM python:3.13-slim
        SHELL ["/bin/bash", "-c"]
        RUN python -m venv venv && source venv/bin/activate && pip install --no-cache-dir flask
      `,
    },
  ],
};

/** The instruction's own shell reads it, or `sh` by name. */
const isSh = ({ script: { interpreter } }: Step) => interpreter === undefined || interpreter === 'sh' || interpreter === 'dash';

interface Found {
  readonly at: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** What of a command only bash knows. The last command's `source` is another rule's: it is lost anyway. */
function foreign(step: Step, command: Command): Found | undefined {
  const [first] = command.words;
  const program = programOf(command);
  if (!first || first.quoted) return undefined;
  if (program === 'source' && step.script.commands.at(-1) !== command) return { at: first.span, message: ko.source, fixes: dotted(step, command, first) };
  if (/^(?:\[\[|pushd|popd|shopt)$/.test(program)) return { at: first.span, message: ko.command(program), fixes: inBash(step) };
  if (program !== '[' && program !== 'test') return undefined;
  const equals = command.words.find(({ raw }) => raw === '==');
  return equals && { at: equals.span, message: ko.equals, fixes: [{ title: ko.single, edits: [replace(inFile(step, equals.span), '=')] }] };
}

/** `.` looks for a name without a folder along PATH, so only a path is the same for both. */
function dotted(step: Step, { words: [, file] }: Command, { span }: ShellWord): Fix[] {
  return file?.text.includes('/') ? [{ title: ko.dot, edits: [replace(inFile(step, span), '.')] }] : inBash(step);
}

const inBash = (step: Step): Fix[] => [{ title: ko.bash, edits: [insert(step.start + step.instruction.span.start, 'SHELL ["/bin/bash", "-c"]\n')] }];
