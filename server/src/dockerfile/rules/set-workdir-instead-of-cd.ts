import { dockerfile } from '../../core/example.ts';
import { type Fix, insert, replace } from '../../core/rule.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { scriptIn } from '../shell/read.ts';
import { type Command, isPlain, operandsOf, programOf } from '../shell/script.ts';

const ko = {
  lost: '`cd`로 옮긴 위치는 이 `RUN`이 끝나면 사라집니다. 다음 줄에서도 그 폴더에 있으려면 `WORKDIR`을 쓰세요.',
  workdir: (path: string) => `\`WORKDIR ${path}\`로 바꾸기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '폴더를 옮길 때는 `RUN cd` 대신 `WORKDIR`을 쓰세요',
    what: '`RUN`의 마지막 명령이 `cd`입니다.',
    why: '`RUN`은 줄마다 새 셸을 켭니다. `cd`로 옮긴 위치는 그 셸과 함께 사라지고, 다음 줄은 원래 폴더에서 시작합니다.',
    how: '`WORKDIR /app`처럼 적으세요. 폴더가 없으면 만들어 주고, 뒤의 모든 줄에 적용됩니다. 한 번만 옮기면 되는 일은 `RUN cd app && npm ci`처럼 한 줄에 이어 적으세요.',
  },
  also: ['D203', 'DL3003'],
  href: 'https://docs.docker.com/reference/dockerfile/#workdir',

  *instruction(instruction, block, escape) {
    if (instruction.keyword !== 'RUN' || instruction.heredocs.length > 0 || escape === '`') return;
    const { commands, shell, sure } = scriptIn(block, escape);
    const last = commands.at(-1);
    if (!shell || !sure || !last || !isCd(last) || !isPlain(last)) return;
    const earlier = commands.slice(0, -1);
    // `cd build && make && cd ..` puts things back; nobody counts on it.
    if (earlier.some(isCd) || (earlier.length > 0 && /^(?:\.\.|-|\/$|~$)/.test(targetOf(last) ?? '-'))) return;
    yield { at: last.span, message: ko.lost, fixes: fixesFor(instruction, earlier, last) };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN cd /app
            ^^^^^^^
        COPY package.json package-lock.json ./
        RUN npm ci
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package.json package-lock.json ./
        RUN npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM maven:3.9-eclipse-temurin-21
        RUN mkdir -p /build && cd /build
                               ^^^^^^^^^
        COPY pom.xml ./
      `,
      fixed: dockerfile`
        FROM maven:3.9-eclipse-temurin-21
        WORKDIR /build
        COPY pom.xml ./
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        RUN pip install --no-cache-dir flask && cd /srv
                                                ^^^^^^^
        COPY app.py ./
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        RUN pip install --no-cache-dir flask
        WORKDIR /srv
        COPY app.py ./
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        RUN cd client && npm ci && npm run build
      `,
    },
  ],
};

const isCd = (command: Command) => programOf(command) === 'cd';
const targetOf = (command: Command) => operandsOf(command)[0]?.text ?? command.words[1]?.text;

function fixesFor({ span }: Instruction, earlier: readonly Command[], last: Command): Fix[] {
  const target = last.words[1];
  const before = earlier.at(-1);
  if (!target?.known || target.quoted || last.words.length !== 2 || last.redirects.length > 0 || /^[~-]/.test(target.text)) return [];
  const title = ko.workdir(target.text);
  const line = `WORKDIR ${target.text}`;
  const onlyMakesIt = earlier.every((it) => programOf(it) === 'mkdir' && operandsOf(it).every(({ text }) => text.replace(/\/$/, '') === target.text.replace(/\/$/, '')));
  if (onlyMakesIt) return [{ title, edits: [replace(span, line)] }];
  if (!before || last.before === ')' || before.within.length > 0) return [];
  return [{ title, edits: [replace({ start: before.span.end, end: span.end }, ''), insert(span.end, `\n${line}`)] }];
}
