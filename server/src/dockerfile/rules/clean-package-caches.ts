import { dockerfile } from '../../core/example.ts';
import { type Finding, type Fix, insert } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';
import { isApt, isInstall, type PackageCall, packageCall } from '../shell/packages.ts';
import { isForeignManager } from '../shell/programs.ts';
import { type Command, isPlain } from '../shell/script.ts';
import { inFile, lineage, runCommands, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

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
  const said = new Set<string>();
  const noPipCache = [...lineage(run)].some(({ steps }) => steps.some(setsNoCache));
  for (const { step, command } of runCommands(run)) {
    const call = packageCall(command);
    if (!call || !isInstall(call) || isForeignManager(run.base, call.manager) || step.instruction.flags.some(({ name }) => name.text === 'mount')) continue;
    const key = `${step.start} ${call.manager}`;
    const finding = said.has(key) || (noPipCache && call.manager === 'pip') ? undefined : cacheOf(call, command, step);
    said.add(key);
    if (!finding) continue;
    yield { ...finding, at: inFile(step, finding.at) };
  }
}

function cacheOf(call: PackageCall, command: Command, step: Step): Finding | undefined {
  const { text } = step.block;
  const at = command.words[0] ? { start: command.words[0].span.start, end: command.words.at(-1)?.span.end ?? command.span.end } : command.span;
  const option = (name: string): Finding => ({ at, message: ko.option(name), fixes: [{ title: ko.add(name), edits: [insert(step.start + call.action.span.end, ` ${name}`)] }] });
  const has = (pattern: RegExp) => command.words.some((word) => pattern.test(word.text) || (!word.known && word.raw.startsWith('$')));
  if (isApt(call))
    return /\/var\/lib\/apt|dist-?clean/.test(text) || !/update/.test(text) ? undefined : { at, message: ko.apt, fixes: appending(step, '&& rm -rf /var/lib/apt/lists/*') };
  if (call.manager === 'apk')
    return has(/^--no-cache$|^--cache-dir/) || /\/var\/cache\/(?:apk|\*)|\/etc\/apk\/cache|apk cache|\/var\/cache\b/.test(text) ? undefined : option('--no-cache');
  if (call.manager === 'pip') return has(/^--no-cache(?:-dir)?$|^--cache-dir/) || /\.cache|pip cache|NO_CACHE/i.test(text) ? undefined : option('--no-cache-dir');
  if (/^(?:yum|dnf|microdnf)$/.test(call.manager) && !/clean all|\/var\/cache/.test(text))
    return { at, message: ko.clean(call.manager), fixes: appending(step, `&& ${call.manager} clean all`) };
  return undefined;
}

/** A setting that tells `pip` to keep nothing. */
const setsNoCache = ({ instruction, block }: Step) =>
  (instruction.keyword === 'ENV' || instruction.keyword === 'ARG' || instruction.keyword === 'COPY') && /PIP_NO_CACHE_DIR|pip\.conf/.test(block.text);

/** Behind the last command of a RUN that is one chain. */
function appending({ start, script, instruction }: Step, text: string): Fix[] {
  const last = script.commands.at(-1);
  if (!last || !script.shell || instruction.heredocs.length > 0 || !script.commands.every(isPlain) || !script.commands.every(({ after }) => after === '&&' || after === ''))
    return [];
  return [{ title: ko.add(text), edits: [insert(start + instruction.span.end, ` ${text}`)] }];
}
