import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { shift, type Word } from '../../core/text.ts';
import type { Escape, Instruction } from '../file.ts';
import { knownValue, withScopes } from '../known-values.ts';
import { exposedPort, type PortReason } from '../ports.ts';
import type { DockerfileRule } from '../rule.ts';
import { trailingComment } from '../trailing.ts';
import { unquote } from '../words.ts';

const ko: Readonly<Record<PortReason, (text: string) => string>> & { readonly value: (word: string, text: string) => string; readonly change: (text: string) => string } = {
  array: () => '`EXPOSE`는 배열을 읽지 못합니다. `EXPOSE 80 443`처럼 포트를 띄어쓰기로 나누어 적으세요.',
  separator: () => '포트는 쉼표가 아니라 띄어쓰기로 나눕니다. `EXPOSE 80 443`처럼 적으세요.',
  protocol: (text) => `\`${text}\` 뒤의 프로토콜을 도커가 모릅니다. \`/tcp\`나 \`/udp\`를 적거나 지우세요.`,
  range: (text) => `\`${text}\` 범위를 읽을 수 없습니다. \`8000-8010\`처럼 작은 포트와 큰 포트 사이에 \`-\` 하나만 적으세요.`,
  'too-large': (text) => `\`${text}\` 포트는 너무 큽니다. 포트는 65535까지만 있습니다.`,
  address: (text) => `\`${text}\` 앞부분이 주소가 아닙니다. \`EXPOSE 80\`처럼 컨테이너의 포트만 적으세요.`,
  number: (text) => `\`${text}\` 값은 포트가 아닙니다. \`EXPOSE 80\`처럼 숫자를 적으세요.`,
  value: (word, text) => `\`${word}\` 값이 \`${text}\`로 바뀌어 포트가 되지 못합니다. 변수에 기본값으로 숫자를 적으세요.`,
  change: (text) => `\`${text}\`로 고치기`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '`EXPOSE`에는 포트 번호만 적으세요',
    what: '`EXPOSE` 뒤에 포트로 읽을 수 없는 내용이 있습니다.',
    why: '도커는 0부터 65535까지의 숫자와 `8000-8010` 같은 범위, 뒤에 붙은 `/tcp`나 `/udp`만 읽습니다. 나머지는 빌드를 멈추게 합니다.',
    how: '`EXPOSE 80 443`이나 `EXPOSE 53/udp`처럼 컨테이너 안의 포트를 띄어쓰기로 나누어 적으세요.',
  },
  also: ['D123', 'DL3011'],
  href: 'https://docs.docker.com/reference/dockerfile/#expose',

  *instruction(instruction, _, escape) {
    for (const word of portsOf(instruction)) if (!word.text.includes('$')) yield* literal(word, escape);
  },

  *file({ facts, file: { escape } }) {
    if (!facts.stages.some(({ instructions }) => instructions.some(({ block }) => portsOf(block).some(hasVariable)))) return;
    for (const { start, block, scope } of withScopes(facts, escape)) {
      for (const word of portsOf(block).filter(hasVariable)) {
        const wrong = knownValue(word, escape, scope)
          ?.text.split(/\s+/)
          .find((text) => text !== '' && exposedPort(text).problem);
        if (wrong !== undefined) yield { at: shift(word.span, start), message: ko.value(word.text, wrong) };
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        EXPOSE ["3000"]
        #      ^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        EXPOSE 3000
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        EXPOSE 80,443
        #      ^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        EXPOSE 80 443
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        EXPOSE 3000/tpc
        #      ^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        EXPOSE 3000/tcp
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        ENV PORT=web
        EXPOSE $PORT
        #      ^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        ARG PORT=3000
        EXPOSE $PORT 53/udp 8000-8010 "9000"
      `,
    },
  ],
};

const portsOf = (instruction: Instruction): readonly Word[] => (instruction.keyword === 'EXPOSE' && !trailingComment(instruction) ? instruction.args : []);

const hasVariable = ({ text }: Word) => text.includes('$');

function* literal(word: Word, escape: Escape): Generator<Finding> {
  const text = unquote(word.text, escape);
  const { problem } = exposedPort(text);
  if (!problem || text === '') return;
  const better = mended(text, problem);
  yield { at: word.span, message: ko[problem](text), ...(better && { fixes: [{ title: ko.change(better), edits: [replace(word.span, better)] }] }) };
}

function mended(text: string, problem: PortReason): string | undefined {
  const better =
    problem === 'array' || problem === 'separator'
      ? text
          .replace(/[[\]"']/g, '')
          .replace(/[,;\s]+/g, ' ')
          .trim()
      : problem === 'protocol'
        ? text.replace(/\/.*$/, /\/u/i.test(text) ? '/udp' : '/tcp')
        : problem === 'range'
          ? text.replace(/(?:-+|~|\.\.)(?=\d)/, '-').replace(/^-|-$/, '')
          : text.replace(/[^\d]+$|^[^\d]+/g, '');
  return better !== '' && better !== text && better.split(' ').every((it) => !exposedPort(it).problem) ? better : undefined;
}
