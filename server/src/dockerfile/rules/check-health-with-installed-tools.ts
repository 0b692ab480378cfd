import { dockerfile } from '../../core/example.ts';
import { missingTools } from '../../core/image-tools.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { baseOf, calledAs, chainOf, variantOf } from '../bases.ts';
import { lastOf, textOf } from '../commands.ts';
import type { Stage } from '../facts.ts';
import type { DockerfileModel } from '../model.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  missing: (tool: string, image: string) =>
    `\`${image}\` 이미지에는 \`${tool}\` 명령이 없어 헬스체크가 늘 실패합니다. \`RUN\`으로 \`${tool}\`을 설치하거나 이미지에 있는 명령을 쓰세요.`,
  wget: '이미지에 있는 `wget`으로 바꾸기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '헬스체크에는 이미지에 있는 명령을 쓰세요',
    what: '`HEALTHCHECK`가 베이스 이미지에 없는 `curl`이나 `wget`을 씁니다.',
    why: '헬스체크는 컨테이너 안에서 실행됩니다. 명령이 없으면 앱이 멀쩡해도 `unhealthy`가 되고, `service_healthy`를 기다리는 서비스는 시작되지 못합니다.',
    how: 'Alpine 이미지에서는 들어 있는 `wget -q --spider 주소`를 쓰세요. `slim` 이미지에서는 `curl`을 설치하거나, 앱의 언어로 확인하세요.',
  },
  also: ['C118'],
  href: 'https://docs.docker.com/reference/dockerfile/#healthcheck',

  *file(model) {
    for (const stage of model.facts.stages) yield* judge(model, stage);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        HEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1
        #               ^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        HEALTHCHECK CMD wget -q --spider http://localhost:3000/ || exit 1
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        HEALTHCHECK --interval=10s CMD ["curl", "-f", "http://localhost:8000/"]
        #                               ^^^^^^
      `,
    },
    {
      bad: dockerfile`
        FROM nginx:1.28
        HEALTHCHECK CMD wget -q --spider http://localhost/ || exit 1
        #               ^^^^
      `,
    },
    {
      good: dockerfile`
        FROM python:3.13-slim AS base
        RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*

        FROM base
        HEALTHCHECK CMD curl -f http://localhost:8000/ || exit 1

        FROM nginx:1.28-alpine
        HEALTHCHECK CMD curl -f http://localhost/ || exit 1

        FROM node:24
        HEALTHCHECK CMD curl -f http://localhost/ || exit 1
      `,
    },
  ],
};

function* judge(model: DockerfileModel, stage: Stage): Generator<Finding> {
  const check = lastOf(stage, 'HEALTHCHECK');
  const base = check && baseOf(model, stage);
  if (!check || !base) return;
  const { block, start } = check;
  const exec = 'exec' in block ? block.exec : undefined;
  const word = exec?.elements[0] ?? block.args[1];
  const tool = word?.text;
  if (!word || (tool !== 'curl' && tool !== 'wget') || !missingTools(base).includes(tool) || isInstalled(model, stage, tool)) return;
  const rest = textOf(block);
  // `curl -f URL`: busybox's wget asks for the same and fails alike.
  const plain =
    !exec && tool === 'curl' && variantOf(base) === 'alpine'
      ? /^CMD curl ((?:-f|-s|-S|-fs|-sf|-fsS|-sSf|-fSs|--fail|--silent) )+(?=https?:\/\/\S+(?: \|\| exit 1)?$)/i.exec(rest)
      : null;
  const url = plain && block.args.find(({ text }) => text.startsWith('http'));
  const fixes = url ? [{ title: ko.wget, edits: [replace(shift({ start: word.span.start, end: url.span.start }, start), 'wget -q --spider ')] }] : [];
  yield { at: shift(word.span, start), message: ko.missing(tool, calledAs(base)), fixes };
}

/** Whether any line may have brought the tool, or more than can be told. */
function isInstalled(model: DockerfileModel, stage: Stage, tool: string): boolean {
  return chainOf(model.facts, stage).some(({ instructions }) =>
    instructions.some(({ block }) => {
      if (block.keyword !== 'RUN' && block.keyword !== 'COPY' && block.keyword !== 'ADD') return false;
      const text = textOf(block);
      return (
        block.heredocs.length > 0 || text.includes(tool) || text.includes('$') || (block.keyword === 'RUN' && /\.sh\b/.test(text)) || /\/usr\/(?:local\/)?bin\/?(?:\s|$)/.test(text)
      );
    }),
  );
}
