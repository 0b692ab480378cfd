import { dockerfile } from '../../core/example.ts';
import { type Finding, insert } from '../../core/rule.ts';
import { type Span, shift } from '../../core/text.ts';
import { lastOf } from '../commands.ts';
import { type Facts, referencesOf, type Stage } from '../facts.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  unused: (name: string) => `\`${name}\` 스테이지의 결과를 뒤에서 가져가지 않아 빌드되지 않습니다. \`COPY --from=${name}\`으로 가져오거나, 필요 없으면 지우세요.`,
  forgotten: (name: string) => `\`${name}\` 스테이지에서 만든 파일을 가져오려면 \`COPY --from=${name}\`이라고 적으세요. 지금은 내 컴퓨터의 빌드 컨텍스트에서 찾습니다.`,
  take: (name: string) => `\`--from=${name}\` 붙이기`,
  unnamed: '이 스테이지의 결과를 뒤에서 가져가지 않아 빌드되지 않습니다. `AS 이름`을 붙여 `COPY --from=이름`으로 가져오거나, 필요 없으면 지우세요.',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '빌드한 스테이지의 결과를 가져다 쓰세요',
    what: '스테이지가 여럿인데 뒤의 스테이지가 앞의 스테이지를 하나도 쓰지 않습니다.',
    why: '`docker build`는 마지막 스테이지와 그것에 필요한 스테이지만 빌드합니다. 쓰이지 않는 스테이지는 건너뛰므로, 거기서 만든 파일도 이미지에 없습니다.',
    how: '마지막 스테이지에서 `COPY --from=build /app/dist ./dist`처럼 결과를 가져오세요. `--target`으로 따로 빌드하는 스테이지라면 그대로 두어도 됩니다.',
  },
  also: ['D226'],
  href: 'https://docs.docker.com/build/building/multi-stage/',

  *file({ facts }) {
    // Where one is used, the others are other targets of the same file.
    if (usesAny(facts)) return;
    const forgotten = copiesFrom(facts);
    for (const stage of facts.stages.slice(0, -1)) yield* judge(stage, forgotten);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine AS build
        #                      ^^^^^
        WORKDIR /app
        COPY . .
        RUN npm ci && npm run build

        FROM nginx:1.28-alpine
        COPY dist /usr/share/nginx/html
      `,
    },
    {
      bad: dockerfile`
        FROM gradle:9-jdk21 AS build
        WORKDIR /src
        COPY . .
        RUN gradle bootJar

        FROM eclipse-temurin:21-jre
        COPY /src/build/libs/shop.jar /app.jar
        #    ^^^^^^^^^^^^^^^^^^^^^^^^
        CMD ["java", "-jar", "/app.jar"]
      `,
      fixed: dockerfile`
        FROM gradle:9-jdk21 AS build
        WORKDIR /src
        COPY . .
        RUN gradle bootJar

        FROM eclipse-temurin:21-jre
        COPY --from=build /src/build/libs/shop.jar /app.jar
        CMD ["java", "-jar", "/app.jar"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS build
        WORKDIR /app
        COPY . .
        RUN npm ci && npm run build

        FROM build AS test
        CMD ["npm", "test"]

        FROM nginx:1.28-alpine
        COPY --from=build /app/dist /usr/share/nginx/html
      `,
    },
  ],
};

/** Whether any stage builds on or takes files from an earlier one, or may do so under a name that a variable holds. */
function usesAny({ stages }: Facts): boolean {
  const names = new Set<string>();
  for (const { instructions, name, index } of stages) {
    for (const { block } of instructions) {
      if (referencesOf(block).some(({ text }) => names.has(text.toLowerCase()) || (/^\d+$/.test(text) && Number(text) < index) || mayBeStage(text))) return true;
    }
    if (name) names.add(name.text.toLowerCase());
  }
  return false;
}

/** A variable, but no `:` or `/`, which only images have. */
const mayBeStage = (text: string) => text.includes('$') && !/[:/]/.test(text.replace(/\$\{[^}]*\}/g, ''));

interface Copy {
  readonly keyword: Span;
  readonly source: Span;
}

/** The first COPY of the last stage from each absolute folder and those above it, which the context hardly has. */
function copiesFrom({ stages }: Facts): ReadonlyMap<string, Copy> {
  const found = new Map<string, Copy>();
  for (const { start, block } of stages.at(-1)?.instructions ?? []) {
    const source = block.keyword === 'COPY' ? block.sources[0] : undefined;
    if (!source?.text.startsWith('/')) continue;
    const copy = { keyword: shift(block.name.span, start), source: shift(source.span, start) };
    for (let i = source.text.indexOf('/', 1), n = 0; i > 0 && n < 8; i = source.text.indexOf('/', i + 1), n++) {
      const folder = source.text.slice(0, i);
      if (!found.has(folder)) found.set(folder, copy);
    }
  }
  return found;
}

/** A stage with a command of its own, or with a name that says so, is built with `--target`. */
function* judge(stage: Stage, forgotten: ReadonlyMap<string, Copy>): Generator<Finding> {
  if (lastOf(stage, 'CMD') || lastOf(stage, 'ENTRYPOINT') || !stage.instructions.some(({ block }) => block.keyword === 'RUN')) return;
  if (/dev|test|lint|debug|prod|release|export|artifact|ci|local|check|doc|final|runtime|bench|format|update|validate|vendor|target/i.test(stage.name?.text ?? '')) return;
  const folder = lastOf(stage, 'WORKDIR')?.block.args[0]?.text.replace(/\/$/, '');
  const copy = folder ? forgotten.get(folder) : undefined;
  if (stage.name && copy) {
    const name = stage.name.text;
    const fixes = [{ title: ko.take(name), edits: [insert(copy.keyword.end, ` --from=${name}`)] }];
    yield { at: copy.source, message: ko.forgotten(name), severity: 'warning', fixes };
    return;
  }
  if (stage.name) yield { at: stage.name.span, message: ko.unused(stage.name.text) };
  else if (stage.image) yield { at: stage.image.span, message: ko.unnamed };
}
