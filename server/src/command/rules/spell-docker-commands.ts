import { shell } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { type Fix, replace } from '../../core/rule.ts';
import type { Word } from '../../core/text.ts';
import { cliCommand, subCommands } from '../cli.ts';
import { isLiteral } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  unknown: (path: string, name: string, right: string) => `\`${path} ${name}\` 명령은 없습니다. \`${right}\` 명령으로 적으세요.`,
  gone: (name: string, right: string) => `\`${name}\` 명령은 없어졌습니다. \`${right}\` 명령을 쓰세요.`,
  noneBelow: (path: string, name: string) => `\`${path}\` 아래에 \`${name}\` 명령은 없습니다. \`${path} --help\` 명령으로 쓸 수 있는 명령을 확인하세요.`,
  write: (right: string) => `\`${right}\` 명령으로 바꾸기`,
};

export const rule: CommandRule = {
  severity: 'error',
  lesson: {
    title: '있는 명령의 이름을 쓰세요',
    what: '도커에 없는 명령을 적었습니다.',
    why: '도커는 모르는 이름을 만나면 아무것도 하지 않고 `unknown command` 오류를 냅니다.',
    how: '이름의 철자를 고치세요. 컨테이너 목록은 `docker ps`, 삭제는 `docker rm`, 컴포즈로 띄우기는 `docker compose up`입니다.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/',

  *line({ path, stray, known }) {
    if (!stray || !isLiteral(stray) || !/^[a-z][\w-]*$/i.test(stray.text)) return;
    const below = subCommands(path);
    if (!below) return;
    const gone = path === 'docker' ? GONE[stray.text] : undefined;
    if (gone) {
      yield { at: stray.span, message: ko.gone(`docker ${stray.text}`, gone), fixes: fixesOf(stray, gone.replace(/^docker /, ''), gone), tag: 'deprecated' };
      return;
    }
    const right =
      (path === 'docker' && Object.hasOwn(MEANT, stray.text) ? MEANT[stray.text] : undefined) ??
      nearest(
        stray.text,
        [...below].filter((name) => cliCommand(`${path} ${name}`)),
      );
    if (right) yield { at: stray.span, message: ko.unknown(path, stray.text, `${path} ${right}`), fixes: fixesOf(stray, right, `${path} ${right}`) };
    // What follows `docker` may be a plugin that we do not know.
    else if (path !== 'docker' && known) yield { at: stray.span, message: ko.noneBelow(path, stray.text) };
  },

  examples: [
    {
      bad: shell`
        docker nework rm my-net
        #      ^^^^^^
      `,
      fixed: shell`
        docker network rm my-net
      `,
    },
    {
      bad: shell`
        docker ls -a
        #      ^^
      `,
      fixed: shell`
        docker ps -a
      `,
    },
    {
      bad: shell`
        docker compose donw
        #              ^^^^
      `,
      fixed: shell`
        docker compose down
      `,
    },
    {
      bad: shell`
        docker up -d
        #      ^^
      `,
      fixed: shell`
        docker compose up -d
      `,
    },
    {
      good: shell`
        docker container ls -a
        docker scout quickview
        docker "$COMMAND" web
        docker <명령> --help
      `,
    },
  ],
};

/** Names that people look for, and what they mean. */
const MEANT: Readonly<Record<string, string>> = {
  ls: 'ps',
  list: 'ps',
  delete: 'rm',
  remove: 'rm',
  del: 'rm',
  up: 'compose up',
  down: 'compose down',
  prune: 'system prune',
  log: 'logs',
};

const GONE: Readonly<Record<string, string>> = { scan: 'docker scout cves' };

const fixesOf = ({ span }: Word, right: string, shown: string): readonly Fix[] => [{ title: ko.write(shown), edits: [replace(span, right)] }];
