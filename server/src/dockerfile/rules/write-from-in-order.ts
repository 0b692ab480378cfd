import { dockerfile } from '../../core/example.ts';
import { type Fix, insert, replace } from '../../core/rule.ts';
import type { Span } from '../../core/text.ts';
import type { From } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { trailingComment } from '../trailing.ts';

const ko = {
  image: '`FROM` 뒤에 이미지가 없습니다. `FROM node:24-alpine`처럼 적으세요.',
  name: '`AS` 뒤에 스테이지 이름이 없습니다. `AS build`처럼 이름을 적거나 `AS`를 지우세요.',
  space: '이미지와 태그 사이의 띄어쓰기를 지우세요. `python:3-alpine`처럼 붙여 적습니다.',
  as: (word: string) => `이미지 이름 뒤의 \`${word}\` 부분을 도커가 읽지 못합니다. 스테이지 이름이라면 앞에 \`AS\`를 적으세요.`,
  wrong: (word: string) => `\`${word}\` 자리에는 \`AS\`만 올 수 있습니다. \`FROM node:24-alpine AS build\`처럼 적으세요.`,
  more: (word: string) => `\`${word}\` 부분이 남습니다. 스테이지 이름은 띄어쓰기 없이 한 단어로 적으세요.`,
  addAs: '`AS` 적기',
  removeAs: '`AS` 지우기',
  change: '`AS`로 고치기',
  join: '붙여 적기',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '`FROM`은 이미지, `AS`, 이름의 차례로 적으세요',
    what: '`FROM` 뒤에 이미지가 없거나, `AS 이름`이 아닌 말이 더 있습니다.',
    why: '도커는 `FROM` 뒤에 한 단어나 세 단어만 받습니다. 나머지는 모두 오류가 되어 빌드를 시작하지 않습니다.',
    how: '`FROM node:24-alpine`이나 `FROM node:24-alpine AS build`처럼 적으세요.',
  },
  also: ['D109'],
  href: 'https://docs.docker.com/reference/dockerfile/#from',

  *instruction(instruction) {
    if (instruction.keyword !== 'FROM' || trailingComment(instruction)) return;
    const problem = problemOf(instruction);
    if (problem) yield problem;
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine build
        #                   ^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine AS build
      `,
    },
    {
      bad: dockerfile`
        FROM python:3 -alpine
        #             ^^^^^^^
      `,
      fixed: dockerfile`
        FROM python:3-alpine
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine AS
        #                   ^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
      `,
    },
    {
      good: dockerfile`
        FROM --platform=$BUILDPLATFORM node:24-alpine as build
      `,
    },
  ],
};

function problemOf(from: From): { at: Span; message: string; fixes?: Fix[] } | undefined {
  const [image, second, third, fourth] = from.args;
  if (!image) return { at: from.name.span, message: ko.image };
  if (!second) return undefined;
  const gap = { start: image.span.end, end: second.span.start };
  const isAs = second.text.toLowerCase() === 'as';
  if (/^[:@-]/.test(second.text) || (/[:@/]$/.test(image.text) && !isAs)) return { at: second.span, message: ko.space, fixes: [{ title: ko.join, edits: [replace(gap, '')] }] };
  if (!third) {
    if (isAs) return { at: second.span, message: ko.name, fixes: [{ title: ko.removeAs, edits: [replace({ start: gap.start, end: second.span.end }, '')] }] };
    const isName = /^[a-z][a-z0-9_.-]*$/i.test(second.text);
    return { at: second.span, message: ko.as(second.text), ...(isName && { fixes: [{ title: ko.addAs, edits: [insert(second.span.start, 'AS ')] }] }) };
  }
  if (!isAs) {
    const near = /^(?:a|s|sa|ass|a[^a-z]|az|sd|ad|aas)$/i.test(second.text) && !fourth;
    return { at: second.span, message: ko.wrong(second.text), ...(near && { fixes: [{ title: ko.change, edits: [replace(second.span, 'AS')] }] }) };
  }
  return fourth && { at: fourth.span, message: ko.more(fourth.text) };
}
