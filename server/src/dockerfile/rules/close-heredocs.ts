import { dockerfile } from '../../core/example.ts';
import { type Finding, insert, replace } from '../../core/rule.ts';
import type { Block, Heredoc } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  open: (name: string) => `히어독을 닫는 \`${name}\` 줄이 없습니다. 내용 아래에 \`${name}\`만 있는 줄을 적으세요.`,
  indented: (name: string) => `닫는 \`${name}\` 줄 앞뒤에 다른 글자가 있어 히어독이 닫히지 않습니다. 줄 맨 앞에 \`${name}\`만 적으세요.`,
  glued: (name: string, plain: string) => `이름이 \`${name}\`로 읽혀 \`${plain}\` 줄로는 닫히지 않습니다. \`<<${plain}\` 뒤를 한 칸 띄우세요.`,
  shift: '도커는 `<<`를 히어독의 시작으로 읽습니다. 셸의 비트 이동이라면 `*` 같은 다른 계산으로 바꾸세요.',
  here: '닫으려던 줄입니다.',
  space: '뒤를 한 칸 띄우기',
  mend: (name: string) => `\`${name}\`만 남기기`,
  close: (name: string) => `\`${name}\`로 닫기`,
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '히어독은 같은 이름의 줄로 닫으세요',
    what: '`<<EOF`로 연 히어독을 닫는 줄이 없습니다.',
    why: '닫는 줄이 나올 때까지 아래의 모든 줄이 히어독의 내용이 됩니다. 파일 끝까지 없으면 도커는 `unterminated heredoc` 오류를 냅니다.',
    how: '내용 아래에 연 이름과 똑같은 이름만 있는 줄을 적으세요. 앞에 띄어쓰기가 있으면 안 됩니다.',
  },
  also: ['D122'],
  href: 'https://docs.docker.com/reference/dockerfile/#here-documents',

  *instruction(instruction, block) {
    const open = instruction.heredocs.find(({ close }) => !close);
    if (!open) return;
    yield { at: open.marker, ...problemOf(open, block, instruction.heredocs.at(-1) === open) };
  },

  examples: [
    {
      bad: dockerfile`
        FROM alpine:3.22
        RUN <<EOF
        #   ^^^^^
        apk add curl
          EOF
      `,
      fixed: dockerfile`
        FROM alpine:3.22
        RUN <<EOF
        apk add curl
        EOF
      `,
    },
    {
      bad: dockerfile`
        FROM alpine:3.22
        RUN <<EOF
        #   ^^^^^
        apk add curl
      `,
      fixed: dockerfile`
        FROM alpine:3.22
        RUN <<EOF
        apk add curl
        EOF
      `,
    },
    {
      bad: dockerfile`
        FROM alpine:3.22
        RUN cat <<EOF>/a
        #       ^^^^^^^^
        text
        EOF
      `,
      fixed: dockerfile`
        FROM alpine:3.22
        RUN cat <<EOF >/a
        text
        EOF
      `,
    },
    {
      good: dockerfile`
        FROM alpine:3.22
        RUN <<-EOF
        	apk add curl
        	EOF
        RUN cat <<<EOF
      `,
    },
  ],
};

/** The name goes on until the next space: `<<EOF;`, `<<EOF>file`. */
const GLUED = /^(\w+)([;|>&)].*)$/;

function problemOf(open: Heredoc, block: Block, isLast: boolean): Omit<Finding, 'at'> {
  const { name, marker } = open;
  const [, plain = '', rest = ''] = GLUED.exec(name) ?? [];
  if (/^\d/.test(name)) return { message: ko.shift };
  if (plain !== '') return { message: ko.glued(name, plain), fixes: [{ title: ko.space, edits: [insert(marker.end - rest.length, ' ')] }] };
  const near = nearClose(block.text, open);
  if (near) return { message: ko.indented(name), related: [{ at: near, message: ko.here }], fixes: [{ title: ko.mend(name), edits: [replace(near, name)] }] };
  return { message: ko.open(name), fixes: isLast ? [{ title: ko.close(name), edits: [closing(block, open)] }] : [] };
}

/** A line that was meant to close: with blanks around, in another case, or with a mark behind. */
function nearClose(text: string, { name, body }: Heredoc): { start: number; end: number } | undefined {
  let from = body.start;
  for (const line of text.slice(body.start).split('\n')) {
    const plain = line.replace(/\r$/, '');
    if (plain.trim().replace(/[;.]$/, '').toLowerCase() === name.toLowerCase() && plain !== name) return { start: from, end: from + plain.length };
    from += line.length + 1;
  }
  return undefined;
}

/** In front of the next instruction that the heredoc has swallowed, or at the end. */
function closing({ text }: Block, { name, body }: Heredoc) {
  const next = /^(?:FROM|RUN|COPY|ADD|CMD|ENTRYPOINT|WORKDIR|ENV|EXPOSE|USER|ARG) /m.exec(text.slice(body.start));
  if (next) return insert(body.start + next.index, `${name}\n`);
  return insert(text.length, text.endsWith('\n') ? `${name}\n` : `\n${name}\n`);
}
