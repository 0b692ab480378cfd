import { compose } from '../../core/example.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { isClaimed } from '../claims.ts';
import { textOf } from '../facts.ts';
import type { Node, Scalar } from '../file.ts';
import type { Part } from '../model.ts';
import type { ComposeRule } from '../rule.ts';
import { type Kind, type Misfit, misfitsOf } from '../walk.ts';

const ko = {
  list: (name: string, example: string) => `\`${name}\`에는 값을 목록으로 적어야 합니다. 다음 줄에 \`- ${example}\`처럼 적으세요.`,
  listNotMap: (name: string) => `\`${name}\`에는 값을 목록으로 적어야 합니다. 줄마다 \`-\`를 붙여 적으세요.`,
  map: (name: string) => `\`${name}\`에는 \`이름: 값\` 줄을 적어야 합니다. \`-\` 없이 이름 뒤에 콜론을 붙이세요.`,
  mapNotText: (name: string) => `\`${name}\` 뒤에 값이 바로 올 수 없습니다. 다음 줄에 들여 써서 \`이름: 값\`을 적으세요.`,
  service: (name: string) => `\`${name}\` 서비스에는 \`image: …\` 같은 줄을 들여 써서 적어야 합니다.`,
  duration: (name: string, value: string) => `\`${name}\` 값에는 시간 단위가 있어야 합니다. \`${value}s\`처럼 적으세요.`,
  quote: (name: string, value: string) => `\`${name}\` 값은 글자여야 하는데 \`${value}\` 값은 ${/^[\d.+-]/.test(value) ? '수' : '참·거짓'}로 읽힙니다. 따옴표로 감싸세요.`,
  one: (name: string) => `\`${name}\`에는 값을 하나만 적습니다. 목록이나 \`이름: 값\` 대신 값 하나를 적으세요.`,
  kinds: (name: string, kinds: readonly string[]) => `\`${name}\` 값의 종류가 맞지 않습니다. ${kinds.join(' 또는 ')}${kinds.at(-1) === '글자' ? '를' : '을'} 적으세요.`,
  names: { object: '`이름: 값` 줄', array: '목록', string: '글자', integer: '정수', number: '수', boolean: '`true`나 `false` 값', null: '빈 값' } satisfies Record<Kind, string>,
  toList: '목록으로 바꾸기',
  toMap: '`이름:` 줄로 바꾸기',
  toSeconds: (value: string) => `\`${value}s\` 값으로 고치기`,
  toQuoted: '따옴표로 감싸기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '키에 맞는 종류의 값을 적으세요',
    what: '목록이 와야 할 자리에 값 하나가 있거나, `이름: 값`이 와야 할 자리에 목록이 있는 것처럼 값의 종류가 다릅니다.',
    why: '컴포즈는 `must be a array`, `must be a mapping`, `must be a string` 같은 오류를 내고 아무것도 실행하지 않습니다.',
    how: '목록은 줄마다 `- `로 시작하고, 매핑은 `이름: 값`으로 적고, 글자로 읽혀야 할 수와 `true`는 따옴표로 감싸세요.',
  },
  also: ['C105', 'C131', 'dclint:invalid-schema'],
  href: 'https://docs.docker.com/reference/compose-file/services/',

  *misfits(part) {
    for (const misfit of misfitsOf(part)) {
      if (misfit.kind !== 'wrong-kind' || misfit.is === 'null' || isClaimed(misfit, part)) continue;
      yield { at: placeOf(misfit), message: messageOf(misfit), fixes: fixesFor(misfit, part) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports: "8080:80"
        #          ^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports: ["8080:80"]
      `,
    },
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
        volumes:
          - db-data
        #   ^^^^^^^
          - log-data
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
        volumes:
          db-data:
          log-data:
      `,
    },
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            healthcheck:
              test: ["CMD", "mysqladmin", "ping"]
              interval: 10
        #               ^^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            healthcheck:
              test: ["CMD", "mysqladmin", "ping"]
              interval: 10s
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - 8080:80
            restart: "no"
      `,
    },
  ],
};

type WrongKind = Misfit & { readonly kind: 'wrong-kind' };

const nameOf = ({ path }: WrongKind) => path.findLast((step) => step !== '[]') ?? '';

/** A whole block under a key is too much to underline: its key says where. */
function placeOf({ node, owner, span, path }: WrongKind) {
  const first = node?.kind === 'sequence' ? node.items[0] : undefined;
  if (first && path.length === 1) return first.span;
  return node && node.kind !== 'scalar' && !('flow' in node && node.flow) && owner ? owner.key.span : span;
}

function messageOf(misfit: WrongKind): string {
  const { is, shape, node, path } = misfit;
  const name = nameOf(misfit);
  const wants = (kind: Kind) => shape.types.includes(kind);
  const value = node?.kind === 'scalar' ? textOf(node) : '';
  if (path.length === 2 && path[0] === 'services') return ko.service(name);
  if (wants('array') && !wants('object') && is !== 'array') return is === 'object' ? ko.listNotMap(name) : ko.list(name, value);
  if (wants('object') && !wants('array')) return is === 'array' ? ko.map(name) : ko.mapNotText(name);
  if (wants('string') && node?.kind === 'scalar') {
    if (shape.format === 'duration' && is === 'integer') return ko.duration(name, value);
    if (shape.types.length === 1) return ko.quote(name, node.raw.text);
  }
  if ((is === 'array' || is === 'object') && !wants('array') && !wants('object')) return ko.one(name);
  return ko.kinds(name, [...new Set(shape.types.filter((kind) => kind !== 'null').map((kind) => ko.names[kind as Kind] ?? kind))]);
}

function fixesFor(misfit: WrongKind, part: Part): Fix[] {
  const { node, shape, is } = misfit;
  const only = (kind: Kind) => shape.types.filter((type) => type !== 'null').join() === kind;
  if (node?.kind === 'scalar' && node.style !== 'block') {
    if (only('array') && is === 'string' && !node.raw.text.includes('\n')) return [{ title: ko.toList, edits: [replace(node.span, `[${quoted(node)}]`)], safe: true }];
    if (shape.format === 'duration' && is === 'integer') return [{ title: ko.toSeconds(node.raw.text), edits: [replace(node.span, `${node.raw.text}s`)] }];
    if (only('string') && shape.format === undefined && nameOf(misfit) !== 'restart')
      return [{ title: ko.toQuoted, edits: [replace(node.span, `"${node.raw.text}"`)], safe: true }];
  }
  if (node?.kind === 'sequence' && only('object') && misfit.path.length === 1 && part.alone) return toEntries(node.items, part.block.text);
  return [];
}

const quoted = ({ style, raw: { text } }: Scalar) => (style === 'single' ? `'${text}'` : style === 'double' ? `"${text}"` : `"${text.replace(/["\\]/g, '\\$&')}"`);

/** `- data` lines become `data:` lines; nothing where an item is more than a name. */
function toEntries(items: readonly Node[], text: string): Fix[] {
  const edits = items.flatMap((item) => {
    const dash = text.lastIndexOf('-', item.span.start - 1);
    const isName = item.kind === 'scalar' && /^[a-zA-Z0-9._-]+$/.test(textOf(item)) && text.slice(dash + 1, item.span.start).trim() === '';
    return isName && dash >= 0 ? [replace({ start: dash, end: item.span.end }, `${textOf(item)}:`)] : [];
  });
  return edits.length === items.length && items.length > 0 ? [{ title: ko.toMap, edits, safe: true }] : [];
}
