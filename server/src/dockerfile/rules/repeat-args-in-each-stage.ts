import { dockerfile } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import { placedAt, shift } from '../../core/text.ts';
import { mayComeWithBase } from '../bases.ts';
import { lineBreak } from '../commands.ts';
import type { DockerfileRule } from '../rule.ts';
import { unknownUses } from '../scope.ts';

const ko = {
  empty: (name: string) => `첫 \`FROM\` 앞의 \`ARG ${name}\` 값은 이 스테이지에서 비어 있습니다. 이 스테이지의 \`FROM\` 아래에 \`ARG ${name}\` 줄을 다시 적으세요.`,
  platform: (name: string) => `도커가 정해 둔 \`${name}\` 값도 이 스테이지에 \`ARG ${name}\` 줄이 없으면 비어 있습니다. \`FROM\` 아래에 적으세요.`,
  declared: '여기 적은 값은 `FROM` 줄에서만 쓰입니다.',
  repeat: (name: string) => `이 스테이지에 \`ARG ${name}\` 적기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`FROM` 앞의 `ARG`는 쓰는 스테이지마다 다시 적으세요',
    what: '첫 `FROM` 앞에 적은 `ARG`를 스테이지 안에서 그대로 씁니다.',
    why: '첫 `FROM` 앞의 `ARG`는 `FROM` 줄에서만 값을 가집니다. 스테이지 안에서는 빈 글자가 되고, 도커는 오류 없이 빌드를 이어 갑니다. 그래서 `app-.jar` 같은 엉뚱한 이름이 생깁니다.',
    how: '그 스테이지의 `FROM` 아래에 값 없이 `ARG 이름`만 적으세요. 앞에 적은 값을 그대로 이어받습니다.',
  },
  also: ['D111', 'UndefinedVar'],
  href: 'https://docs.docker.com/reference/dockerfile/#understand-how-arg-and-from-interact',

  *file(model) {
    const { facts, file } = model;
    const globals = new Map(facts.preamble.flatMap(({ start, block }) => (block.keyword === 'ARG' ? block.pairs.map(({ name }) => [name.text, { start, name }] as const) : [])));
    const seen = new Set<string>();
    for (const use of unknownUses(model)) {
      const global = globals.get(use.name);
      const place = `${use.stage.index} ${use.name}`;
      // What the running container lacks is no matter of stages.
      if (!(global || isPlatformArg(use.name)) || use.reader === 'container' || seen.has(place) || mayComeWithBase(model, use.stage, use.name)) continue;
      seen.add(place);
      const from = placedAt(file.blocks, use.stage.from.start);
      const below = (from?.start ?? 0) + (from?.block.text.length ?? 0);
      yield {
        at: use.at,
        message: global ? ko.empty(use.name) : ko.platform(use.name),
        fixes: [{ title: ko.repeat(use.name), edits: [insert(below, `ARG ${use.name}${lineBreak(file)}`)] }],
        ...(global && { related: [{ at: shift(global.name.span, global.start), message: ko.declared }] }),
      };
    }
  },

  examples: [
    {
      bad: dockerfile`
        ARG APP_VERSION=1.4.2
        FROM eclipse-temurin:21-jre
        COPY build/libs/shop-\${APP_VERSION}.jar /app.jar
        #                    ^^^^^^^^^^^^^^
        CMD ["java", "-jar", "/app.jar"]
      `,
      fixed: dockerfile`
        ARG APP_VERSION=1.4.2
        FROM eclipse-temurin:21-jre
        ARG APP_VERSION
        COPY build/libs/shop-\${APP_VERSION}.jar /app.jar
        CMD ["java", "-jar", "/app.jar"]
      `,
    },
    {
      bad: dockerfile`
        ARG PORT=3000
        FROM alpine:3.22 AS build
        ARG PORT
        RUN echo $PORT

        FROM alpine:3.22
        RUN echo "port=$PORT" > /etc/shop.conf
        #              ^^^^^
      `,
      fixed: dockerfile`
        ARG PORT=3000
        FROM alpine:3.22 AS build
        ARG PORT
        RUN echo $PORT

        FROM alpine:3.22
        ARG PORT
        RUN echo "port=$PORT" > /etc/shop.conf
      `,
    },
    {
      bad: dockerfile`
        FROM golang:1.25
        RUN GOARCH=$TARGETARCH go build -o /app .
        #          ^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM golang:1.25
        ARG TARGETARCH
        RUN GOARCH=$TARGETARCH go build -o /app .
      `,
    },
    {
      good: dockerfile`
        ARG NODE_VERSION=24
        FROM node:\${NODE_VERSION}-alpine AS base
        ARG APP_ENV=dev
        RUN echo "$NODE_VERSION"

        FROM base
        RUN echo "$APP_ENV"
      `,
    },
  ],
};

/** What BuildKit knows by itself, and yet tells a stage only where it asks. https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
const isPlatformArg = (name: string) => /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/.test(name);
