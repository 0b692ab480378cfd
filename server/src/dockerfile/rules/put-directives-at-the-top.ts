import { dockerfile } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import type { Comment } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  late: (name: string) => `\`# ${name}=\` 지시자는 파일 맨 위에 있어야 읽힙니다. 다른 주석이나 빈 줄보다 위로 옮기세요.`,
  typo: (name: string, better: string) => `\`${name}\` 지시자는 없어서 보통 주석으로 읽힙니다. \`${better}\`로 고치세요.`,
  colon: (name: string) => `\`${name}\` 뒤에는 \`=\`를 적어야 지시자로 읽힙니다. \`# ${name}=값\`처럼 적으세요.`,
  change: (text: string) => `\`${text}\`로 고치기`,
};

const LIKE = /^([a-z][a-z0-9]*)\s*([=:])\s*(\S+)$/i;
/** What a value looks like that was meant for a directive. */
const VALUES: Readonly<Record<string, RegExp>> = { syntax: /^(?:docker\.io\/)?docker\/dockerfile\b/, escape: /^[`\\]$/, check: /^(?:skip|error)=/ };

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '지시자는 파일의 맨 위에 적으세요',
    what: '`# syntax=`나 `# escape=`가 다른 주석, 빈 줄, 명령보다 아래에 있거나 철자가 틀렸습니다.',
    why: '지시자는 파일의 첫 줄부터 이어질 때만 읽힙니다. 그 아래에서는 보통 주석이 되어 아무 일도 하지 않습니다.',
    how: '첫 줄로 옮기고 `# syntax=docker/dockerfile:1`처럼 적으세요.',
  },
  also: ['D130'],
  href: 'https://docs.docker.com/reference/dockerfile/#parser-directives',

  *file({ file }) {
    for (const { start, block } of file.blocks) {
      if (block.instruction) return;
      for (const comment of block.comments) {
        const finding = findingOf(comment);
        if (finding)
          yield {
            ...finding,
            at: shift(finding.at, start),
            fixes: (finding.fixes ?? []).map((fix) => ({ ...fix, edits: fix.edits.map((it) => replace(shift(it.span, start), it.text)) })),
          };
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        # Shop
        # syntax=docker/dockerfile:1
        # ^^^^^^
        FROM node:24-alpine
      `,
    },
    {
      bad: dockerfile`
        # sytnax=docker/dockerfile:1
        # ^^^^^^
        FROM node:24-alpine
      `,
      fixed: dockerfile`
        # syntax=docker/dockerfile:1
        FROM node:24-alpine
      `,
    },
    {
      good: dockerfile`
        # syntax=docker/dockerfile:1
        # check=skip=all
        # port=3000
        FROM node:24-alpine
      `,
    },
  ],
};

function findingOf({ text, span }: Comment): Finding | undefined {
  const [, name = '', sign, value = ''] = LIKE.exec(text) ?? [];
  const key = name.toLowerCase();
  const start = span.end - text.length;
  const at = { start, end: start + name.length };
  const own = Object.hasOwn(VALUES, key) ? VALUES[key] : undefined;
  if (own && sign === '=') return key !== 'check' && own.test(value) ? { at, message: ko.late(key) } : undefined;
  if (own)
    return own.test(value)
      ? { at, message: ko.colon(key), fixes: [{ title: ko.change('='), edits: [replace({ start: at.end, end: start + text.indexOf(':') + 1 }, '=')] }] }
      : undefined;
  const better = name === '' ? undefined : nearest(name, Object.keys(VALUES));
  if (!better || !VALUES[better]?.test(value) || sign !== '=') return undefined;
  return { at, message: ko.typo(name, better), fixes: [{ title: ko.change(better), edits: [replace(at, better)] }] };
}
