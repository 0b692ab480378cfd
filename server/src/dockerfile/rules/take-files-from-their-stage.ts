import { dockerfile } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';
import { copiesFrom, forgottenCopy, usesAny } from '../stages.ts';

const ko = {
  forgotten: (name: string) => `\`${name}\` 스테이지에서 만든 파일을 가져오려면 \`COPY --from=${name}\`처럼 적으세요. 지금은 내 컴퓨터의 빌드 컨텍스트에서 찾습니다.`,
  take: (name: string) => `\`--from=${name}\` 붙이기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '앞 스테이지의 파일은 `--from`으로 가져오세요',
    what: '앞 스테이지의 작업 디렉터리에 있는 파일을 `--from` 없이 복사합니다.',
    why: '스테이지마다 파일 시스템이 따로 있습니다. `--from`이 없는 `COPY`는 빌드 컨텍스트, 곧 내 컴퓨터의 폴더에서 찾으므로 `not found`로 실패하거나 옛 파일을 가져옵니다.',
    how: '`COPY --from=build /src/build/libs/shop.jar /app.jar`처럼 스테이지의 이름을 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/build/building/multi-stage/',

  *file({ facts }) {
    if (facts.stages.length < 2 || usesAny(facts)) return;
    const copies = copiesFrom(facts);
    for (const stage of facts.stages.slice(0, -1)) {
      const copy = forgottenCopy(stage, copies);
      if (!copy || !stage.name) continue;
      const name = stage.name.text;
      yield { at: copy.source, message: ko.forgotten(name), fixes: [{ title: ko.take(name), edits: [insert(copy.keyword.end, ` --from=${name}`)] }] };
    }
  },

  examples: [
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
        FROM gradle:9-jdk21 AS build
        WORKDIR /src
        RUN gradle bootJar

        FROM eclipse-temurin:21-jre
        COPY --from=build /src/build/libs/shop.jar /app.jar
        COPY /src/config /config
      `,
    },
  ],
};
