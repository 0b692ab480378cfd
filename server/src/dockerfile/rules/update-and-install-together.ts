import { dockerfile } from '../../core/example.ts';
import { type Finding, type Fix, insert, replace } from '../../core/rule.ts';
import { span } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';
import { isApt, isInstall, packageCall } from '../shell/packages.ts';
import { isForeignManager } from '../shell/programs.ts';
import { type Command, isPlain, programOf } from '../shell/script.ts';
import { inFile, lineage, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  alone: '`apt-get update`만 따로 실행하면 이 줄은 캐시에 남고, 나중에 설치 줄을 고쳤을 때 낡은 목록으로 설치하다 실패합니다. 설치와 한 `RUN`에 `&&`로 이으세요.',
  missing: '이 이미지에는 패키지 목록이 없어 `Unable to locate package`로 실패합니다. 앞에 `apt-get update &&`를 붙이세요.',
  join: '다음 줄의 설치와 한 `RUN`으로 합치기',
  update: '`apt-get update &&` 붙이기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`apt-get update`와 `install`은 한 `RUN`에 적으세요',
    what: '`apt-get update`가 설치와 다른 `RUN`에 있거나 아예 없습니다.',
    why: '도커는 바뀌지 않은 줄을 다시 실행하지 않습니다. 설치할 패키지만 고치면 몇 달 전에 받은 목록을 그대로 써서 “404 Not Found”가 납니다. 공식 이미지에는 처음부터 목록이 들어 있지 않습니다.',
    how: '`RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*`처럼 한 줄에 이어 적으세요.',
  },
  also: ['D206'],
  href: 'https://docs.docker.com/build/building/best-practices/#apt-get',

  *file(model) {
    for (const run of shellRunsOf(model)) {
      if (isForeignManager(run.base, 'apt-get')) continue;
      const updated = [...lineage(run)].slice(1).some(({ steps }) => steps.some(mayUpdate));
      yield* inStage(run, updated, model.file.blocks);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-bookworm-slim
        RUN apt-get update
            ^^^^^^^^^^^^^^
        RUN apt-get install -y curl
      `,
      fixed: dockerfile`
        FROM node:24-bookworm-slim
        RUN apt-get update && \
            apt-get install -y curl
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        RUN apt-get install -y gcc
            ^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        RUN apt-get update && apt-get install -y gcc
      `,
    },
    {
      good: dockerfile`
        FROM eclipse-temurin:21-jre
        RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
      `,
    },
  ],
};

type Blocks = readonly { readonly start: number }[];

function* inStage(run: StageRun, updatedBefore: boolean, blocks: Blocks): Generator<Finding> {
  let updated = updatedBefore;
  for (const [i, step] of run.steps.entries()) {
    if (step.instruction.keyword !== 'RUN' && !mayUpdate(step)) continue;
    const alone = onlyUpdate(step);
    if (alone) yield { at: inFile(step, alone.span), message: ko.alone, fixes: joining(step, alone, run.steps[i + 1], blocks) };
    const install = !updated && !mayUpdate(step) && /^(?:debian|ubuntu)$/.test(run.base.system ?? '') ? firstInstall(step) : undefined;
    if (install)
      yield {
        at: inFile(step, install.span),
        message: ko.missing,
        fixes: [{ title: ko.update, edits: [insert(step.start + (install.words[0]?.span.start ?? 0), 'apt-get update && ')] }],
      };
    updated ||= mayUpdate(step) || install !== undefined;
  }
}

/** Something here may bring the lists of packages: an update, a script, another image's files, a cache. */
function mayUpdate({ instruction: { keyword, flags }, script, block }: Step): boolean {
  if (keyword === 'COPY' || keyword === 'ADD') return /\/var\/lib\/apt|\/ |\/$/m.test(block.text) && /--from|^ADD/i.test(block.text);
  if (keyword !== 'RUN') return false;
  if (!script.sure || flags.some(({ name }) => name.text === 'mount')) return true;
  return /update|upgrade|setup|aptitude/.test(block.text) || script.commands.some((command) => !KNOWN.test(programOf(command)));
}

/** Programs that do not bring the lists of packages. */
const KNOWN = /^(?:apt-get|apt|mkdir|rm|mv|cp|echo|printf|cd|ls|set|export|touch|chmod|chown|pip|npm|node|useradd|groupadd|adduser|addgroup|ln|cat|true|sed)$/;

const firstInstall = ({ script }: Step) =>
  script.commands.find((command) => {
    const call = isPlain(command) ? packageCall(command) : undefined;
    return call && isApt(call) && isInstall(call) && call.operands.length > 0 && !call.operands.some(({ text }) => /^\.{0,2}\/|\.deb$/.test(text));
  });

/** The update of a RUN that does nothing else with packages and runs no program that may. */
function onlyUpdate({ instruction, script }: Step): Command | undefined {
  if (instruction.keyword !== 'RUN' || !script.shell || !script.sure) return undefined;
  const updates = script.commands.filter(isUpdate);
  const others = script.commands.filter((command) => !isUpdate(command) && !/^(?:rm|mkdir|echo|printf|set|true|sed|cd|ls|touch)$/.test(programOf(command)));
  return others.length === 0 && updates.length === 1 && updates.every(isPlain) ? updates[0] : undefined;
}

function isUpdate(command: Command): boolean {
  const call = packageCall(command);
  return call !== undefined && isApt(call) && call.action.text === 'update';
}

/** Makes one RUN of this and the next, where they stand right behind each other. */
function joining(step: Step, update: Command, next: Step | undefined, blocks: Blocks): Fix[] {
  if (next?.instruction.keyword !== 'RUN' || next.instruction.flags.length > 0 || next.instruction.exec || next.instruction.heredocs.length > 0) return [];
  const install = next.script.commands[0];
  const call = install && packageCall(install);
  const first = next.instruction.args[0];
  if (!call || !isApt(call) || !isInstall(call) || !first || step.script.commands.length > 1 || update.after !== '') return [];
  const at = blocks.findIndex(({ start }) => start === step.start);
  if (blocks[at + 1]?.start !== next.start || /[ \t]&&/.test(step.block.text)) return [];
  return [{ title: ko.join, edits: [replace(span(step.start + update.span.end, next.start + first.span.start), ' && \\\n    ')] }];
}
