import { shell } from '../../core/example.ts';
import { imageReference } from '../../core/image.ts';
import { type Fix, insert, replace } from '../../core/rule.ts';
import type { Span, Word } from '../../core/text.ts';
import { mainName } from '../flags.ts';
import { bare, type Line } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  behind: (flag: string, what: string) => `\`${flag}\` 옵션이 ${what} 이름 뒤에 있어 도커의 옵션이 아니라 컨테이너 안에서 실행할 명령이 됩니다. 이름 앞으로 옮기세요.`,
  image: '이미지',
  container: '컨테이너',
  service: '서비스',
  move: (what: string) => `옵션을 ${what} 이름 앞으로 옮기기`,
};

export const rule: CommandRule = {
  severity: 'warning',
  lesson: {
    title: '옵션은 이미지 이름 앞에 적으세요',
    what: '`docker run`의 옵션을 이미지 이름 뒤에 적었습니다.',
    why: '도커는 이미지 이름 뒤에 오는 것을 모두 컨테이너 안에서 실행할 명령으로 넘깁니다. 포트도 열리지 않고 이름도 붙지 않으며, 컨테이너가 곧바로 끝나기도 합니다.',
    how: '`docker run [옵션] 이미지 [명령]` 순서로 적으세요. `docker exec`도 옵션, 컨테이너, 명령의 순서입니다.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/container/run/',

  *line(line) {
    const [target] = line.args;
    const behind = line.isCertain && target ? flagsBehind(line) : [];
    const [first] = behind;
    const last = behind.at(-1);
    if (!first || !last || !target) return;
    const what = whatOf(line);
    yield { at: first.span, message: ko.behind(first.text, what), fixes: fixesOf(line, target, first, last, what) };
  },

  examples: [
    {
      bad: shell`
        docker run nginx:1.28-alpine -p 8080:80
        #                            ^^
      `,
      fixed: shell`
        docker run -p 8080:80 nginx:1.28-alpine
      `,
    },
    {
      bad: shell`
        docker exec web -it sh
        #               ^^^
      `,
      fixed: shell`
        docker exec -it web sh
      `,
    },
    {
      bad: shell`
        docker run -p 3306:3306 mysql:8.4 -d --name db
        #                                 ^^
      `,
      fixed: shell`
        docker run -p 3306:3306 -d --name db mysql:8.4
      `,
    },
    {
      good: shell`
        docker run -d redis:8-alpine --appendonly yes
        docker run --rm my-tool -p 8080
        docker run -d mysql:8.4 --character-set-server=utf8mb4
      `,
    },
  ],
};

const whatOf = (line: Line) => (mainName(line).startsWith('docker compose') ? ko.service : mainName(line) === 'docker exec' ? ko.container : ko.image);

/** The words behind the image that are certainly flags of the command itself, values included. */
function flagsBehind(line: Line): readonly Word[] {
  const main = mainName(line);
  if (!/^docker (?:run|create|exec|compose exec|compose run)$/.test(main)) return [];
  const found: Word[] = [];
  for (let i = 0; i < line.inner.length; i++) {
    const word = line.inner[i];
    const more = word && flagOf(line, word, line.inner[i + 1], found.length > 0);
    if (more === undefined) break;
    found.push(...line.inner.slice(i, i + 1 + more));
    i += more;
  }
  return found;
}

/** How many more words belong to a flag that nobody means for the program inside; nothing where somebody may. */
function flagOf(line: Line, { text }: Word, next: Word | undefined, isSure: boolean): number | undefined {
  if (/^-(?:it|ti|dit|itd|idt|tid)$/.test(text)) return 0;
  if (mainName(line) === 'docker exec' || mainName(line) === 'docker compose exec') return /^--(?:interactive|tty|detach)$|^-[itd]$/.test(text) ? 0 : undefined;
  const value = next ? bare(next) : '';
  if (/^(?:-p|--publish)$/.test(text)) return /^(?:[\d.]+:)?\d+:\d+(?:\/\w+)?$/.test(value) ? 1 : undefined;
  if (/^(?:-v|--volume)$/.test(text)) return /^[^:\s]+:\/[^:]*(?::\w+)?$/.test(value) ? 1 : undefined;
  if (!isSure && !runsServer(line)) return undefined;
  if (/^(?:-d|--detach|--rm)$/.test(text)) return 0;
  if (/^(?:--name|--network|--restart)$/.test(text)) return /^[\w][\w.-]*$/.test(value) ? 1 : undefined;
  if (/^(?:-e|--env)$/.test(text)) return /^[A-Z_][A-Z0-9_]*=/.test(value) ? 1 : undefined;
  return undefined;
}

/** Images whose programs have none of these flags. */
function runsServer({ args: [image] }: Line): boolean {
  if (!image) return false;
  const { registry, namespace, name } = imageReference(image);
  return !registry && !namespace && /^(?:nginx|mysql|mariadb|postgres|redis|mongo|wordpress|httpd|ubuntu|debian|alpine|node|python|hello-world|tomcat)$/.test(name.text);
}

function fixesOf(line: Line, target: Word, first: Word, last: Word, what: string): readonly Fix[] {
  const moved: Span = { start: first.span.start, end: last.span.end };
  const text = line.raw(moved);
  if (text.includes('\n')) return [];
  const before = /\s*$/.exec(line.raw({ start: target.span.end, end: moved.start }))?.[0] ?? '';
  // Over several lines the backslashes would be left where they stand.
  if (before.includes('\n')) return [];
  return [{ title: ko.move(what), edits: [insert(target.span.start, `${text} `), replace({ start: moved.start - before.length, end: moved.end }, '')] }];
}
