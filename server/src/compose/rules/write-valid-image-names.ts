import { compose } from '../../core/example.ts';
import { imageProblem } from '../../core/grammar/images.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { type BadFormat, badFormats } from '../bad-formats.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  uppercase: (piece: string) => `이미지 이름 \`${piece}\` 안의 대문자를 소문자로 바꾸세요. 이미지 이름에는 소문자만 쓸 수 있습니다.`,
  space: () => '이미지 이름 안의 띄어쓰기를 지우세요. `nginx:1.28-alpine`처럼 붙여 적습니다.',
  scheme: (piece: string) => `이미지 이름 앞의 \`${piece}\` 부분을 지우세요. 주소가 아니라 \`ghcr.io/shop/web:1.0\`처럼 적습니다.`,
  'two-tags': (piece: string) => `태그가 두 개입니다. \`${piece}\` 부분을 지우고 태그를 하나만 적으세요.`,
  'empty-tag': () => '콜론 뒤에 태그가 없습니다. `:1.28`처럼 태그를 적거나 콜론을 지우세요.',
  'bad-tag': (piece: string) => `\`${piece}\` 태그는 쓸 수 없습니다. 영문자, 숫자, \`_\`, \`.\`, \`-\`만 써서 128자 안으로 적으세요.`,
  'bad-digest': (piece: string) => `\`${piece}\` 부분은 다이제스트가 아닙니다. \`sha256:\` 뒤에 64자리 값을 그대로 붙여 넣으세요.`,
  'bad-name': (piece: string) => `\`${piece}\` 부분은 이미지 이름으로 쓸 수 없습니다. 영문 소문자와 숫자 사이에 \`.\`, \`_\`, \`-\`만 쓰세요.`,
  change: (text: string) => `\`${text}\`로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '이미지 이름은 소문자로 붙여 적으세요',
    what: '이미지 이름에 대문자, 띄어쓰기, 한글이 있거나 태그의 모양이 맞지 않습니다.',
    why: '`docker compose config`는 통과하지만, 이미지를 내려받거나 빌드할 때 `invalid reference format` 오류가 납니다.',
    how: '`nginx:1.28-alpine`이나 `ghcr.io/shop/web:1.0`처럼 소문자 이름 뒤에 콜론과 태그를 하나만 붙이세요.',
  },
  also: ['C110'],
  href: 'https://docs.docker.com/reference/compose-file/services/#image',

  *misfits(part) {
    for (const found of badFormats(part, 'image')) yield { at: found.problem.span, message: ko[found.problem.reason](found.piece), fixes: fixesFor(found) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: MyShop:1.0
        #          ^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: myshop:1.0
      `,
    },
    {
      bad: compose`
        services:
          db:
            image: "mysql: 8.4"
        #                 ^
      `,
      fixed: compose`
        services:
          db:
            image: "mysql:8.4"
      `,
    },
    {
      bad: compose`
        services:
          web:
            build: ./web
            image: shop/web:1.0:latest
        #                      ^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            build: ./web
            image: shop/web:1.0
      `,
    },
    {
      good: compose`
        services:
          web:
            image: ghcr.io/shop/web_front:1.0-RC1
          cache:
            image: localhost:5000/redis:7.4
          api:
            image: \${REGISTRY}/API:1.0
      `,
    },
  ],
};

function fixesFor({ problem: { reason, span }, node, text, piece }: BadFormat<'image'>): Fix[] {
  if (node.raw.text !== text) return [];
  if (reason === 'uppercase') return [{ title: ko.change(piece.toLowerCase()), edits: [replace(span, piece.toLowerCase())] }];
  const better = reason === 'space' ? text.replace(/\s/g, '') : text.slice(0, span.start - node.raw.span.start) + text.slice(span.end - node.raw.span.start);
  const mends = reason === 'space' || reason === 'scheme' || reason === 'two-tags' || reason === 'empty-tag';
  if (!mends || better === '' || imageProblem(better)) return [];
  return [{ title: ko.change(better), edits: [reason === 'space' ? replace(node.raw.span, better) : replace(span, '')] }];
}
