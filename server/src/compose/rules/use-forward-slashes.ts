import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import type { Scalar } from '../file.ts';
import { mountPieces } from '../grammar/mounts.ts';
import type { ComposeRule } from '../rule.ts';
import { hasVariable, scalarsOf } from '../walk.ts';

const ko = {
  slash: (path: string) => `\`${path}\` 경로의 \`\\\`를 \`/\`로 바꾸세요. \`\\\`는 윈도우에서만 폴더를 나누는 기호라, 맥과 리눅스에서는 이름의 일부가 됩니다.`,
  change: '`/`로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '경로는 `/`로 나누세요',
    what: '상대 경로가 `.\\data`처럼 `\\`로 나뉘어 있습니다.',
    why: '윈도우에서는 돌아가지만, 맥이나 리눅스에서는 이름이 `.\\data`인 폴더를 찾습니다. 같은 파일을 쓰는 팀원의 컨테이너에는 빈 폴더가 연결됩니다.',
    how: '`./data`처럼 적으세요. 윈도우에서도 똑같이 돌아갑니다.',
  },
  also: ['C413'],
  href: 'https://docs.docker.com/reference/compose-file/services/#volumes',

  *part(part) {
    if (part.section !== 'services') return;
    for (const { node, path } of scalarsOf(part)) {
      if (!node.raw.text.includes('\\') || textOf(node) !== node.raw.text || hasVariable(node)) continue;
      const found = pathOf(node, path.slice(2).join('.'));
      if (!found || !/^\.{1,2}\\/.test(found)) continue;
      const at = { start: node.raw.span.start, end: node.raw.span.start + found.length };
      yield { at, message: ko.slash(found), fixes: [{ title: ko.change, edits: [replace(at, found.replaceAll('\\', '/'))], safe: true }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - .\html:/usr/share/nginx/html
        #       ^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/usr/share/nginx/html
      `,
    },
    {
      bad: compose`
        services:
          api:
            build: .\api\server
        #          ^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          api:
            build: ./api/server
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./html:/usr/share/nginx/html
              - C:\shop\conf:/etc/nginx/conf.d
            command: ["sh", "-c", '.\run']
      `,
    },
  ],
};

const PLACES = new Set(['build', 'build.context', 'build.dockerfile', 'env_file', 'env_file.[]', 'env_file.[].path', 'volumes.[].source', 'develop.watch.[].path', 'extends.file']);

/** The path of the host that a scalar begins with, by its place in a service. */
function pathOf(node: Scalar, place: string): string | undefined {
  if (place === 'volumes.[]') return mountPieces(textOf(node))?.source?.text;
  return PLACES.has(place) ? textOf(node) : undefined;
}
