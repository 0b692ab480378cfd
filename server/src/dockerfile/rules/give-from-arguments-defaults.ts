import { dockerfile } from '../../core/example.ts';
import { imageProblem } from '../../core/grammar/images.ts';
import { insert } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { expansionsIn } from '../expansions.ts';
import { isWhole } from '../facts.ts';
import { plainJoined } from '../joined.ts';
import { globalScope, knownValue } from '../known-values.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  unset: (word: string, name: string) => `\`${name}\` 변수에 기본값이 없어 \`--build-arg\` 없이는 \`${word}\` 이미지를 찾지 못합니다. \`ARG ${name}=값\`으로 기본값을 적으세요.`,
  wrong: (word: string, text: string) => `\`${word}\` 값이 \`${text}\`로 바뀌어 이미지 이름이 되지 못합니다. \`ARG\`의 기본값을 고치세요.`,
  here: (name: string) => `\`${name}\` 변수를 여기에서 선언합니다.`,
  latest: '기본값으로 `latest` 적기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`FROM`에서 쓰는 `ARG`에는 기본값을 주세요',
    what: '`FROM`의 이미지 이름이 기본값 없는 `ARG`에 달려 있습니다.',
    why: '빌드할 때 `--build-arg`를 잊으면 변수가 빈 값이 되어 `invalid reference format` 오류가 납니다. 처음 내려받은 사람은 무엇을 넣어야 할지 알 수 없습니다.',
    how: '`ARG VERSION=24`처럼 대개 쓰는 값을 기본값으로 적으세요. `--build-arg`로 준 값이 기본값보다 앞섭니다.',
  },
  also: ['D110', 'InvalidDefaultArgInFrom'],
  href: 'https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/',

  *file({ facts, file }) {
    const { escape } = file;
    const scope = globalScope(facts, escape);
    const declared = new Map(
      facts.preamble.flatMap(({ start, block }) => (block.keyword === 'ARG' ? block.pairs.map(({ name }) => [name.text, shift(name.span, start)] as const) : [])),
    );
    for (const { from, image } of facts.stages) {
      if (!image || !isWhole(from.block) || expansionsIn(plainJoined(image.text), escape).length === 0) continue;
      const known = knownValue(image, escape, scope);
      // A name that nothing declares is told by its own rule.
      if (!known || known.missing.length > 0 || (known.text !== '' && !imageProblem(known.text))) continue;
      const [name] = known.unset;
      if (name === undefined) {
        yield { at: image.span, message: ko.wrong(image.text, known.text), severity: 'error' };
        continue;
      }
      const at = declared.get(name);
      const isTag = new RegExp(`:\\$(?:${name}|\\{${name}\\})$`).test(image.text);
      yield {
        at: image.span,
        message: ko.unset(image.text, name),
        ...(at && { related: [{ at, message: ko.here(name) }] }),
        ...(at && isTag && { fixes: [{ title: ko.latest, edits: [insert(at.end, '=latest')] }] }),
      };
    }
  },

  examples: [
    {
      bad: dockerfile`
        ARG VERSION
        FROM node:$VERSION
        #    ^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        ARG VERSION=latest
        FROM node:$VERSION
      `,
    },
    {
      bad: dockerfile`
        ARG VERSION="24 alpine"
        FROM node:$VERSION
        #    ^^^^^^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        ARG VERSION
        ARG VARIANT=-alpine
        FROM node:24\${VARIANT}
        FROM node:\${VERSION:-24}
      `,
    },
  ],
};
