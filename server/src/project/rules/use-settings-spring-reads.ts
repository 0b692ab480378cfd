import { compose } from '../../core/example.ts';
import { placeholdersIn } from '../../settings/index.ts';
import type { StackFinding, StackRule } from '../rule.ts';
import { each, type Spot, type StackService } from '../stack/stack.ts';

const ko = {
  moved: (name: string, right: string, version: string) =>
    `스프링 부트 ${version} 버전은 \`${name}\` 설정을 읽지 않고 \`localhost:6379\` 주소로 접속합니다. 스프링 부트 3부터는 \`${right}\` 이름으로 적으세요.`,
  change: (right: string) => `\`${right}\` 이름으로 바꾸기`,
  version: '스프링 부트의 버전이 여기에 적혀 있습니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '쓰는 스프링 부트 버전의 설정 이름을 적으세요',
    what: '스프링 부트 3이 읽지 않는 옛 이름으로 Redis의 주소를 적었습니다.',
    why: '스프링 부트 3에서 `spring.redis.*` 설정은 `spring.data.redis.*`로 이름이 바뀌었습니다. 옛 이름은 오류 없이 무시되어, 앱이 자기 컨테이너의 `localhost:6379`로 접속하다가 실패합니다.',
    how: '설정 파일에는 `spring.data.redis.host`, 환경 변수에는 `SPRING_DATA_REDIS_HOST`처럼 적으세요.',
  },
  also: ['C707'],
  href: 'https://github.com/spring-projects/spring-boot/wiki/Spring-Boot-3.0-Migration-Guide#redis-properties',

  *check(stack) {
    for (const service of stack.services) {
      const version = springBootOf(service);
      if (!version || !/^[3-9]\b/.test(version.fact.text)) continue;
      const settings = service.build?.settings.flatMap(({ uri, facts }) => facts.settings.map((it) => ({ uri, it }))) ?? [];
      const read = new Set(settings.flatMap(({ it: { value } }) => placeholdersIn({ text: value.text, span: { start: 0, end: value.text.length } }).map(({ name }) => name.text)));
      const variables = [...each(service, 'environment'), ...service.envFiles.flatMap(({ uri, facts }) => facts.variables.map((it) => ({ uri, it })))];
      for (const { uri, it } of variables) {
        if (/^SPRING_REDIS_/.test(it.name.text) && !read.has(it.name.text)) yield* moved({ uri, fact: it.name }, it.name.text.replace('SPRING_', 'SPRING_DATA_'), version);
      }
      for (const { uri, it } of settings) {
        if (/^spring\.redis\.(?:host|url|port)$/.test(it.key.text)) yield* moved({ uri, fact: it.key }, it.key.text.replace('spring.', 'spring.data.'), version);
      }
    }
  },

  examples: [
    {
      file: 'compose.yaml',
      around: {
        'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n',
        'backend/build.gradle': "plugins {\n    id 'org.springframework.boot' version '3.5.0'\n}\n",
      },
      bad: compose`
        services:
          backend:
            build: ./backend
            environment:
              SPRING_REDIS_HOST: redis
        #     ^^^^^^^^^^^^^^^^^
          redis:
            image: redis:8-alpine
      `,
      fixed: compose`
        services:
          backend:
            build: ./backend
            environment:
              SPRING_DATA_REDIS_HOST: redis
          redis:
            image: redis:8-alpine
      `,
    },
    {
      file: 'compose.yaml',
      around: {
        'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n',
        'backend/build.gradle': "plugins {\n    id 'org.springframework.boot' version '2.7.18'\n}\n",
      },
      good: compose`
        services:
          backend:
            build: ./backend
            environment:
              SPRING_REDIS_HOST: redis
          redis:
            image: redis:8-alpine
      `,
    },
  ],
};

/** Where the build says which Spring Boot it is. */
function springBootOf({ build }: StackService): Spot | undefined {
  for (const file of [build?.pom, build?.gradle]) if (file?.facts.springBoot) return { uri: file.uri, fact: file.facts.springBoot };
  return undefined;
}

function* moved(at: Spot, right: string, version: Spot): Generator<StackFinding> {
  // A key of YAML stands on several lines; only one that is written as a whole is replaced.
  const fixes = /_/.test(right) ? [{ title: ko.change(right), edits: [{ at, text: right }] }] : [];
  yield { at, message: ko.moved(at.fact.text, right, version.fact.text), fixes, related: [{ at: version, message: ko.version }] };
}
