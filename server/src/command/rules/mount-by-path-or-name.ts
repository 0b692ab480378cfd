import { shell } from '../../core/example.ts';
import { type Fix, insert } from '../../core/rule.ts';
import { isPath, volumeMount } from '../../core/short.ts';
import { mainName, makesContainer, usesOf } from '../flags.ts';
import { isLiteral } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  source: (source: string) => `\`${source}\` 부분은 볼륨의 이름도 경로도 아니어서 도커가 거절합니다. 지금 폴더에서 찾으려면 \`./${source}\` 경로로 적으세요.`,
  target: (target: string) => `컨테이너 안의 경로 \`${target}\` 값이 \`/\`로 시작하지 않아 도커가 거절합니다. \`/${target}\` 경로로 적으세요.`,
  write: (right: string) => `\`${right}\` 경로로 바꾸기`,
};

export const rule: CommandRule = {
  severity: 'warning',
  lesson: {
    title: '`-v`의 경로는 `./`나 `/`로 시작하세요',
    what: '`-v`의 왼쪽이 이름도 경로도 아니거나, 오른쪽이 절대 경로가 아닙니다.',
    why: '왼쪽이 `./`나 `/`로 시작하지 않으면 도커는 볼륨의 이름으로 읽고, 이름에는 `/`를 쓸 수 없습니다. 오른쪽은 컨테이너 안의 자리라서 `/`로 시작해야 합니다.',
    how: '지금 폴더의 `src/app` 폴더라면 `./src/app:/app`으로 적으세요. Docker 23보다 옛 버전이라면 `"$(pwd)/src/app":/app`으로 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/engine/storage/bind-mounts/',

  *line(line) {
    if (!makesContainer(line) && mainName(line) !== 'docker compose run') return;
    for (const { value } of usesOf(line, 'volume')) {
      if (!value || !isLiteral(value) || value.span.end - value.span.start !== value.text.length) continue;
      const { source, target } = volumeMount(value);
      if (source && !isPath(source.text) && source.text.includes('/')) {
        const fixes: readonly Fix[] = [{ title: ko.write(`./${source.text}`), edits: [insert(source.span.start, './')] }];
        yield { at: source.span, message: ko.source(source.text), fixes };
      } else if (source && /^[A-Za-z][\w.-]*$/.test(target.text) && !/^(?:ro|rw|z|Z)$/.test(target.text)) {
        const fixes: readonly Fix[] = [{ title: ko.write(`/${target.text}`), edits: [insert(target.span.start, '/')] }];
        yield { at: target.span, message: ko.target(target.text), fixes };
      }
    }
  },

  examples: [
    {
      bad: shell`
        docker run -v src/app:/app node:24-alpine
        #             ^^^^^^^
      `,
      fixed: shell`
        docker run -v ./src/app:/app node:24-alpine
      `,
    },
    {
      bad: shell`
        docker run -v data:app node:24-alpine
        #                  ^^^
      `,
      fixed: shell`
        docker run -v data:/app node:24-alpine
      `,
    },
    {
      good: shell`
        docker run -v data:/data -v ./src:/app -v ~/.m2:/root/.m2 -v "$(pwd)":/work -v C:/Users/me:/me node:24-alpine
      `,
    },
  ],
};
