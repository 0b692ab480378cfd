import { dockerfile } from '../../core/example.ts';
import { type Finding, insert } from '../../core/rule.ts';
import { shift, type Word } from '../../core/text.ts';
import { chainOf } from '../bases.ts';
import type { Stage } from '../facts.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileModel } from '../model.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  lost: '원래의 `PATH`가 사라져 `ls`, `npm` 같은 명령을 찾지 못합니다. 뒤에 `:$PATH`를 붙이세요.',
  keep: '`:$PATH` 붙이기',
};

export const rule: DockerfileRule = {
  // Docker accepts the file; what fails is the build or the program.
  severity: 'warning',
  lesson: {
    title: '`PATH`에는 원래 값을 이어 적으세요',
    what: '`ENV PATH=/app/bin`처럼 원래의 `PATH` 없이 새로 정했습니다.',
    why: '`PATH`는 명령을 찾는 폴더의 목록입니다. 원래 값을 잃으면 `/usr/bin`에 있는 모든 명령이 `not found`가 됩니다.',
    how: '`ENV PATH=/app/bin:$PATH`처럼 새 폴더 뒤에 `:$PATH`를 붙이세요.',
  },
  also: ['D266'],
  href: 'https://docs.docker.com/reference/dockerfile/#env',

  *file(model) {
    for (const stage of model.facts.stages) yield* judge(model, stage);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENV PATH=/app/node_modules/.bin
        #        ^^^^^^^^^^^^^^^^^^^^^^
        RUN npm ci
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        ENV PATH=/app/node_modules/.bin:$PATH
        RUN npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM ubuntu:24.04
        ENV JAVA_HOME=/opt/java
        ENV PATH="$JAVA_HOME/bin"
        #        ^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM ubuntu:24.04
        ENV JAVA_HOME=/opt/java
        ENV PATH="$JAVA_HOME/bin:$PATH"
      `,
    },
    {
      good: dockerfile`
        FROM alpine:3.22
        ENV PATH=/usr/local/bin:/usr/bin:/bin
        ENV PATH=/app/bin:\${PATH}
        FROM scratch
        ENV PATH=/app
        FROM alpine:3.22
        ARG OLD
        ENV PATH=$OLD
      `,
    },
  ],
};

function* judge(model: DockerfileModel, stage: Stage): Generator<Finding> {
  const root = chainOf(model.facts, stage).at(-1)?.image?.text ?? '';
  // Images without a system have nothing to lose.
  if (/^scratch$|distroless|chainguard|windows|nanoserver/.test(root)) return;
  for (const { start, block } of stage.instructions) {
    for (const { text, span } of pathsIn(block)) {
      if (!losesPath(text)) continue;
      const end = start + span.end - (/["']$/.test(text) ? 1 : 0);
      yield {
        at: shift(span, start),
        message: ko.lost,
        fixes: [{ title: ko.keep, edits: [insert(end, ':$PATH')] }],
      };
    }
  }
}

const pathsIn = (block: Instruction): readonly Word[] => (block.keyword === 'ENV' ? block.pairs.flatMap(({ name, value }) => (name.text === 'PATH' && value ? [value] : [])) : []);

/** A list of folders without those of the system, and without anything that may hold them. */
function losesPath(value: string): boolean {
  const folders = value.replace(/^["']|["']$/g, '').split(':');
  return !/\$\{?PATH\b|%PATH%|'.*\$/.test(value) && folders.every((folder) => /^(?:\.{0,2}\/|\$\{?\w+\}?\/)/.test(folder) && !/^\/(?:usr\/)?s?bin\/?$/.test(folder));
}
