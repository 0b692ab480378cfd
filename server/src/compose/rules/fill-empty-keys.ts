import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { isClaimed } from '../claims.ts';
import { partsThat } from '../gathered.ts';
import type { Part } from '../model.ts';
import type { ComposeRule } from '../rule.ts';
import { type Misfit, misfitsOf } from '../walk.ts';

const ko = {
  service: (name: string) => `\`${name}\` 서비스가 비어 있습니다. 아래에 \`image\`나 \`build\`를 두 칸 들여 써서 적으세요.`,
  list: (name: string) => `\`${name}:\` 아래가 비어 있습니다. \`- \`로 시작하는 줄을 적거나 이 키를 지우세요.`,
  map: (name: string) => `\`${name}:\` 아래가 비어 있습니다. 그 아래에 들여 써서 내용을 적거나 이 키를 지우세요.`,
  value: (name: string) => `\`${name}:\` 뒤가 비어 있습니다. 값을 적거나 이 키를 지우세요.`,
  item: (name: string) => `\`${name}\` 목록에 빈 항목이 있습니다. \`-\` 뒤에 값을 적거나 이 줄을 지우세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '비어 있는 키를 채우거나 지우세요',
    what: '키만 있고 값이 없습니다. 아래 줄의 들여쓰기가 모자라서 비어 보이는 일도 많습니다.',
    why: '컴포즈는 빈 값을 건너뛰지 않습니다. `must be a mapping`, `must be a array` 같은 오류를 내고 파일을 거절합니다.',
    how: '값을 적거나 키를 지우세요. 아래에 내용이 있다면 키보다 두 칸 더 들여 쓰세요.',
  },
  also: ['C105', 'dclint:invalid-schema'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'wrong-kind' || misfit.is !== 'null' || isClaimed(misfit, part) || isWhole(misfit)) continue;
      yield { at: misfit.owner?.key.span ?? misfit.span, message: messageOf(misfit) };
    }
  },

  *file(model) {
    for (const i of empty(model)) {
      const part = model.parts[i];
      const misfit = part && wholeOf(part);
      const next = model.parts[i + 1];
      // What belongs in it may stand right below it, too far to the left.
      if (misfit && !(next && misfitsOf(next).some(({ kind }) => kind === 'misplaced'))) yield placed(part.start, { at: part.key.span, message: messageOf(misfit) });
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
        #   ^^^^^
      `,
    },
    {
      bad: compose`
        services:
          web:
        # ^^^
          db:
            image: mysql:8.4
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_PASSWORD:
        volumes:
          db-data:
      `,
    },
  ],
};

/** A whole part is empty: a service, or a section. */
const isWhole = ({ path }: Misfit) => path.length === 1 || (path.length === 2 && path[0] === 'services');

function messageOf({ path, shape: { types } }: Misfit): string {
  const name = path.findLast((step) => step !== '[]') ?? '';
  if (path.length === 2 && path[0] === 'services') return ko.service(name);
  if (path.at(-1) === '[]') return ko.item(name);
  if (types.includes('array') && !types.includes('string')) return types.includes('object') ? ko.map(name) : ko.list(name);
  return types.includes('object') && !types.includes('string') ? ko.map(name) : ko.value(name);
}

const wholeOf = (part: Part) => misfitsOf(part).find((it) => it.kind === 'wrong-kind' && it.is === 'null' && isWhole(it));

const empty = partsThat((part) => wholeOf(part) !== undefined);
