import { dockerfile } from '../../core/example.ts';
import { remembered } from '../../core/remember.ts';
import { type Finding, insert } from '../../core/rule.ts';
import type { Block } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { type PackageCall, packageCallsIn } from '../shell/packages.ts';
import { isForeignManager } from '../shell/programs.ts';
import type { Command } from '../shell/script.ts';
import { inFile, type StageRun, type Step, shellRunsOf } from '../shell/stages.ts';

const ko = {
  asks: (program: string) => `\`${program}\` 명령이 “계속할까요?”라고 묻지만, 빌드 중에는 대답할 사람이 없어 실패합니다. \`-y\` 옵션을 붙이세요.`,
  add: '`-y` 붙이기',
};

const APT = {
  asks: /^(?:install|upgrade|dist-upgrade|full-upgrade|remove|purge|autoremove|build-dep)$/,
  yes: /^(?:--yes|--assume-yes|--force-yes|-qq|-q=2|--dry-run|-s|--download-only)$/,
};
const DNF = { asks: /^(?:install|update|upgrade|remove|erase|groupinstall|localinstall|reinstall|autoremove)$/, yes: /^(?:--assumeyes|--downloadonly)$/ };
const CONDA = { asks: /^(?:install|create|update|upgrade|remove|uninstall)$/, yes: /^(?:--yes|--dry-run|-d)$/ };

/** What asks, and how one answers in advance in full words; `y` among short options does it for all. */
const MANAGERS: Readonly<Record<string, { readonly asks: RegExp; readonly yes: RegExp }>> = {
  'apt-get': APT,
  apt: APT,
  yum: DNF,
  dnf: DNF,
  conda: CONDA,
  mamba: CONDA,
  zypper: { asks: /^(?:install|in|remove|rm|update|up|patch|dist-upgrade|dup)$/, yes: /^(?:-n|--non-interactive|--no-confirm)$/ },
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '설치 명령에는 `-y`를 붙이세요',
    what: '`apt-get install` 같은 명령에 “예”라고 미리 답하는 옵션이 없습니다.',
    why: '터미널에서는 `Y`를 누르면 되지만, 빌드 중에는 누를 수 없습니다. 대답을 받지 못한 명령은 설치를 그만두고, 빌드도 실패합니다.',
    how: '`apt-get install -y curl`처럼 `-y`를 붙이세요. `yum`과 `dnf`도 `-y`입니다.',
  },
  also: ['D207', 'DL3014', 'DL3030', 'DL3034', 'DL3038'],
  href: 'https://docs.docker.com/build/building/best-practices/#apt-get',

  *file(model) {
    for (const run of shellRunsOf(model)) {
      for (const step of run.steps) {
        // A setting is another way to say yes to everything.
        if (assumesYes(step.block)) break;
        if (step.instruction.keyword === 'RUN') for (const { command, call } of packageCallsIn(step.script)) yield* inCall(run, step, command, call);
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-bookworm-slim
        RUN apt-get update && apt-get install curl
                              ^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-bookworm-slim
        RUN apt-get update && apt-get install -y curl
      `,
    },
    {
      bad: dockerfile`
        FROM almalinux:9
        RUN dnf install java-21-openjdk-headless
            ^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM almalinux:9
        RUN dnf install -y java-21-openjdk-headless
      `,
    },
    {
      good: dockerfile`
        FROM python:3.13-slim
        RUN apt-get update && apt-get install -yq --no-install-recommends gcc
      `,
    },
  ],
};

const assumesYes = remembered(({ text }: Block) => /assume-?yes|always_yes/i.test(text));

function* inCall({ base }: StageRun, step: Step, command: Command, call: PackageCall): Generator<Finding> {
  const manager = MANAGERS[call.manager];
  if (!manager?.asks.test(call.action.text) || isAnswered(command, manager.yes) || isForeignManager(base, call.manager)) return;
  const { text, span } = call.action;
  yield {
    at: inFile(step, { start: call.program.span.start, end: span.end }),
    message: ko.asks(`${call.manager} ${text}`),
    fixes: [{ title: ko.add, edits: [insert(step.start + span.end, ' -y')], safe: true }],
  };
}

/** An option says yes, a variable may, or somebody types it: `yes | apt-get install`. */
function isAnswered({ words, before, redirects }: Command, yes: RegExp): boolean {
  if (before === '|' || redirects.some(({ operator }) => operator.startsWith('<'))) return true;
  const quiet = words.filter(({ text }) => text === '-q' || text === '--quiet').length;
  const isYes = (text: string) => yes.test(text) || (text.includes('y') && /^-[a-zA-Z]+$/.test(text));
  return quiet > 1 || words.some(({ text, raw, known }) => isYes(text) || (!known && /^["']?\$/.test(raw)));
}
