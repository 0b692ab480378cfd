import { dockerfile } from '../../core/example.ts';
import { remembered } from '../../core/remember.ts';
import { type Finding, type Fix, replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';
import { isInstall, managersIn, packageCall, packageCallsIn } from '../shell/packages.ts';
import { isForeignManager, managerOf } from '../shell/programs.ts';
import { type Command, isPlain, programOf, type Script } from '../shell/script.ts';
import { inFile, lineage, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  foreign: (program: string, image: string, own: string) =>
    `\`${image}\` 이미지에는 \`${program}\` 명령이 없어 \`not found\`로 실패합니다. 이 이미지의 패키지 관리자인 \`${own}\` 명령을 쓰세요.`,
  translate: (to: string) => `\`${to}\` 명령으로 바꾸기`,
};

export const rule: DockerfileRule = {
  // Docker accepts the file; what fails is the build or the program.
  severity: 'warning',
  lesson: {
    title: '베이스 이미지의 배포판에 맞는 패키지 관리자를 쓰세요',
    what: '베이스 이미지에 없는 패키지 관리자를 부르고 있습니다.',
    why: '이미지마다 담긴 리눅스 배포판이 다릅니다. Alpine에는 `apk`만, Debian과 Ubuntu에는 `apt-get`만 있어, 다른 관리자를 부르면 빌드가 멈춥니다.',
    how: '태그에 `alpine`이 있으면 `apk add --no-cache curl`, 없으면 대부분 `apt-get update && apt-get install -y curl`을 쓰세요. 패키지 이름도 배포판마다 다를 수 있습니다.',
  },
  also: ['D238'],
  href: 'https://docs.docker.com/build/building/best-practices/#apt-get',

  *file(model) {
    for (const run of shellRunsOf(model)) {
      if ([...lineage(run)].slice(1).some(({ steps }) => steps.some(brings))) continue;
      for (const step of run.steps) {
        if (brings(step)) break;
        const command = step.instruction.keyword === 'RUN' ? managersIn(step.script).find((it) => isPlain(it) && isForeignManager(run.base, programOf(it))) : undefined;
        if (command) yield found(run, step, command);
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN apt-get update && apt-get install -y curl
            ^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        RUN apk add --no-cache curl
      `,
    },
    {
      bad: dockerfile`
        FROM eclipse-temurin:21-jre
        RUN apk add --no-cache curl
            ^^^
      `,
      fixed: dockerfile`
        FROM eclipse-temurin:21-jre
        RUN apt-get update && apt-get install -y curl
      `,
    },
    {
      good: dockerfile`
        FROM python:3.13-alpine
        RUN apk add --no-cache gcc musl-dev
      `,
    },
  ],
};

function found(run: StageRun, step: Step, command: Command): Finding {
  const program = programOf(command);
  const own = managerOf(run.base) ?? '';
  const at = inFile(step, (command.words[0] ?? command).span);
  return { at, message: ko.foreign(program, run.base.image, own), fixes: translated(step, own) };
}

/** It may bring another package manager: as a package, or with files from elsewhere. */
function brings({ instruction, script }: Step): boolean {
  if (instruction.keyword === 'ADD') return true;
  if (instruction.keyword === 'COPY') return instruction.flags.some(({ name }) => name.text === 'from') || /^\/(?:s?bin|usr)?(?:\/|$)/.test(instruction.destination?.text ?? '/');
  return bringsManager(script);
}

const bringsManager = remembered((script: Script) =>
  packageCallsIn(script).some(({ call }) => isInstall(call) && call.operands.some(({ text }) => /^(?:apt|dpkg|rpm|yum|dnf|microdnf|zypper|pacman|apk-tools)$/.test(text))),
);

/** A RUN that only updates and installs, in the words of another package manager. */
function translated(step: Step, own: string): Fix[] {
  const { script, instruction } = step;
  const packages = script.shell && instruction.heredocs.length === 0 ? packagesOf(script) : undefined;
  const [first, last] = [script.commands[0], script.commands.at(-1)];
  if (!packages || !first || !last) return [];
  const text = own === 'apk' ? `apk add --no-cache ${packages}` : own === 'apt-get' ? `apt-get update && apt-get install -y ${packages}` : `yum install -y ${packages}`;
  return [{ title: ko.translate(own), edits: [replace(inFile(step, { start: first.span.start, end: last.span.end }), text)] }];
}

/** Names that mean the same package everywhere. */
const SHARED = /^(?:curl|wget|git|bash|vim|nano|unzip|zip|tar|jq|make|gcc|tzdata|openssl|ca-certificates|sudo|less|rsync|tini)$/;

function packagesOf({ commands }: Script): string | undefined {
  const packages: string[] = [];
  for (const command of commands) {
    const call = packageCall(command);
    const text = command.words.map((word) => word.text).join(' ');
    if (!isPlain(command) || command.wrappers.length > 0) return undefined;
    if (/^rm -rf? \/var\/(?:lib\/apt\/lists|cache\/apk)\/?\*?$/.test(text) || call?.action.text === 'update' || /^(?:apt-get|yum|dnf) clean(?: all)?$/.test(text)) continue;
    if (!call || !/^(?:install|add)$/.test(call.action.text) || !call.operands.every((word) => SHARED.test(word.text))) return undefined;
    packages.push(...call.operands.map((word) => word.text));
  }
  return packages.length > 0 ? packages.join(' ') : undefined;
}
