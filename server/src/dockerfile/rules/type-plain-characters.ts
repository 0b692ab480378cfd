import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import type { Block } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { straysIn } from '../stray.ts';

const ko = {
  instruction: (name: string) => `명령에 보이지 않거나 폭이 넓은 ${name}가 섞여 있어 도커가 읽지 못합니다. 한글 입력을 끄고 다시 적으세요.`,
  word: (name: string) => `보이지 않는 ${name}가 섞여 있습니다. 도커와 셸은 이것을 띄어쓰기로 보지 않으니 보통 띄어쓰기로 바꾸세요.`,
  encoding: '파일이 UTF-16으로 저장되어 도커가 읽지 못합니다. 편집기에서 UTF-8로 다시 저장하세요.',
  wide: '전각 문자',
  space: '특수 띄어쓰기 문자',
  hidden: '숨은 문자',
  change: '보통 문자로 바꾸기',
};

const SPACE = /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;
const HIDDEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/;
const WIDE = /[\uFF01-\uFF5E]/;
const ODD = new RegExp(`(?:${SPACE.source}|${HIDDEN.source}|${WIDE.source})+`, 'g');
const INVISIBLE = new RegExp(`(?:${SPACE.source}|${HIDDEN.source})+`, 'g');

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '명령과 띄어쓰기는 보통 문자로 적으세요',
    what: '전각 문자나 눈에 보이지 않는 특수한 띄어쓰기가 섞여 있습니다.',
    why: '블로그나 메신저에서 복사하거나 한글 입력 상태에서 적으면 섞여 들어옵니다. 보통 띄어쓰기처럼 보여도 도커와 셸은 글자의 일부로 읽습니다.',
    how: '그 자리를 지우고 영문 입력 상태에서 다시 적으세요.',
  },
  also: ['D135'],
  href: 'https://docs.docker.com/reference/dockerfile/#format',

  *file({ file }) {
    for (const { start, block } of file.blocks) {
      const mark = start > 0 && block.instruction ? /^\s*?\uFEFF/.exec(block.text)?.[0].length : undefined;
      if (mark) yield* inText('\uFEFF', start + mark - 1, ODD, 'error');
    }
    for (const { kind, start, instruction } of straysIn(file)) {
      if (kind !== 'characters') continue;
      const { name } = instruction;
      if (name.text.includes('\0')) {
        yield { at: shift(name.span, start), message: ko.encoding };
        return;
      }
      yield* inText(name.text, start + name.span.start, ODD, 'error');
    }
  },

  *block(block) {
    if (!block.instruction || block.instruction.keyword === 'unknown' || block.text.search(INVISIBLE) < 0) return;
    yield* inWords(block);
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN　npm ci
        #  ^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        RUN npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        ＲＵＮ npm ci
        ^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        RUN npm ci
      `,
    },
    {
      bad: dockerfile`
        FROM node:24-alpine
        RUN npm ci && npm\u00A0run build
        #                ^
      `.replace('\\u00A0', '\u00A0'),
      fixed: dockerfile`
        FROM node:24-alpine
        RUN npm ci && npm run build
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        # 　한글 설명
        RUN echo "한글　문장"
      `,
    },
  ],
};

function* inText(text: string, offset: number, pattern: RegExp, severity: 'error' | 'warning'): Generator<Finding> {
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const at = { start: offset + index, end: offset + index + found.length };
    const plain = found.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(new RegExp(SPACE.source, 'g'), ' ');
    const message = severity === 'error' ? ko.instruction(nameOf(found)) : ko.word(nameOf(found));
    yield { at, message, severity, fixes: [{ title: ko.change, edits: [replace(at, plain.replace(new RegExp(HIDDEN.source, 'g'), ''))] }] };
  }
}

const nameOf = (text: string) => (WIDE.test(text) ? ko.wide : SPACE.test(text) ? ko.space : ko.hidden);

/** In words outside quotes: what stands in quotes may be meant. Bodies of heredocs are not looked at. */
function* inWords({ instruction }: Block): Generator<Finding> {
  if (!instruction || instruction.exec) return;
  let quote = '';
  for (const { text, span } of instruction.args) {
    const outside = quote === '' && !/["'“”‘’]/.test(text);
    for (const char of text) {
      if (quote === '' && (char === '"' || char === "'")) quote = char;
      else if (char === quote) quote = '';
    }
    if (outside && text.length === span.end - span.start) yield* inText(text, span.start, INVISIBLE, 'warning');
  }
}
