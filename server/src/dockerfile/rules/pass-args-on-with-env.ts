import { dockerfile } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import { placedAt } from '../../core/text.ts';
import { lineBreak } from '../commands.ts';
import type { DockerfileRule } from '../rule.ts';
import { unknownUses } from '../scope.ts';

const ko = {
  gone: (name: string) => `\`ARG ${name}\` 값은 빌드할 때만 있고, 컨테이너가 실행될 때는 비어 있습니다. \`ENV ${name}=$${name}\` 줄을 더해 이미지에 남기세요.`,
  keep: (name: string) => `\`ENV ${name}=$${name}\` 더하기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '실행할 때 쓸 값은 `ENV`로 남기세요',
    what: '`CMD`, `ENTRYPOINT`, `HEALTHCHECK`가 `ARG`로만 정한 변수를 씁니다.',
    why: '`ARG`는 이미지를 빌드하는 동안만 있습니다. `CMD`는 컨테이너가 시작할 때 실행되므로 그때 변수는 비어 있고, 명령은 인수가 빠진 채 실행됩니다.',
    how: '`ARG` 아래에 `ENV 이름=$이름`을 적으면 빌드할 때 받은 값이 환경 변수로 이미지에 남습니다. 비밀값에는 쓰지 마세요.',
  },
  also: ['D111'],
  href: 'https://docs.docker.com/build/building/variables/',

  *file(model) {
    for (const { name, at, reader, stage, isArgument } of unknownUses(model)) {
      if (reader !== 'container' || !isArgument) continue;
      const user = placedAt(stage.instructions, at.start);
      const edits = user ? [insert(user.start + user.block.span.start, `ENV ${name}=$${name}${lineBreak(model.file)}`)] : [];
      yield { at, message: ko.gone(name), fixes: [{ title: ko.keep(name), edits }] };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM eclipse-temurin:21-jre
        ARG JAR=shop.jar
        COPY build/libs/$JAR /app/
        CMD java -jar /app/$JAR
        #                  ^^^^
      `,
      fixed: dockerfile`
        FROM eclipse-temurin:21-jre
        ARG JAR=shop.jar
        COPY build/libs/$JAR /app/
        ENV JAR=$JAR
        CMD java -jar /app/$JAR
      `,
    },
    {
      good: dockerfile`
        FROM eclipse-temurin:21-jre
        ARG JAR=shop.jar
        ENV JAR=$JAR
        COPY build/libs/$JAR /app/
        CMD exec java $JAVA_OPTS -jar /app/$JAR
      `,
    },
  ],
};
