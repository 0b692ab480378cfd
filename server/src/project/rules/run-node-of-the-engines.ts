import { dockerfile } from '../../core/example.ts';
import { hubImageNamed } from '../../core/hub-image.ts';
import { retired } from '../../core/retired-images.ts';
import type { StackRule } from '../rule.ts';
import { buildsOf } from '../stack/builds.ts';
import { chainOf, ownCallsIn } from '../stack/packages.ts';
import { nodeOf } from '../stack/versions.ts';

const ko = {
  old: (wanted: string, image: string, own: number) =>
    `\`package.json\` 파일은 \`engines\`에서 Node.js \`${wanted}\` 버전을 요구하지만 \`${image}\` 이미지의 Node.js는 ${own} 버전입니다. 이미지의 버전을 올리거나 \`engines\`를 고치세요.`,
  change: (version: number) => `이미지를 Node.js ${version} 버전으로 바꾸기`,
  here: '여기에 필요한 버전이 적혀 있습니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '이미지의 Node.js 버전을 `engines`와 맞추세요',
    what: '`package.json`의 `engines`가 요구하는 버전보다 이미지의 Node.js가 낮습니다.',
    why: '내 컴퓨터에서는 새 Node.js로 잘 되던 문법이나 기능이 이미지의 옛 Node.js에는 없어, 설치할 때 `Unsupported engine` 경고가 나오거나 실행하다가 오류가 날 수 있습니다.',
    how: '`FROM node:24-alpine`처럼 프로젝트가 요구하는 버전의 태그를 적으세요.',
  },
  also: [],
  href: 'https://docs.npmjs.com/cli/configuring-npm/package-json#engines',

  *check(stack) {
    for (const one of buildsOf(stack)) {
      const engine = one.build.package?.facts.engines.find(({ name }) => name.text === 'node')?.version;
      const least = leastOf(engine?.text ?? '');
      if (!one.build.package || !engine || least === undefined) continue;
      const { stages } = one.file.facts;
      const roots = new Set([...ownCallsIn(one)].flatMap(({ stage }) => chainOf(stages, stage).slice(0, 1)));
      for (const { image } of roots) {
        const own = nodeOf(image.text);
        // That a version is no longer mended is said already, and a newer one offered.
        if (!own || own.major >= least || retired(hubImageNamed(image.text))) continue;
        const at = { uri: one.file.uri, fact: image };
        const rest = image.text.slice(own.to);
        const isPlain = least % 2 === 0 && /^(?:-alpine|(?:-bookworm)?(?:-slim)?)$/.test(rest);
        yield {
          at,
          message: ko.old(engine.text, image.text, own.major),
          fixes: isPlain ? [{ title: ko.change(least), edits: [{ at, text: `${image.text.slice(0, own.from)}${least}${rest}` }] }] : [],
          related: [{ at: { uri: one.build.package.uri, fact: engine }, message: ko.here }],
        };
      }
    }
  },

  examples: [
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{ "engines": { "node": ">=24" } }', 'web/package-lock.json': '{}' },
      bad: dockerfile`
        FROM node:22-alpine
        #    ^^^^^^^^^^^^^^
        WORKDIR /app
        COPY . .
        RUN npm ci
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        RUN npm ci
      `,
    },
    {
      file: 'web/Dockerfile',
      around: { 'compose.yaml': 'services:\n  web:\n    build: ./web\n', 'web/package.json': '{ "engines": { "node": "^22.12.0 || >=24" } }', 'web/package-lock.json': '{}' },
      good: dockerfile`
        FROM node:22-alpine
        WORKDIR /app
        COPY . .
        RUN npm ci
      `,
    },
  ],
};

/** The lowest major version of a range; nothing where it is not plain to see. https://docs.npmjs.com/cli/using-npm/semver */
function leastOf(range: string): number | undefined {
  const majors = range.split('||').map((part) => /^(?:>=|[\^~=])? ?v?(\d{1,2})(?:\.[\dx*]{1,9}){0,2}(?: <.*)?$/.exec(part.trim())?.[1]);
  return majors.every((it) => it !== undefined) ? Math.min(...majors.map(Number)) : undefined;
}
