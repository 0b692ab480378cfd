import { secondsOf } from '../../core/duration.ts';
import { dockerfile } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { type Finding, insert, replace } from '../../core/rule.ts';
import type { Healthcheck } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';
import { trailingComment } from '../trailing.ts';

const ko = {
  unknown: (text: string) => `\`HEALTHCHECK\` 다음에는 \`CMD\`나 \`NONE\`이 와야 합니다. \`${text}\` 앞에 \`CMD\`를 적으세요.`,
  none: '`HEALTHCHECK NONE` 뒤에는 아무것도 적을 수 없습니다. 뒤의 내용을 지우세요.',
  empty: '`HEALTHCHECK CMD` 뒤에 확인할 명령이 없습니다. `CMD curl -f http://localhost/ || exit 1`처럼 적으세요.',
  late: (flag: string) => `\`${flag}\` 플래그는 \`CMD\` 앞에 적어야 합니다. 뒤에 적으면 확인하는 명령의 일부가 됩니다.`,
  duration: (text: string) => `\`${text}\` 값은 시간이 아닙니다. \`30s\`나 \`1m30s\`처럼 숫자 뒤에 단위를 붙이세요.`,
  short: (text: string) => `\`${text}\` 값은 너무 짧습니다. \`1ms\` 이상으로 적으세요.`,
  retries: (text: string) => `\`${text}\` 값은 횟수가 아닙니다. \`--retries=3\`처럼 0 이상의 정수를 적으세요.`,
  cmd: '`CMD` 적기',
  change: (text: string) => `\`${text}\`로 고치기`,
};

const DURATIONS = new Set(['interval', 'timeout', 'start-period', 'start-interval']);

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '`HEALTHCHECK`는 플래그, `CMD`, 명령의 차례로 적으세요',
    what: '`CMD`나 `NONE`이 없거나, 시간과 횟수를 읽을 수 없습니다.',
    why: '도커는 `CMD` 뒤의 명령을 컨테이너 안에서 되풀이해 실행합니다. 모양이 맞지 않으면 빌드를 시작하지 않습니다.',
    how: '`HEALTHCHECK --interval=30s CMD curl -f http://localhost/ || exit 1`처럼 적으세요.',
  },
  also: ['D124'],
  href: 'https://docs.docker.com/reference/dockerfile/#healthcheck',

  *instruction(instruction) {
    if (instruction.keyword === 'HEALTHCHECK' && instruction.kind) yield* findingsOf(instruction, instruction.kind.text.toUpperCase());
  },

  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.28-alpine
        HEALTHCHECK curl -f http://localhost/
        #           ^^^^
      `,
      fixed: dockerfile`
        FROM nginx:1.28-alpine
        HEALTHCHECK CMD curl -f http://localhost/
      `,
    },
    {
      bad: dockerfile`
        FROM nginx:1.28-alpine
        HEALTHCHECK --interval=30 CMD curl -f http://localhost/
        #                      ^^
      `,
      fixed: dockerfile`
        FROM nginx:1.28-alpine
        HEALTHCHECK --interval=30s CMD curl -f http://localhost/
      `,
    },
    {
      bad: dockerfile`
        FROM nginx:1.28-alpine
        HEALTHCHECK CMD
        #           ^^^
      `,
    },
    {
      good: dockerfile`
        FROM nginx:1.28-alpine
        HEALTHCHECK --interval=1m30s --timeout=.5s --retries=0 cmd ["curl", "-f", "http://localhost/"]
      `,
    },
  ],
};

function* findingsOf(instruction: Healthcheck, type: string): Generator<Finding> {
  const { args, exec, kind } = instruction;
  const [, second] = args;
  const last = args.at(-1);
  if (!kind || !last) return;
  if (type === 'NONE') {
    if (second && !trailingComment(instruction)) yield { at: { start: second.span.start, end: last.span.end }, message: ko.none };
    return;
  }
  if (type !== 'CMD') {
    const better = nearest(kind.text, ['CMD', 'NONE']);
    const fix = better ? { title: ko.change(better), edits: [replace(kind.span, better)] } : { title: ko.cmd, edits: [insert(kind.span.start, 'CMD ')] };
    yield { at: kind.span, message: ko.unknown(kind.text), fixes: [fix] };
  } else if (!second || exec?.elements.length === 0) {
    yield { at: kind.span, message: ko.empty };
  } else if (/^--(?:interval|timeout|start-period|start-interval|retries)(?:=|$)/.test(second.text)) {
    yield { at: second.span, message: ko.late(second.text.replace(/=.*/, '')), severity: 'warning' };
  }
  yield* flagFindings(instruction);
}

function* flagFindings({ flags }: Healthcheck): Generator<Finding> {
  for (const { name, value } of flags) {
    if (!value || value.text === '') continue;
    const text = value.text.replace(/["']/g, '');
    const message = DURATIONS.has(name.text) ? durationMessage(text) : name.text === 'retries' && !/^\+?\d{1,9}$/.test(text) ? ko.retries(text) : undefined;
    const better = DURATIONS.has(name.text) ? betterDuration(text) : undefined;
    if (message) yield { at: value.span, message, ...(better && { fixes: [{ title: ko.change(better), edits: [replace(value.span, better)] }] }) };
  }
}

function durationMessage(text: string): string | undefined {
  const seconds = /d/.test(text) ? undefined : secondsOf(text.replace(/^[+-](?=.)/, ''));
  if (seconds === undefined) return ko.duration(text);
  return seconds === 0 || (seconds >= 0.001 && !text.startsWith('-')) ? undefined : ko.short(text);
}

function betterDuration(text: string): string | undefined {
  const better = text
    .replace(/초|\s*(?:seconds?|secs?)$/i, 's')
    .replace(/분|\s*(?:minutes?|mins?)$/i, 'm')
    .replace(/\s/g, '')
    .replace(/^\d+$/, '$&s')
    .toLowerCase();
  return better !== text && !durationMessage(better) ? better : undefined;
}
