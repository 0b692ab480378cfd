import { shell } from '../../core/example.ts';
import { type Finding, type Fix, insert } from '../../core/rule.ts';
import { mainName } from '../flags.ts';
import type { Line } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  few: (path: string, what: string) => `\`${path}\` 명령에는 ${what} 있어야 합니다. 명령의 끝에 적으세요.`,
  fewCount: (path: string, least: number) => `\`${path}\` 명령에는 대상을 ${least}개 적어야 합니다. 무엇에 쓸 명령인지 적으세요.`,
  many: (path: string, most: number, word: string) =>
    most === 0
      ? `\`${path}\` 명령은 옵션 말고는 아무것도 받지 않습니다. \`${word}\` 부분을 지우세요.`
      : `\`${path}\` 명령은 대상을 ${most}개만 받습니다. \`${word}\` 부분을 지우거나, 빈칸이 있는 이름이라면 이어 쓰세요.`,
  add: (word: string) => `\`${word}\` 적기`,
};

/** What is missing, and what it most often is. */
const NEEDS: Readonly<Record<string, { readonly what: readonly string[]; readonly add?: string }>> = {
  'docker build': { what: ['빌드 컨텍스트(보통 지금 폴더를 뜻하는 `.`)가'], add: '.' },
  'docker buildx build': { what: ['빌드 컨텍스트(보통 지금 폴더를 뜻하는 `.`)가'], add: '.' },
  'docker run': { what: ['이미지 이름이'] },
  'docker create': { what: ['이미지 이름이'] },
  'docker exec': { what: ['컨테이너 이름과 실행할 명령이', '컨테이너 안에서 실행할 명령이'], add: 'sh' },
  'docker compose exec': { what: ['서비스 이름과 실행할 명령이', '컨테이너 안에서 실행할 명령이'], add: 'sh' },
  'docker compose run': { what: ['서비스 이름이'] },
  'docker pull': { what: ['받을 이미지 이름이'] },
  'docker push': { what: ['올릴 이미지 이름이'] },
  'docker tag': { what: ['지금 이미지 이름과 새 이름이', '새 이미지 이름이'] },
  'docker cp': { what: ['복사할 경로와 놓을 경로가', '복사한 것을 놓을 경로가'] },
};

export const rule: CommandRule = {
  severity: 'error',
  lesson: {
    title: '명령이 필요로 하는 만큼 대상을 적으세요',
    what: '명령에 꼭 있어야 하는 이름이나 경로가 없거나, 받지 않는 것을 더 적었습니다.',
    why: '도커는 개수가 맞지 않으면 `requires at least 1 argument` 같은 오류를 내고 아무것도 하지 않습니다. `docker build`의 끝에 있는 `.`도 빠뜨리면 안 되는 대상입니다.',
    how: '`docker build -t 이름 .`, `docker exec -it 컨테이너 sh`처럼 빠진 것을 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/',

  *line(line) {
    const { known, stray, args, flags, names, isCertain, isMention, isLegacy } = line;
    if (!known || stray || !isCertain || isMention || flags.some(({ name, lacks }) => name === 'help' || lacks)) return;
    // A command by its name alone is spoken of, not run.
    if (args.length + flags.length === 0) return;
    const path = isLegacy ? line.path.replace('docker compose', 'docker-compose') : line.path;
    const count = args.length + line.inner.length;
    const name = names.at(-1);
    if (known.least !== undefined && count < known.least && name) yield few(line, path, count, known.least);
    const extra = known.most === undefined ? undefined : args[known.most];
    if (extra && known.most !== undefined) yield { at: extra.span, message: ko.many(path, known.most, extra.text) };
  },

  examples: [
    {
      bad: shell`
        docker build -t shop:1.0
        #      ^^^^^
      `,
      fixed: shell`
        docker build -t shop:1.0 .
      `,
    },
    {
      bad: shell`
        docker exec -it web
        #      ^^^^
      `,
      fixed: shell`
        docker exec -it web sh
      `,
    },
    {
      bad: shell`
        docker run -d --name web
        #      ^^^
      `,
    },
    {
      bad: shell`
        docker build -t my shop .
        #                       ^
      `,
    },
    {
      good: shell`
        docker build -t shop:1.0 .
        docker rm $(docker ps -aq)
        docker run [옵션] <이미지>
        docker exec
        docker run --help
      `,
    },
  ],
};

function few(line: Line, path: string, count: number, least: number): Finding {
  const { what, add } = Object.hasOwn(NEEDS, mainName(line)) ? (NEEDS[mainName(line)] ?? { what: [] }) : { what: [] };
  const said = what[Math.min(count, what.length - 1)];
  const name = line.names.at(-1)?.span ?? line.command.span;
  const end = line.command.words.at(-1)?.span.end ?? line.command.span.end;
  const fixes: readonly Fix[] = add !== undefined && count === least - 1 ? [{ title: ko.add(add), edits: [insert(end, ` ${add}`)] }] : [];
  return { at: name, message: said ? ko.few(path, said) : ko.fewCount(path, least), fixes };
}
