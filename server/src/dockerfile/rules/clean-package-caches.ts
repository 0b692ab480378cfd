import { dockerfile } from '../../core/example.ts';
import { remembered } from '../../core/remember.ts';
import { type Finding, type Fix, insert, placed } from '../../core/rule.ts';
import type { Block, Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { isApt, isInstall, type PackageCall, packageCallsIn } from '../shell/packages.ts';
import { isForeignManager } from '../shell/programs.ts';
import { scriptIn } from '../shell/read.ts';
import { type Command, isPlain, type Script } from '../shell/script.ts';
import { lineage, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  apt: '내려받은 패키지 목록이 이미지에 그대로 남습니다. 같은 `RUN` 끝에 `&& rm -rf /var/lib/apt/lists/*`를 붙이면 이미지가 작아집니다.',
  option: (option: string) => `설치에 쓴 캐시가 이미지에 그대로 남습니다. \`${option}\` 옵션을 붙이면 이미지가 작아집니다.`,
  clean: (manager: string) => `설치에 쓴 캐시가 이미지에 그대로 남습니다. 같은 \`RUN\` 끝에 \`&& ${manager} clean all\`을 붙이면 이미지가 작아집니다.`,
  add: (text: string) => `\`${text}\` 붙이기`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '설치하고 남은 캐시는 같은 `RUN`에서 지우세요',
    what: '패키지를 설치한 `RUN`이 내려받은 목록이나 캐시를 남깁니다.',
    why: '`RUN` 하나가 레이어 하나입니다. 다음 `RUN`에서 지워도 앞 레이어에는 그대로 들어 있어 이미지가 줄지 않습니다.',
    how: '`apt-get`은 `&& rm -rf /var/lib/apt/lists/*`를 잇고, `apk add`에는 `--no-cache`, `pip install`에는 `--no-cache-dir`을 붙이세요. 다시 받지 않으려면 `RUN --mount=type=cache`를 쓰세요.',
  },
  also: ['D210', 'DL3009', 'DL3019', 'DL3032', 'DL3040', 'DL3042'],
  href: 'https://docs.docker.com/build/building/best-practices/#apt-get',

  *file(model) {
    const final = shellRunsOf(model).find(({ stage }) => stage === model.facts.stages.at(-1));
    // What another stage leaves behind is not in the image.
    if (final) for (const run of lineage(final)) yield* inStage(run);
  },

  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        RUN apt-get update && apt-get install -y curl
                              ^^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN apk add curl
            ^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        RUN apk add --no-cache curl
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        COPY requirements.txt ./
        RUN pip install -r requirements.txt
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        COPY requirements.txt ./
        RUN pip install --no-cache-dir -r requirements.txt
      `,
    },
    {
      good: dockerfile`
        FROM python:3.13-slim
        COPY requirements.txt ./
        RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
      `,
    },
  ],
};

function* inStage(run: StageRun): Generator<Finding> {
  const noPipCache = [...lineage(run)].some(({ steps }) => steps.some(setsNoCache));
  for (const { block, start } of run.steps) {
    for (const { manager, finding } of cachesIn(block)) {
      if (!(noPipCache && manager === 'pip') && !isForeignManager(run.base, manager)) yield placed(start, finding);
    }
  }
}

/** What each package manager of a RUN leaves behind. Windows and its other escape character are left out before. */
const cachesIn = remembered((block: Block): readonly { readonly manager: string; readonly finding: Finding }[] => {
  const { instruction, text } = block;
  if (instruction?.keyword !== 'RUN' || instruction.flags.some(({ name }) => name.text === 'mount')) return [];
  const script = scriptIn(block, '\\');
  const said = new Set<string>();
  return packageCallsIn(script).flatMap(({ command, call }) => {
    const { manager } = call;
    if (!isInstall(call) || said.has(manager)) return [];
    said.add(manager);
    const finding = cacheOf(call, command, text, (addition) => appending(script, instruction, addition));
    return finding ? [{ manager, finding }] : [];
  });
});

function cacheOf(call: PackageCall, command: Command, text: string, append: (addition: string) => Fix[]): Finding | undefined {
  const { action, manager } = call;
  const at = { start: call.program.span.start, end: command.words.at(-1)?.span.end ?? command.span.end };
  const option = (name: string): Finding => ({ at, message: ko.option(name), fixes: [{ title: ko.add(name), edits: [insert(action.span.end, ` ${name}`)] }] });
  const has = (pattern: RegExp) => command.words.some((word) => pattern.test(word.text) || (!word.known && word.raw.startsWith('$')));
  if (isApt(call)) return /\/var\/lib\b|dist-?clean/.test(text) || !text.includes('update') ? undefined : { at, message: ko.apt, fixes: append('&& rm -rf /var/lib/apt/lists/*') };
  if (manager === 'apk') return has(/^--no-cache$|^--cache-dir/) || /\/var\/cache|\/etc\/apk\/cache|apk cache/.test(text) ? undefined : option('--no-cache');
  if (manager === 'pip') return has(/^--no-cache(?:-dir)?$|^--cache-dir/) || /\.cache|pip cache|no_cache/i.test(text) ? undefined : option('--no-cache-dir');
  if (!/^(?:yum|dnf|microdnf)$/.test(manager) || /clean all|\/var\/cache/.test(text)) return undefined;
  return { at, message: ko.clean(manager), fixes: append(`&& ${manager} clean all`) };
}

/** A setting that tells `pip` to keep nothing. */
const setsNoCache = ({ instruction, block }: Step) =>
  (instruction.keyword === 'ENV' || instruction.keyword === 'ARG' || instruction.keyword === 'COPY') && /PIP_NO_CACHE_DIR|pip\.conf/.test(block.text);

/** Behind the last command of a RUN that is one chain. */
function appending({ commands, shell }: Script, { heredocs, span }: Instruction, text: string): Fix[] {
  if (!shell || heredocs.length > 0 || !commands.every((command) => isPlain(command) && (command.after === '&&' || command.after === ''))) return [];
  return [{ title: ko.add(text), edits: [insert(span.end, ` ${text}`)] }];
}
