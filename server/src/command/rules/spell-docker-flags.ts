import { shell } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { isParents } from '../flags.ts';
import { isLiteral } from '../line.ts';
import { singleDashed } from '../long-names.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  unknown: (path: string, flag: string, right: string) => `\`${path}\` 명령에 \`${flag}\` 옵션은 없습니다. \`${right}\` 옵션으로 적으세요.`,
  none: (path: string, flag: string) => `\`${path}\` 명령에 \`${flag}\` 옵션은 없습니다. \`${path} --help\` 명령으로 쓸 수 있는 옵션을 확인하세요.`,
  write: (right: string) => `\`${right}\` 옵션으로 바꾸기`,
};

export const rule: CommandRule = {
  severity: 'error',
  lesson: {
    title: '명령에 있는 옵션을 쓰세요',
    what: '이 명령에 없는 옵션을 적었습니다.',
    why: '도커는 모르는 옵션을 만나면 아무것도 하지 않고 `unknown flag` 오류를 냅니다. 같은 일을 하는 옵션도 명령마다 이름이 다를 수 있습니다.',
    how: '옵션의 철자를 고치세요. 명령 뒤에 `--help`를 붙이면 쓸 수 있는 옵션이 나옵니다.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/',

  *line(line) {
    if (!line.known || line.stray) return;
    for (const flag of line.flags) {
      const { name, written, word, at, of } = flag;
      if (name !== undefined || !isLiteral(word) || !line.known.isWhole || of !== line.path || !/^--?[a-z][\w-]*$/i.test(written)) continue;
      if (singleDashed(line.known, word) || isParents(line, flag)) continue;
      const isLong = written.startsWith('--');
      const right = isLong ? (meant(line.known.names[0] ?? '', written.slice(2)) ?? nearest(written.slice(2), line.known.flags.keys())) : undefined;
      const span = isLong ? { start: at.start, end: at.start + written.length } : word.span;
      if (right) yield { at: span, message: ko.unknown(line.path, written, `--${right}`), fixes: fixesOf(span, `--${right}`) };
      // A newer client may have more long flags; single letters hardly ever come new.
      else yield { at: span, message: ko.none(line.path, written), ...(isLong && { severity: 'warning' as const }) };
      return;
    }
  },

  examples: [
    {
      bad: shell`
        docker run -d --nmae web nginx:1.28-alpine
        #             ^^^^^^
      `,
      fixed: shell`
        docker run -d --name web nginx:1.28-alpine
      `,
    },
    {
      bad: shell`
        docker run --port=8080:80 nginx:1.28-alpine
        #          ^^^^^^
      `,
      fixed: shell`
        docker run --publish=8080:80 nginx:1.28-alpine
      `,
    },
    {
      bad: shell`
        docker ps -x
        #         ^^
      `,
    },
    {
      good: shell`
        docker run --rm alpine:3.22 ls --colour
        docker compose up --build -d
        docker compose logs -f --tail=20 web
      `,
    },
  ],
};

/** What people call a flag, and what it is called. */
function meant(command: string, name: string): string | undefined {
  const own = /^docker (?:run|create)$/.test(command) ? RUN[name] : undefined;
  return own ?? (command === 'docker compose up' && name === 'rebuild' ? 'build' : undefined);
}

const RUN: Readonly<Record<string, string>> = {
  port: 'publish',
  ports: 'publish',
  environment: 'env',
  volumes: 'volume',
  remove: 'rm',
  background: 'detach',
  daemon: 'detach',
  networks: 'network',
  cpu: 'cpus',
  ram: 'memory',
};

const fixesOf = (span: { readonly start: number; readonly end: number }, right: string): readonly Fix[] => [{ title: ko.write(right), edits: [replace(span, right)] }];
