import { dockerfile } from '../../core/example.ts';
import type { Fact } from '../../core/fact.ts';
import { nameOf } from '../paths.ts';
import type { StackRule } from '../rule.ts';
import { buildsOf } from '../stack/builds.ts';
import { stageFrom } from '../stack/packages.ts';
import type { Spot } from '../stack/stack.ts';

const ko = {
  two: (source: string, file: string) =>
    `\`gradle build\`는 실행할 jar와 \`-plain.jar\`를 함께 만들어 \`${source}\` 패턴에 둘 다 걸리고, 실행할 수 없는 jar가 복사될 수 있습니다. \`bootJar\` 작업만 실행하거나 \`${file}\` 파일에 \`jar { enabled = false }\`를 적으세요.`,
  change: '`bootJar` 작업만 실행하기',
  copy: '여기에서 jar 하나로 복사합니다.',
  plugin: '스프링 부트 플러그인은 실행할 jar를 따로 만듭니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '스프링 부트 이미지에는 `bootJar`가 만든 jar만 복사하세요',
    what: '`gradle build`로 만든 jar를 `*.jar` 패턴으로 파일 하나에 복사합니다.',
    why: '스프링 부트 2.5부터 `gradle build`는 `build/libs`에 실행할 jar와 `-plain.jar`를 함께 만듭니다. 복사가 오류로 멈추거나, `-plain.jar`가 복사되어 `no main manifest attribute` 오류로 꺼질 수 있습니다.',
    how: '`./gradlew bootJar`로 실행할 jar만 만들거나, `build.gradle`에 `jar { enabled = false }`를 적으세요. 파일 이름을 그대로 적어 복사해도 됩니다.',
  },
  also: ['D234'],
  href: 'https://docs.spring.io/spring-boot/gradle-plugin/packaging.html',

  *check(stack) {
    for (const { build, file } of buildsOf(stack)) {
      const { gradle } = build;
      const plugin = gradle && bootPlugin(gradle.facts);
      if (!gradle || !plugin || gradle.facts.jarEnabled?.text === 'false') continue;
      const { stages } = file.facts;
      for (const stage of stages) {
        const task = stage.tasks
          .filter(({ tool, options }) => tool === 'gradle' && !options.includes('jar'))
          .flatMap((it) => it.tasks.filter(({ text }) => /^:?(?:build|assemble)$/.test(text)))[0];
        const copied = stages.flatMap(({ fromOthers }) => fromOthers.filter((it) => stageFrom(stages, it.stage) === stage)).find(({ destination }) => /\.jar$/.test(destination));
        const source = copied?.sources.find(({ text }) => /(?:^|\/)build\/libs\/\*\.jar$/.test(text));
        if (!task || !source) continue;
        const at: Spot = { uri: file.uri, fact: task };
        yield {
          at,
          message: ko.two(source.text, nameOf(gradle.uri)),
          fixes: [{ title: ko.change, edits: [{ at, text: 'bootJar' }] }],
          related: [
            { at: { uri: file.uri, fact: source }, message: ko.copy },
            { at: { uri: gradle.uri, fact: plugin }, message: ko.plugin },
          ],
        };
      }
    }
  },

  examples: [
    {
      file: 'api/Dockerfile',
      around: { 'compose.yaml': 'services:\n  api:\n    build: ./api\n', 'api/build.gradle': "plugins {\n    id 'java'\n    id 'org.springframework.boot' version '3.5.0'\n}\n" },
      bad: dockerfile`
        FROM gradle:8-jdk21 AS build
        WORKDIR /src
        COPY . .
        RUN gradle clean build -x test
        #                ^^^^^

        FROM eclipse-temurin:21-jre
        COPY --from=build /src/build/libs/*.jar /app/app.jar
        USER nobody
        CMD ["java", "-jar", "/app/app.jar"]
      `,
      fixed: dockerfile`
        FROM gradle:8-jdk21 AS build
        WORKDIR /src
        COPY . .
        RUN gradle clean bootJar -x test

        FROM eclipse-temurin:21-jre
        COPY --from=build /src/build/libs/*.jar /app/app.jar
        USER nobody
        CMD ["java", "-jar", "/app/app.jar"]
      `,
    },
    {
      file: 'api/Dockerfile',
      around: {
        'compose.yaml': 'services:\n  api:\n    build: ./api\n',
        'api/build.gradle': "plugins {\n    id 'java'\n    id 'org.springframework.boot' version '3.5.0'\n}\njar {\n    enabled = false\n}\n",
      },
      good: dockerfile`
        FROM gradle:8-jdk21 AS build
        WORKDIR /src
        COPY . .
        RUN gradle build

        FROM eclipse-temurin:21-jre
        COPY --from=build /src/build/libs/*.jar /app/app.jar
        USER nobody
        CMD ["java", "-jar", "/app/app.jar"]
      `,
    },
  ],
};

/** The plugin where its version is known to make two jars. */
function bootPlugin({ plugins, springBoot }: { plugins: readonly { readonly id: Fact }[]; springBoot?: Fact }): Fact | undefined {
  const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)/.exec(springBoot?.text ?? '') ?? [];
  const isTwo = Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 5);
  return isTwo ? plugins.find(({ id }) => id.text === 'org.springframework.boot')?.id : undefined;
}
