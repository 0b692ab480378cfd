import { compose } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import type { Span } from '../../core/text.ts';
import { textOf } from '../facts.ts';
import type { Scalar } from '../file.ts';
import { isDrivelikeVolume, mountPieces } from '../grammar/mounts.ts';
import type { ComposeRule } from '../rule.ts';
import { hasVariable, scalarsOf } from '../walk.ts';

const ko = {
  relative: (target: string) => `컨테이너 쪽 경로 \`${target}\` 앞에 \`/\`가 없습니다. 컨테이너 안의 경로는 \`/app\`처럼 \`/\`로 시작해야 합니다.`,
  root: '컨테이너의 `/` 전체에는 마운트할 수 없습니다. `/app`처럼 그 아래의 경로를 적으세요.',
  change: (target: string) => `\`${target}\`로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '컨테이너 쪽 경로는 `/`로 시작하세요',
    what: '마운트의 컨테이너 쪽 경로가 `/`로 시작하지 않거나 `/` 하나뿐입니다.',
    why: "`docker compose config`는 통과하지만 컨테이너를 만들 때 `invalid mount path: mount path must be absolute`나 `destination can't be '/'` 오류가 납니다.",
    how: '`./html:/usr/share/nginx/html`처럼 오른쪽을 `/`로 시작하는 경로로 적으세요.',
  },
  also: ['C401'],
  href: 'https://docs.docker.com/reference/compose-file/services/#volumes',

  *part(part) {
    if (part.section !== 'services') return;
    for (const { node, path } of scalarsOf(part)) {
      if ((path[2] !== 'volumes' && path[2] !== 'tmpfs') || hasVariable(node)) continue;
      const target = targetOf(node, path.slice(2).join('.'));
      if (target) yield* judge(target.text, target.span);
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:app
        #              ^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/app
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - type: bind
                source: ./html
                target: ./app
        #               ^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - type: bind
                source: ./html
                target: /app
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./web:/
        #             ^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/app:ro
              - ./win:C:\\data
              - \${DATA:-./data}:\${TARGET}
            tmpfs: /run
      `,
    },
  ],
};

/** The path inside the container that a scalar says, by its place in a service. */
function targetOf(node: Scalar, place: string): { readonly text: string; readonly span: Span } | undefined {
  const text = textOf(node);
  if (place === 'volumes.[].target') return { text, span: node.raw.span };
  const isPlain = text === node.raw.text;
  if (place === 'tmpfs' || place === 'tmpfs.[]') {
    const [path = ''] = text.split(':');
    return isPlain ? { text: path, span: { start: node.raw.span.start, end: node.raw.span.start + path.length } } : undefined;
  }
  if (place !== 'volumes.[]' || !isPlain || isDrivelikeVolume(text)) return undefined;
  const target = mountPieces(text)?.target;
  return target && { text: target.text, span: { start: node.raw.span.start + target.from, end: node.raw.span.start + target.to } };
}

function* judge(text: string, at: Span): Generator<Finding> {
  if (text === '' || /^[A-Za-z]:|\\/.test(text)) return;
  if (/^\/(?:\.?\/)*\.?$/.test(text)) yield { at, message: ko.root };
  else if (!text.startsWith('/')) {
    const better = `/${text.replace(/^(?:\.\/)+/, '')}`;
    const mends = /^\/[\w][\w./-]*$/.test(better) && !better.includes('..');
    yield { at, message: ko.relative(text), ...(mends && { fixes: [{ title: ko.change(better), edits: [replace(at, better)] }] }) };
  }
}
