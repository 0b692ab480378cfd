import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { spacedPort } from '../claims.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { keyShape, rootShape, type Shape, shapeAt } from '../shape.ts';
import { type Misfit, misfitsOf } from '../walk.ts';

const ko = {
  unknown: (name: string, where: string) => `${where}에는 \`${name}\` 키가 없습니다. 철자와 들여쓰기를 확인하세요.`,
  meant: (name: string, where: string, other: string) => `${where}에는 \`${name}\` 키가 없습니다. \`${other}\` 키로 고쳐 적으세요.`,
  topLevel: (name: string) => `\`${name}\` 키는 서비스 안이 아니라 파일의 맨 왼쪽에 적습니다. 들여쓰기를 없애세요.`,
  inService: (name: string) => `\`${name}\` 키는 서비스 안에 적는 키입니다. 서비스 이름 아래로 들여 쓰세요.`,
  under: (name: string, owner: string) => `\`${name}\` 키가 \`${owner}:\`와 같은 깊이에 있습니다. \`${owner}:\` 아래에 속한다면 두 칸 더 들여 쓰세요.`,
  empty: (name: string) => `\`${name}:\` 아래가 비어 있습니다.`,
  dialect: (name: string) => `\`${name}\` 키는 Coolify에서만 쓰는 키입니다. \`docker compose\`로 직접 실행하면 거절됩니다.`,
  rename: (other: string) => `\`${other}\` 키로 고치기`,
  top: '파일의 맨 위 단계',
  service: '서비스',
  inside: (key: string) => `\`${key}\` 아래`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '컴포즈가 아는 키만 쓰세요',
    what: '컴포즈가 모르는 키가 있습니다. 철자가 틀렸거나, 다른 자리에 있어야 하는 키입니다.',
    why: '컴포즈는 모르는 키를 하나라도 만나면 `additional properties ... not allowed` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '철자를 고치거나, 키가 속한 자리로 옮기세요. 컴포즈가 읽지 않을 메모라면 이름을 `x-`로 시작하세요.',
  },
  also: ['C101', 'C102', 'dclint:invalid-schema'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'unknown-key' || spacedPort(misfit)) continue;
      if (isDialect(misfit)) {
        yield { at: misfit.entry.key.span, message: ko.dialect(textOf(misfit.entry.key)), severity: 'information' };
        continue;
      }
      const { key } = misfit.entry;
      if (misfit.under) {
        const owner = misfit.under.key;
        yield { at: key.span, message: ko.under(textOf(key), textOf(owner)), related: [{ at: owner.span, message: ko.empty(textOf(owner)) }] };
        continue;
      }
      const name = textOf(key);
      const where = placeOf(misfit.path);
      const other = nearest(name, Object.keys(misfit.shape.keys ?? {}));
      if (other) yield { at: key.span, message: ko.meant(name, where, other), fixes: fixesFor(misfit, other) };
      else yield { at: key.span, message: elsewhere(misfit.path, name) ?? ko.unknown(name, where) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            port:
        #   ^^^^
              - "8080:80"
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
        volume:
        ^^^^^^
          data:
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
        volumes:
          data:
      `,
    },
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            include:
        #   ^^^^^^^
              - other.yaml
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            healthcheck:
            test: curl -f http://localhost
        #   ^^^^
            interval: 10s
      `,
    },
    {
      good: compose`
        x-common: &common
          restart: always
        services:
          web:
            <<: *common
            image: nginx:1.28-alpine
            x-note: 메모
      `,
    },
  ],
};

const serviceShape: Shape | undefined = shapeAt('services', '*');

function fixesFor({ entry, parent }: Misfit & { kind: 'unknown-key' }, other: string): Fix[] {
  if (parent.entries.some(({ key }) => textOf(key) === other)) return [];
  return [{ title: ko.rename(other), edits: [replace(entry.key.span, other)], safe: true }];
}

/** Where the key would be right, when it stands one level off. */
function elsewhere(path: readonly string[], name: string): string | undefined {
  if (path.length === 1 && serviceShape && keyShape(serviceShape, name)) return ko.inService(name);
  if (path.length === 3 && path[0] === 'services' && keyShape(rootShape, name)) return ko.topLevel(name);
  return undefined;
}

function placeOf(path: readonly string[]): string {
  if (path.length === 1) return ko.top;
  if (path.length === 3 && path[0] === 'services') return ko.service;
  return ko.inside(path.slice(0, -1).findLast((step) => step !== '[]') ?? '');
}

/** Keys of a platform that reads compose files in its own way; nobody writes them by mistake. */
function isDialect({ entry, parent, path }: Misfit & { kind: 'unknown-key' }): boolean {
  const name = textOf(entry.key);
  if (path.length === 3 && path[0] === 'services') return name === 'exclude_from_hc';
  return path[2] === 'volumes' && path.length === 5 && parent.entries.some(({ key }) => /^(?:content|is_?directory)$/i.test(textOf(key)));
}
