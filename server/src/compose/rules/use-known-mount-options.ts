import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { replace } from '../../core/rule.ts';
import { textOf } from '../facts.ts';
import { isDrivelikeVolume, isKnownOption, mountPieces } from '../grammar/mounts.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarsUnder } from '../services.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  unknown: (option: string) => `\`${option}\` 옵션은 컴포즈가 모르는 옵션이라 무시됩니다. 읽기 전용은 \`ro\`, 읽고 쓰기는 \`rw\`로 적으세요.`,
  change: (option: string) => `\`${option}\`로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '마운트 옵션은 정해진 이름으로 적으세요',
    what: '마운트의 마지막 칸에 컴포즈가 모르는 옵션이 적혀 있습니다.',
    why: '컴포즈는 모르는 옵션을 오류 없이 버립니다. `:readonly`라고 적으면 읽기 전용이 되지 않고, 컨테이너가 내 컴퓨터의 파일을 고칠 수 있습니다.',
    how: '읽기 전용은 `./conf:/etc/nginx/conf.d:ro`처럼 `ro`로 적으세요.',
  },
  also: ['C402'],
  href: 'https://docs.docker.com/reference/compose-file/services/#volumes',

  *service({ node }) {
    for (const item of scalarsUnder(node, 'volumes')) {
      const text = textOf(item);
      if (hasVariable(item) || text !== item.raw.text || isDrivelikeVolume(text)) continue;
      for (const option of mountPieces(text)?.options ?? []) {
        if (option.text === '' || isKnownOption(option.text) || HARMLESS.has(option.text)) continue;
        const at = { start: item.raw.span.start + option.from, end: item.raw.span.start + option.to };
        const other = meantBy(option.text);
        yield { at, message: ko.unknown(option.text), ...(other && { fixes: [{ title: ko.change(other), edits: [replace(at, other)] }] }) };
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./conf:/etc/nginx/conf.d:readonly
        #                                ^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./conf:/etc/nginx/conf.d:ro
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./conf:/etc/nginx/conf.d:ro,z
              - ./html:/usr/share/nginx/html:cached
      `,
    },
  ],
};

/** Options of Docker Desktop of old and of other engines, which nothing depends on. */
const HARMLESS = new Set(['cached', 'delegated', 'consistent', 'default', 'U', 'O']);

function meantBy(option: string): string | undefined {
  if (/^(?:read[-_ ]?only|r|ro)$/i.test(option)) return 'ro';
  if (/^(?:read[-_ ]?write|w|rw)$/i.test(option)) return 'rw';
  return nearest(option, ['nocopy', 'rprivate', 'rshared', 'rslave']);
}
