import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { linesOf } from '../../core/text.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  empty: (mark: string) => `\`${mark}\`로 이어진 명령 안에 빈 줄이 있습니다. 빈 줄을 지우거나 \`#\` 주석으로 채우세요.`,
  remove: '빈 줄 지우기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '이어지는 줄 사이에 빈 줄을 두지 마세요',
    what: '`\\`로 이어지는 명령 가운데에 빈 줄이 있습니다.',
    why: '지금은 빈 줄을 건너뛰고 다음 줄까지 한 명령으로 읽습니다. 명령이 끝난 줄 알고 적은 다음 줄이 앞 명령에 붙어 버리기 쉽고, 앞으로는 오류가 됩니다.',
    how: '빈 줄을 지우세요. 명령이 거기서 끝나야 한다면 앞줄의 `\\`를 지우세요.',
  },
  also: ['D119', 'NoEmptyContinuation'],
  href: 'https://docs.docker.com/reference/build-checks/no-empty-continuation/',

  *block({ text, instruction }, escape) {
    if (!instruction) return;
    const head = text.slice(0, instruction.heredocs[0]?.body.start ?? text.length);
    for (const { mark, lines } of gapsIn(head, escape)) {
      yield { at: { start: mark, end: mark + 1 }, message: ko.empty(escape), fixes: [{ title: ko.remove, edits: [replace(lines, '')], safe: true }] };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM debian:13-slim
        RUN apt-get update && \
        #                     ^

            apt-get install -y curl
      `,
      fixed: dockerfile`
        FROM debian:13-slim
        RUN apt-get update && \
            apt-get install -y curl
      `,
    },
    {
      good: dockerfile`
        FROM debian:13-slim
        RUN apt-get update && \
            # tools
            apt-get install -y curl
      `,
    },
  ],
};

interface Gap {
  /** Where the `\` stands that leads to the empty lines. */
  readonly mark: number;
  readonly lines: { readonly start: number; readonly end: number };
}

function gapsIn(head: string, escape: string): Gap[] {
  const gaps: Gap[] = [];
  let mark = -1;
  let start = -1;
  for (const line of linesOf(head)) {
    const own = head.slice(line.start, line.end).trimEnd();
    if (own === '' && mark >= 0) {
      if (start < 0) start = line.start;
      if (line.end < head.length) continue;
    }
    if (start >= 0) gaps.push({ mark, lines: { start, end: own === '' ? line.end : line.start } });
    start = -1;
    if (!/^\s*#/.test(own) && own.endsWith(escape)) mark = line.start + own.length - 1;
  }
  return gaps;
}
