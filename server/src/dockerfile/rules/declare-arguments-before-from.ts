import { dockerfile } from '../../core/example.ts';
import { imageProblem } from '../../core/grammar/images.ts';
import { platformProblem } from '../../core/grammar/platforms.ts';
import { nearest } from '../../core/nearest.ts';
import { type Finding, insert, replace } from '../../core/rule.ts';
import { shift, type Word } from '../../core/text.ts';
import { evaluate } from '../evaluate.ts';
import { expansionsIn } from '../expansions.ts';
import { type Facts, isWhole } from '../facts.ts';
import type { Escape } from '../file.ts';
import { plainJoined } from '../joined.ts';
import { predefinedTopic } from '../knowledge.ts';
import { lexProblem } from '../lexing.ts';
import type { DockerfileRule } from '../rule.ts';
import { variableAt } from '../variables.ts';

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
    const declared = facts.preamble.flatMap(({ block }) => (block.keyword === 'ARG' ? block.pairs.map(({ name }) => name.text) : []));
    for (const { from, image } of facts.stages) {
      if (!isWhole(from.block)) continue;
      const platform = from.block.flags.find(({ name }) => name.text === 'platform')?.value;
      const words = [...(image ? [image] : []), ...(platform ? [{ text: platform.text, span: shift(platform.span, from.start) }] : [])];
      for (const word of words) {
        if (lexProblem(word.text, escape)) continue;
        const refused = isRefused(word, word !== image, facts, escape);
        for (const expansion of from.block.expansions) {
          const at = shift(expansion.name.span, from.start);
          const name = expansion.name.text;
          if (at.start < word.span.start || at.end > word.span.end || declared.includes(name) || predefinedTopic(name)) continue;
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
function isRefused(word: Word, isPlatform: boolean, facts: Facts, escape: Escape): boolean {
  const names = expansionsIn(plainJoined(word.text), escape).map(({ name }) => name.text);
  if (names.some((name) => variableAt(facts, name, word.span.start, escape).kind === 'predefined')) return false;
  const text = evaluate(word.text, escape, (name) => variableAt(facts, name, word.span.start, escape));
  if (text === undefined) return false;
  return isPlatform ? text === '' || platformProblem(text) !== undefined : text === '' || imageProblem(text) !== undefined;
}

function findingOf(name: string, at: { start: number; end: number }, declared: readonly string[], top: number, refused: boolean): Finding {
  const better = nearest(name, [...declared, 'BUILDPLATFORM', 'TARGETPLATFORM']);
  return {
    at,
    message: better ? ko.typo(name, better) : ko.missing(name),
    ...(refused && { severity: 'error' }),
    fixes: [better ? { title: ko.change(better), edits: [replace(at, better)] } : { title: ko.declare(name), edits: [insert(top, `ARG ${name}\n`)] }],
  };
}
