import { dockerfile } from '../../core/example.ts';
import type { Fact } from '../../core/fact.ts';
import type { StageFact } from '../../dockerfile/stack-facts.ts';
import { nameOf } from '../paths.ts';
import type { StackFinding, StackRule } from '../rule.ts';
import { buildsOf, type OneBuild } from '../stack/builds.ts';
import { chainOf } from '../stack/packages.ts';
import type { Spot } from '../stack/stack.ts';
import { javaOf } from '../stack/versions.ts';

const ko = {
  build: (file: string, wanted: number, image: string, own: number) =>
    `\`${file}\` 파일은 자바 ${wanted} 버전으로 컴파일하라고 하지만 \`${image}\` 이미지의 자바는 ${own} 버전이라 빌드가 \`release version ${wanted} not supported\` 같은 오류로 멈춥니다. 두 버전을 같게 맞추세요.`,
  run: (file: string, wanted: number, image: string, own: number) =>
    `\`${file}\` 파일대로 자바 ${wanted} 버전으로 컴파일한 프로그램은 자바 ${own} 버전인 \`${image}\` 이미지에서 \`UnsupportedClassVersionError\` 오류로 꺼집니다. 두 버전을 같게 맞추세요.`,
  change: (version: number) => `이미지를 자바 ${version} 버전으로 바꾸기`,
  here: (version: number) => `여기에 자바 ${version} 버전이라고 적혀 있습니다.`,
};

export const rule: StackRule = {
  severity: 'error',
  scope: 'project',
  lesson: {
    title: '이미지의 자바 버전을 프로젝트의 자바 버전과 맞추세요',
    what: '`build.gradle`이나 `pom.xml`이 정한 자바 버전보다 이미지의 자바가 낮습니다.',
    why: '낮은 JDK는 더 높은 버전으로 컴파일하지 못하고, 낮은 JRE는 더 높은 버전으로 컴파일한 프로그램을 실행하지 못해 `UnsupportedClassVersionError` 오류를 냅니다.',
    how: '`FROM`의 태그를 프로젝트와 같은 버전으로 바꾸세요. 자바 21 프로젝트라면 빌드에는 `eclipse-temurin:21-jdk`, 실행에는 `eclipse-temurin:21-jre`가 맞습니다.',
  },
  also: [],
  href: 'https://hub.docker.com/_/eclipse-temurin',

  *check(stack) {
    for (const one of buildsOf(stack)) {
      const { gradle, pom } = one.build;
      const owner = pom ?? gradle;
      const fact = owner?.facts.javaVersion;
      const version = Number(/^(?:1\.)?(\d{1,2})$/.exec(fact?.text ?? '')?.[1] ?? 0);
      if (!owner || !fact || version === 0 || (gradle && pom)) continue;
      const told = { uri: owner.uri, fact };
      const { stages } = one.file.facts;
      for (const stage of stages) {
        const use = useOf(stage, one, pom !== undefined);
        const root = chainOf(stages, stage)[0];
        if (use && root) yield* tooOld(use, version, { uri: one.file.uri, fact: root.image }, told);
      }
    }
  },

  examples: [
    {
      file: 'api/Dockerfile',
      around: {
        'compose.yaml': 'services:\n  api:\n    build: ./api\n',
        'api/build.gradle': "plugins {\n    id 'java'\n}\njava {\n    toolchain {\n        languageVersion = JavaLanguageVersion.of(21)\n    }\n}\n",
      },
      bad: dockerfile`
        FROM gradle:8-jdk21 AS build
        WORKDIR /src
        COPY . .
        RUN gradle bootJar

        FROM eclipse-temurin:17-jre
        #    ^^^^^^^^^^^^^^^^^^^^^^
        COPY --from=build /src/build/libs/app.jar /app/app.jar
        USER nobody
        CMD ["java", "-jar", "/app/app.jar"]
      `,
      fixed: dockerfile`
        FROM gradle:8-jdk21 AS build
        WORKDIR /src
        COPY . .
        RUN gradle bootJar

        FROM eclipse-temurin:21-jre
        COPY --from=build /src/build/libs/app.jar /app/app.jar
        USER nobody
        CMD ["java", "-jar", "/app/app.jar"]
      `,
    },
    {
      file: 'api/Dockerfile',
      around: {
        'compose.yaml': 'services:\n  api:\n    build: ./api\n',
        'api/pom.xml': '<project><properties><java.version>17</java.version></properties></project>\n',
      },
      good: dockerfile`
        FROM maven:3.9-eclipse-temurin-21 AS build
        WORKDIR /src
        COPY . .
        RUN mvn -B package

        FROM eclipse-temurin:17-jre
        COPY --from=build /src/target/app.jar /app/app.jar
        USER nobody
        CMD ["java", "-jar", "/app/app.jar"]
      `,
    },
  ],
};

/** Versions that images are made of for long. */
const LASTING = new Set([8, 11, 17, 21, 25]);

/** What a stage does with the project's Java: Gradle may fetch another JDK by itself. */
function useOf(stage: StageFact, { services }: OneBuild, isMaven: boolean): { readonly kind: 'build' | 'run'; readonly isSure: boolean } | undefined {
  if (stage.tasks.some(({ tool, tasks }) => (tool === 'maven') === isMaven && tasks.some(({ text }) => /build|jar|assemble|package|install|compile|verify/i.test(text))))
    return { kind: 'build', isSure: isMaven };
  const isLast = services.some(({ build }) => build?.stages.at(-1) === stage);
  const [first, ...rest] = stage.command.map(({ text }) => text);
  // A jar of this project: out of the builder's folder or the context's.
  const isOwn = [...stage.copies, ...stage.fromOthers].some(({ sources }) => sources.some(({ text }) => /(?:^|\/)(?:target|build\/libs)\/[^/]*\.jar$/.test(text)));
  return isLast && isOwn && (first === 'java' || /^sh$/.test(first ?? '')) && rest.join(' ').includes('-jar') ? { kind: 'run', isSure: true } : undefined;
}

function* tooOld(
  { kind, isSure }: { readonly kind: 'build' | 'run'; readonly isSure: boolean },
  version: number,
  at: Spot,
  told: { uri: string; fact: Fact },
): Generator<StackFinding> {
  const image = at.fact.text;
  const own = javaOf(image);
  if (!own || own.major >= version) return;
  const text = `${image.slice(0, own.from)}${version}${image.slice(own.to)}`;
  const isPlain = LASTING.has(version) && /^(?:eclipse-temurin:\d+(?:-jdk|-jre)?|amazoncorretto:\d+)(?:-alpine)?$/.test(image);
  yield {
    at,
    message: ko[kind](nameOf(told.uri), version, image, own.major),
    ...(!isSure && { severity: 'warning' as const }),
    fixes: isPlain ? [{ title: ko.change(version), edits: [{ at, text }] }] : [],
    related: [{ at: told, message: ko.here(version) }],
  };
}
