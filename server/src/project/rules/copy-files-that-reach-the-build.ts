import { dockerfile } from '../../core/example.ts';
import { nameOf } from '../paths.ts';
import type { StackRule } from '../rule.ts';
import { buildsOf, copiesOf } from '../stack/builds.ts';

const ko = {
  ignored: (source: string, file: string, pattern: string) =>
    `\`${file}\` 파일의 \`${pattern}\` 줄이 \`${source}\` 경로를 빌드 컨텍스트에서 빼므로 복사할 수 없습니다. 그 줄을 지우거나 뒤에 \`!\`로 다시 넣는 줄을 적으세요.`,
  line: '이 줄이 컨텍스트에서 뺍니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '`.dockerignore`가 뺀 파일은 복사하지 마세요',
    what: '`COPY`나 `ADD`의 원본을 `.dockerignore`가 빌드 컨텍스트에서 뺐습니다.',
    why: '`.dockerignore`에 걸린 파일은 빌드에 전해지지 않습니다. 내 컴퓨터에는 파일이 있어도 빌드는 `not found` 오류로 멈춥니다.',
    how: '이미지에 넣을 파일이면 `.dockerignore`에서 그 줄을 지우세요. 일부만 필요하면 뒤에 `!build/libs/*.jar`처럼 다시 넣는 줄을 적으세요.',
  },
  also: ['D261', 'CopyIgnoredFile'],
  href: 'https://docs.docker.com/reference/build-checks/copy-ignored-file/',

  *check(stack) {
    for (const { build, file } of buildsOf(stack)) {
      for (const source of copiesOf(file).flatMap(({ sources }) => sources)) {
        const { state, by } = build.sources.get(source) ?? {};
        if (state !== 'ignored' || !by) continue;
        yield {
          at: { uri: file.uri, fact: source },
          message: ko.ignored(source.text, nameOf(by.uri), by.fact.text),
          related: [{ at: by, message: ko.line }],
        };
      }
    }
  },

  examples: [
    {
      file: 'api/Dockerfile',
      around: { 'compose.yaml': 'services:\n  api:\n    build: ./api\n', 'api/.dockerignore': '# made by Gradle\n.gradle\nbuild\n', 'api/build/libs/app.jar': '' },
      bad: dockerfile`
        FROM eclipse-temurin:21-jre
        COPY build/libs/*.jar /app/app.jar
        #    ^^^^^^^^^^^^^^^^
      `,
    },
    {
      file: 'api/Dockerfile',
      around: { 'compose.yaml': 'services:\n  api:\n    build: ./api\n', 'api/.dockerignore': 'build\n!build/libs/*.jar\n', 'api/build/libs/app.jar': '' },
      good: dockerfile`
        FROM eclipse-temurin:21-jre
        COPY build/libs/*.jar /app/app.jar
      `,
    },
  ],
};
