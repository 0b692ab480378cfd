import { dockerfile } from '../../core/example.ts';
import { type ImageReason, imageProblem } from '../../core/grammar/images.ts';
import { platformProblem } from '../../core/grammar/platforms.ts';
import type { Problem } from '../../core/grammar/problem.ts';
import { nearest } from '../../core/nearest.ts';
import { type Finding, type Fix, replace } from '../../core/rule.ts';
import { shift, type Word } from '../../core/text.ts';
import { expansionsIn } from '../expansions.ts';
import { isWhole } from '../facts.ts';
import type { Escape } from '../file.ts';
import { plainJoined } from '../joined.ts';
import { lexProblem } from '../lexing.ts';
import { within } from '../places.ts';
import type { DockerfileRule } from '../rule.ts';
import { unquote } from '../words.ts';

const ko = {
  uppercase: (piece: string) => `이미지 이름 \`${piece}\` 안의 대문자를 소문자로 바꾸세요. 이미지 이름에는 소문자만 쓸 수 있습니다.`,
  space: () => '이미지 이름 안의 띄어쓰기를 지우세요. `node:24-alpine`처럼 붙여 적습니다.',
  scheme: (piece: string) => `이미지 이름 앞의 \`${piece}\` 부분을 지우세요. 주소가 아니라 \`ghcr.io/shop/web:1.0\`처럼 적습니다.`,
  'two-tags': (piece: string) => `태그가 두 개입니다. \`${piece}\` 부분을 지우고 태그를 하나만 적으세요.`,
  'empty-tag': () => '콜론 뒤에 태그가 없습니다. `:24-alpine`처럼 태그를 적거나 콜론을 지우세요.',
  'bad-tag': (piece: string) => `\`${piece}\` 태그는 쓸 수 없습니다. 영문자, 숫자, \`_\`, \`.\`, \`-\`만 써서 128자 안으로 적으세요.`,
  'bad-digest': (piece: string) => `\`${piece}\` 부분은 다이제스트가 아닙니다. 태그라면 \`@\` 대신 \`:\`을 쓰고, 다이제스트라면 \`sha256:\` 뒤에 64자리 값을 적으세요.`,
  'bad-name': (piece: string) => `\`${piece}\` 부분은 이미지 이름으로 쓸 수 없습니다. 영문 소문자와 숫자 사이에 \`.\`, \`_\`, \`-\`만 쓰세요.`,
  equals: (name: string, tag: string) => `태그 앞에는 \`=\`가 아니라 \`:\`을 씁니다. \`${name}:${tag}\`로 고치세요.`,
  empty: '이미지 이름이 비어 있습니다. `node:24-alpine`처럼 적으세요.',
  platform: (text: string) => `\`${text}\` 플랫폼은 없습니다. \`linux/amd64\`나 \`linux/arm64\`처럼 운영체제와 프로세서를 적으세요.`,
  change: (text: string) => `\`${text}\`로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '베이스 이미지는 소문자 이름과 태그로 적으세요',
    what: '`FROM`에 적은 이미지 이름에 대문자나 쓸 수 없는 글자가 있거나, 태그의 모양이 맞지 않습니다.',
    why: '이름의 모양이 맞지 않으면 도커는 이미지를 찾아보지도 않고 `invalid reference format` 오류를 냅니다.',
    how: '`node:24-alpine`이나 `ghcr.io/shop/base:1.0`처럼 소문자 이름 뒤에 콜론과 태그를 하나만 붙이세요.',
  },
  also: ['D109'],
  href: 'https://docs.docker.com/reference/dockerfile/#from',

  *file({ facts, file: { escape } }) {
    const stages = new Set<string>();
    for (const { name, image, from } of facts.stages) {
      if (image && expansionsIn(plainJoined(image.text), escape).length === 0 && !lexProblem(image.text, escape) && !stages.has(image.text) && isWhole(from.block))
        yield* imageFindings(image, escape);
      if (name) stages.add(name.text.toLowerCase());
      const platform = from.block.flags.find(({ name }) => name.text === 'platform')?.value;
      if (platform && !platform.text.includes('$') && platformProblem(unquote(platform.text, escape))) {
        yield { at: shift(platform.span, from.start), message: ko.platform(platform.text), fixes: platformFixes(platform, from.start) };
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM Node:24-alpine
        #    ^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
      `,
    },
    {
      bad: dockerfile`
        FROM node=24-alpine
        #        ^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
      `,
    },
    {
      bad: dockerfile`
        FROM --platform=linux_amd64 node:24-alpine
        #               ^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM --platform=linux/amd64 node:24-alpine
      `,
    },
    {
      good: dockerfile`
        ARG TAG=24-alpine
        FROM localhost:5000/base/node:\${TAG} AS build
        FROM build
      `,
    },
  ],
};

function* imageFindings(image: Word, escape: Escape): Generator<Finding> {
  const text = unquote(image.text, escape);
  if (text === '') {
    yield { at: image.span, message: ko.empty };
    return;
  }
  const problem = imageProblem(text);
  if (!problem) return;
  const equals = /^([a-z0-9._/-]+)=([\w.-]+)$/.exec(text);
  if (equals?.[1] && equals[2] && text === image.text) {
    const at = within(image, equals[1].length, equals[1].length + 1);
    yield { at, message: ko.equals(equals[1], equals[2]), fixes: [{ title: ko.change(`${equals[1]}:${equals[2]}`), edits: [replace(at, ':')] }] };
    return;
  }
  const at = text === image.text ? within(image, problem.from, problem.to) : image.span;
  yield { at, message: ko[problem.reason](text.slice(problem.from, problem.to)), ...(text === image.text && { fixes: fixesFor(image, problem) }) };
}

function fixesFor(image: Word, { reason, from, to }: Problem<ImageReason>): Fix[] {
  const { text } = image;
  const piece = text.slice(from, to);
  const at = within(image, from, to);
  if (reason === 'uppercase')
    return isRight(text.slice(0, from) + piece.toLowerCase() + text.slice(to)) ? [{ title: ko.change(piece.toLowerCase()), edits: [replace(at, piece.toLowerCase())] }] : [];
  const better = text.slice(0, from) + text.slice(to);
  const mends = reason === 'scheme' || reason === 'two-tags' || reason === 'empty-tag';
  return mends && better !== '' && isRight(better) ? [{ title: ko.change(better), edits: [replace(at, '')] }] : [];
}

const isRight = (text: string) => imageProblem(text) === undefined;

function platformFixes({ text, span }: Word, start: number): Fix[] {
  const slashed = text.replace(/[_:\\-]/, '/');
  const better = platformProblem(slashed) ? nearest(slashed, ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'windows/amd64']) : slashed;
  return better !== undefined && /^\w+\/(?:amd64|arm64|arm\/v7)$/.test(better) ? [{ title: ko.change(better), edits: [replace(shift(span, start), better)] }] : [];
}
