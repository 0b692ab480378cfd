import { dockerfile } from '../../core/example.ts';
import { type Finding, insert } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import type { Escape } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { type Stray, straysIn } from '../stray.ts';

const ko = {
  cut: (mark: string) => `이 줄은 윗줄에서 이어지는 내용인데 윗줄이 끝나 있습니다. 윗줄 끝에 \`${mark}\`를 적으세요.`,
  here: (mark: string) => `이 줄 끝에 \`${mark}\`가 없습니다.`,
  join: (mark: string) => `윗줄 끝에 \`${mark}\` 적기`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '이어지는 줄 앞에는 `\\`를 적으세요',
    what: '`&&`나 `|`, `--`로 시작하거나 들여 쓴 줄이 앞의 명령에 이어져 있지 않습니다.',
    why: '줄이 `\\`로 끝나지 않으면 명령도 거기서 끝납니다. 다음 줄은 새 명령으로 읽혀 `unknown instruction` 오류가 납니다.',
    how: '마지막 줄을 뺀 모든 줄의 끝에 `\\`를 적으세요. `\\` 뒤에는 아무것도 적지 않습니다.',
  },
  also: ['D121'],
  href: 'https://docs.docker.com/reference/dockerfile/#escape',

  *file({ file }) {
    for (const stray of straysIn(file)) if (stray.kind === 'continuation') yield findingOf(stray, file.escape);
  },

  examples: [
    {
      bad: dockerfile`
        FROM debian:13-slim
        RUN apt-get update
            && apt-get install -y curl
        #   ^^
      `,
      fixed: dockerfile`
        FROM debian:13-slim
        RUN apt-get update \
            && apt-get install -y curl
      `,
    },
    {
      bad: dockerfile`
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y \
            curl
            git
        #   ^^^
      `,
      fixed: dockerfile`
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y \
            curl \
            git
      `,
    },
    {
      good: dockerfile`
        FROM debian:13-slim
        RUN apt-get update \
            # the list of packages
            && apt-get install -y curl
      `,
    },
  ],
};

function findingOf({ start, instruction, above }: Stray, escape: Escape): Finding {
  const at = shift(instruction.name.span, start);
  const head = above?.block.instruction;
  if (!above || !head) return { at, message: ko.cut(escape) };
  // Text that a heredoc has taken in cannot be continued.
  const end = above.start + head.span.end;
  const line = { start: above.start + lastLine(above.block.text, head.span.end), end };
  if (head.heredocs.length > 0) return { at, message: ko.cut(escape) };
  return { at, message: ko.cut(escape), related: [{ at: line, message: ko.here(escape) }], fixes: [{ title: ko.join(escape), edits: [insert(end, ` ${escape}`)] }] };
}

/** Where the last line of an instruction begins, without its margin. */
function lastLine(text: string, end: number): number {
  const start = text.lastIndexOf('\n', end - 1) + 1;
  return start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0);
}
