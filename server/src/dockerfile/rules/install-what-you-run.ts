import { dockerfile } from '../../core/example.ts';
import { currentImage } from '../../core/retired-images.ts';
import type { Finding } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { baseOf, calledAs, chainOf } from '../bases.ts';
import { lastOf, textOf } from '../commands.ts';
import type { Stage } from '../facts.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileModel } from '../model.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  missing: (program: string, image: string, instead: string) =>
    `\`${image}\` 이미지에는 \`${program}\` 명령이 없어 컨테이너가 시작되지 못합니다. \`RUN\`으로 설치하거나 \`${instead}\` 이미지를 쓰세요.`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '실행할 프로그램이 든 이미지를 쓰세요',
    what: '`CMD`나 `ENTRYPOINT`가 실행하는 프로그램이 베이스 이미지에 없고, 설치하는 줄도 없습니다.',
    why: '`ubuntu`, `debian`, `alpine`은 운영체제의 기본 파일만 든 이미지입니다. `python`, `node`, `java`가 들어 있지 않아 `not found`로 끝납니다.',
    how: '`python:3.13-slim`처럼 그 프로그램이 든 이미지로 시작하세요. 운영체제 이미지를 꼭 써야 하면 `RUN apt-get update && apt-get install -y python3`처럼 설치하고, 우분투와 데비안에서는 `python3`라는 이름으로 부르세요.',
  },
  also: [],
  href: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',

  *file(model) {
    const last = model.facts.stages.at(-1);
    if (last) yield* judge(model, last);
  },

  examples: [
    {
      bad: dockerfile`
        FROM ubuntu:24.04
        COPY . /app
        CMD ["python", "/app/app.py"]
        #    ^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM ubuntu:24.04
        RUN apt-get update && apt-get install -y python3
        COPY . /app
        CMD ["python3", "/app/app.py"]
      `,
    },
    {
      good: dockerfile`
        FROM alpine:3.22
        COPY setup.sh /
        RUN /setup.sh
        CMD ["node", "server.js"]
      `,
    },
  ],
};

/** What a program comes with: a word in the text of any line that brings it, and an image that has it. */
const PROGRAMS: Readonly<Record<string, { readonly brought: RegExp; readonly image: string }>> = {
  python: { brought: /python|conda|\buv\b|pyenv/i, image: currentImage('python', '-slim') },
  python3: { brought: /python|conda|\buv\b|pyenv/i, image: currentImage('python', '-slim') },
  pip: { brought: /python|pip|conda/i, image: currentImage('python', '-slim') },
  node: { brought: /node|nvm|npm|volta|fnm/i, image: currentImage('node', '-slim') },
  npm: { brought: /node|nvm|npm|volta|fnm/i, image: currentImage('node', '-slim') },
  java: { brought: /java|jdk|jre|jvm|temurin|corretto|sdkman|maven/i, image: currentImage('eclipse-temurin', '-jre') },
  php: { brought: /php/i, image: currentImage('php', '-cli') },
  ruby: { brought: /ruby|rbenv|rvm/i, image: currentImage('ruby', '-slim') },
};

function* judge(model: DockerfileModel, stage: Stage): Generator<Finding> {
  const command = lastOf(stage, 'ENTRYPOINT') ?? lastOf(stage, 'CMD');
  const word = command && (command.block.exec?.elements[0] ?? (command.block.exec ? undefined : command.block.args[0]));
  const program = word && Object.hasOwn(PROGRAMS, word.text) ? PROGRAMS[word.text] : undefined;
  const base = program && baseOf(model, stage);
  if (!command || !word || !program || !base || !/^(?:ubuntu|debian|alpine)$/.test(base.name)) return;
  const chain = chainOf(model.facts, stage);
  if (chain.some(({ instructions }) => instructions.some(({ block }) => mayBring(block, program.brought)))) return;
  yield { at: shift(word.span, command.start), message: ko.missing(word.text, calledAs(base), program.image) };
}

/** Whether a line may have brought the program: it names it, it runs a script or something downloaded, or copies into the system. */
function mayBring(block: Instruction, brought: RegExp): boolean {
  const { keyword } = block;
  if (keyword === 'COPY' || keyword === 'ADD') {
    const system = /^\/(?:$|usr|opt|bin|sbin|lib|etc|root)/.test(block.destination?.text ?? '/');
    return system || block.flags.some(({ name }) => name.text === 'from') || block.heredocs.length > 0 || /tar|tgz|:\/\//.test(textOf(block));
  }
  if (keyword !== 'RUN') return keyword === 'ENV' && block.pairs.some(({ name }) => name.text === 'PATH');
  const text = textOf(block);
  return block.heredocs.length > 0 || brought.test(text) || /\$|curl|wget|git |\.sh\b|\bsh\b|bash|\/\w+\/\w+\.|ansible|\bmise\b|asdf|brew|nix/.test(text) || block.flags.length > 0;
}
