import { shell } from '../../core/example.ts';
import type { FlagUse } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  lacks: (flag: string) => `\`${flag}\` 옵션 뒤에 값이 없습니다. 값을 적으세요.`,
  eats: (flag: string, value: string) => `\`${flag}\` 옵션이 뒤의 \`${value}\` 옵션을 값으로 가져갑니다. \`${flag}\` 옵션의 값을 적으세요.`,
};

export const rule: CommandRule = {
  severity: 'error',
  lesson: {
    title: '값이 있어야 하는 옵션에는 값을 적으세요',
    what: '값을 받는 옵션 뒤에 값이 없습니다.',
    why: '도커는 그 뒤의 낱말을 값으로 가져갑니다. 뒤에 아무것도 없으면 `flag needs an argument` 오류가 나고, 다른 옵션이 있으면 그 옵션이 사라집니다.',
    how: '`--name web`처럼 값을 적거나, 필요 없는 옵션이면 지우세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/',

  *line({ flags, isCertain, isMention }) {
    for (const flag of flags) {
      const { written, at, value, lacks } = flag;
      // `docker run -h` asks for help, as far as people know.
      if (lacks && isCertain && !isMention && written !== '-h') yield { at, message: ko.lacks(written) };
      // What Docker makes of the name `-d` it finds out later.
      else if (value && isEaten(flag)) yield { at, message: ko.eats(written, value.text), severity: 'warning' };
    }
  },

  examples: [
    {
      bad: shell`
        docker build . -t
        #              ^^
      `,
    },
    {
      bad: shell`
        docker run --name -d nginx:1.28-alpine
        #          ^^^^^^
      `,
    },
    {
      good: shell`
        docker run --name web -d nginx:1.28-alpine nginx -t
        docker logs web --tail -1
      `,
    },
  ],
};

const NAMES = new Set(['name', 'network', 'publish', 'volume', 'tag', 'file', 'env-file', 'hostname', 'project-name', 'restart', 'user', 'workdir']);

const isEaten = ({ name = '', value, word }: FlagUse): boolean =>
  NAMES.has(name) && value !== undefined && value.span.start > word.span.end && /^--?[a-z]/i.test(value.text) && value.text !== '-';
