import { shell } from '../../core/example.ts';
import type { Span } from '../../core/text.ts';
import { mainName, usesOf } from '../flags.ts';
import type { Line } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  prune: '쓰이지 않는 모든 이미지와 볼륨까지 지우는 명령입니다. 멈춘 컨테이너의 데이터베이스 볼륨도 사라지니, `docker volume ls`로 먼저 확인하세요.',
  volumes: '컨테이너에 연결되지 않은 볼륨을 이름 있는 것까지 모두 지우는 명령입니다. 지운 데이터는 되돌릴 수 없으니 `docker volume ls`로 먼저 확인하세요.',
  all: (what: string, list: string) => `이 컴퓨터에 있는 ${what} 한꺼번에 지우는 명령입니다. 다른 일에 쓰는 것도 함께 사라지니, \`${list}\` 명령으로 먼저 확인하세요.`,
  containers: '컨테이너를 실행 중인 것까지',
  stopped: '컨테이너를',
  images: '이미지를',
  volumesAll: '볼륨을',
};

export const rule: CommandRule = {
  severity: 'information',
  lesson: {
    title: '모두 지우는 명령은 먼저 목록을 보고 쓰세요',
    what: '이 컴퓨터의 컨테이너, 이미지, 볼륨을 한꺼번에 지우는 명령입니다.',
    why: '지금 연습하던 것뿐 아니라 다른 프로젝트의 것도 지웁니다. 특히 볼륨에는 데이터베이스의 데이터가 들어 있고, 지우면 되돌릴 수 없습니다.',
    how: '`docker ps -a`, `docker images`, `docker volume ls`로 무엇이 지워질지 먼저 보세요. 한 프로젝트만 치우려면 그 폴더에서 `docker compose down`을 쓰세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/system/prune/',

  *line(line) {
    const found = danger(line);
    if (found) yield found;
  },

  examples: [
    {
      bad: shell`
        docker system prune -a --volumes
        #      ^^^^^^^^^^^^
      `,
    },
    {
      bad: shell`
        docker rm -f $(docker ps -aq)
        #            ^^^^^^^^^^^^^^^^
      `,
    },
    {
      bad: shell`
        docker volume prune -a
        #      ^^^^^^^^^^^^
      `,
    },
    {
      good: shell`
        docker system prune
        docker image prune -a
        docker rm -f web
        docker rm $(docker ps -aq --filter name=test)
      `,
    },
  ],
};

/** Commands that list everything there is, without a filter. */
const LISTS: readonly { readonly of: RegExp; readonly inner: RegExp; readonly what: string; readonly list: string }[] = [
  { of: /^docker rm$/, inner: /^docker (?:ps|container ls) (?:-aq|-qa|-a -q|-q -a|--all --quiet)$/, what: 'containers', list: 'docker ps -a' },
  { of: /^docker rmi$/, inner: /^docker (?:images|image ls) (?:-q|-aq|-qa|-a -q|-q -a)$/, what: 'images', list: 'docker images' },
  { of: /^docker volume rm$/, inner: /^docker volume ls (?:-q|--quiet)$/, what: 'volumesAll', list: 'docker volume ls' },
];

function danger(line: Line): { readonly at: Span; readonly message: string } | undefined {
  const main = mainName(line);
  const words = line.names.slice(1);
  const at = { start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 };
  const has = (name: string) => usesOf(line, name).length > 0;
  if (has('filter')) return undefined;
  if (main === 'docker system prune' && has('all') && has('volumes')) return { at, message: ko.prune };
  if (main === 'docker volume prune' && has('all')) return { at, message: ko.volumes };
  const row = LISTS.find(({ of }) => of.test(main));
  const listed = row && line.args.find(({ text }) => row.inner.test(text.replace(/^\$\(\s*|^`\s*|\s*\)$|\s*`$/g, '').replace(/\s+/g, ' ')));
  if (!row || !listed) return undefined;
  const what = row.what === 'images' ? ko.images : row.what === 'volumesAll' ? ko.volumesAll : has('force') ? ko.containers : ko.stopped;
  return { at: listed.span, message: ko.all(what, row.list) };
}
