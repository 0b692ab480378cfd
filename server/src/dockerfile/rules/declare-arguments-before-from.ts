import { dockerfile } from '../../core/example.ts';
import { imageProblem } from '../../core/grammar/images.ts';
import { platformProblem } from '../../core/grammar/platforms.ts';
import { nearest } from '../../core/nearest.ts';
import { type Finding, insert, replace } from '../../core/rule.ts';
import { shift, type Word } from '../../core/text.ts';
import { isWhole } from '../facts.ts';
import type { Escape } from '../file.ts';
import { predefinedTopic } from '../knowledge.ts';
import { globalScope, knownValue, type Scope } from '../known-values.ts';
import { lexProblem } from '../lexing.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  typo: (name: string, better: string) => `\`${name}\` 변수가 \`FROM\` 앞에 없어 빈 값이 됩니다. 앞에 있는 \`${better}\` 변수라면 이름을 고치세요.`,
  missing: (name: string) => `\`${name}\` 변수가 \`FROM\` 앞에 없어 빈 값이 됩니다. 첫 \`FROM\`보다 위에 \`ARG ${name}=값\`을 적으세요.`,
  change: (name: string) => `\`${name}\`로 고치기`,
  declare: (name: string) => `\`FROM\` 위에 \`ARG ${name}\` 적기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`FROM`에서 쓸 변수는 첫 `FROM`보다 위에 선언하세요',
    what: '`FROM`에 쓴 변수가 파일 맨 위의 `ARG`에 없습니다.',
    why: '`FROM`은 첫 `FROM`보다 위에 있는 `ARG`만 압니다. 모르는 변수는 빈 값이 되어 `node:` 같은 잘못된 이름이 됩니다. `ENV`나 컴퓨터의 환경 변수는 쓰이지 않습니다.',
    how: '맨 위에 `ARG VERSION=24`처럼 기본값과 함께 선언하세요.',
  },
  also: ['D110', 'UndefinedArgInFrom'],
  href: 'https://docs.docker.com/reference/build-checks/undefined-arg-in-from/',

  *file({ facts, file: { escape } }) {
    const first = facts.stages[0];
    const declared = new Set(facts.preamble.flatMap(({ block }) => (block.keyword === 'ARG' ? block.pairs.map(({ name }) => name.text) : [])));
    const scope = globalScope(facts, escape);
    for (const { from, image } of facts.stages) {
      if (!isWhole(from.block)) continue;
      const platform = from.block.flags.find(({ name }) => name.text === 'platform')?.value;
      const words = [...(image ? [image] : []), ...(platform ? [{ text: platform.text, span: shift(platform.span, from.start) }] : [])];
      for (const word of words) {
        if (lexProblem(word.text, escape)) continue;
        const refused = isRefused(word, word !== image, escape, scope);
        for (const expansion of from.block.expansions) {
          const at = shift(expansion.name.span, from.start);
          const name = expansion.name.text;
          if (at.start < word.span.start || at.end > word.span.end || declared.has(name) || predefinedTopic(name)) continue;
          yield findingOf(name, at, declared, first?.from.start ?? 0, refused);
        }
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        ARG VERSION=24-alpine
        FROM node:\${VERISON}
        #           ^^^^^^^
      `,
      fixed: dockerfile`
        ARG VERSION=24-alpine
        FROM node:\${VERSION}
      `,
    },
    {
      bad: dockerfile`
        FROM node:24\${SUFFIX}
        #             ^^^^^^
      `,
      fixed: dockerfile`
        ARG SUFFIX
        FROM node:24\${SUFFIX}
      `,
    },
    {
      good: dockerfile`
        ARG VERSION=24
        FROM --platform=$BUILDPLATFORM node:\${VERSION}-alpine AS build
      `,
    },
  ],
};

/** Nobody can give it a value from outside, so BuildKit refuses what it leads to. */
function isRefused(word: Word, isPlatform: boolean, escape: Escape, scope: Scope): boolean {
  const known = knownValue(word, escape, scope);
  if (!known || known.unset.length > 0) return false;
  return known.text === '' || (isPlatform ? platformProblem(known.text) : imageProblem(known.text)) !== undefined;
}

function findingOf(name: string, at: { start: number; end: number }, declared: ReadonlySet<string>, top: number, refused: boolean): Finding {
  const better = nearest(name, [...[...declared].slice(0, 50), 'BUILDPLATFORM', 'TARGETPLATFORM']);
  return {
    at,
    message: better ? ko.typo(name, better) : ko.missing(name),
    ...(refused && { severity: 'error' }),
    fixes: [better ? { title: ko.change(better), edits: [replace(at, better)] } : { title: ko.declare(name), edits: [insert(top, `ARG ${name}\n`)] }],
  };
}
