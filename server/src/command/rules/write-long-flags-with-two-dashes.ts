import { shell } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import { isLiteral } from '../line.ts';
import { singleDashed } from '../long-names.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  one: (name: string) => `\`-${name}\` 옵션은 한 글자 옵션을 이어 쓴 것으로 읽힙니다. 줄표를 두 개 써서 \`--${name}\` 옵션으로 적으세요.`,
  write: (name: string) => `\`--${name}\` 옵션으로 바꾸기`,
};

export const rule: CommandRule = {
  severity: 'error',
  lesson: {
    title: '긴 옵션 앞에는 줄표를 두 개 쓰세요',
    what: '두 글자가 넘는 옵션의 이름 앞에 줄표를 하나만 적었습니다.',
    why: '줄표가 하나면 도커는 글자 하나하나를 옵션으로 읽습니다. `-name`은 `-n -a -m -e`가 되어 `unknown shorthand flag` 오류가 나거나, 전혀 다른 뜻이 됩니다.',
    how: '`--name`처럼 줄표를 두 개 적으세요. 한 글자 옵션만 `-d`, `-p`처럼 하나를 씁니다.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/',

  *line({ known, flags, stray }) {
    if (!known || stray) return;
    const seen = new Set<number>();
    for (const { word, of } of flags) {
      const name = !seen.has(word.span.start) && known.names.includes(of) && isLiteral(word) ? singleDashed(known, word) : undefined;
      seen.add(word.span.start);
      if (name === undefined) continue;
      const at = { start: word.span.start, end: word.span.start + name.length + 1 };
      // With a first letter that takes a value Docker goes on, with nonsense.
      const isRefused = !known.flags.get(known.short.get(name[0] ?? '') ?? '');
      yield { at, message: ko.one(name), ...(!isRefused && { severity: 'warning' as const }), fixes: [{ title: ko.write(name), edits: [insert(at.start, '-')] }] };
    }
  },

  examples: [
    {
      bad: shell`
        docker run -d -name web nginx:1.28-alpine
        #             ^^^^^
      `,
      fixed: shell`
        docker run -d --name web nginx:1.28-alpine
      `,
    },
    {
      bad: shell`
        docker build -tag shop:1.0 .
        #            ^^^^
      `,
      fixed: shell`
        docker build --tag shop:1.0 .
      `,
    },
    {
      good: shell`
        docker ps -all
        docker run -dit ubuntu:24.04
        docker run --rm alpine:3.22 find / -name web
      `,
    },
  ],
};
