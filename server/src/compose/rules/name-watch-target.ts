import { compose } from '../../core/example.ts';
import { child, textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt } from '../services.ts';
import { weight } from '../undefined-names.ts';

/** Actions that copy files into the container. */
const COPYING = new Set(['sync', 'sync+restart']);

const ko = {
  target: (action: string) => `\`action: ${action}\`에는 파일을 복사할 컨테이너 안의 경로가 있어야 합니다. \`target: /app\` 같은 줄을 더하세요.`,
  path: '지켜볼 경로가 비어 있습니다. `path: ./src`처럼 내 컴퓨터의 폴더를 적으세요.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`watch`가 복사할 곳을 적으세요',
    what: '`develop.watch` 항목에 지켜볼 경로나 복사할 경로가 없습니다.',
    why: '`sync`는 바뀐 파일을 컨테이너 안으로 복사합니다. 어디로 복사할지 없으면 컴포즈가 `target is required for non-rebuild actions` 오류를 냅니다.',
    how: '`path`에는 내 컴퓨터의 폴더를, `target`에는 컨테이너 안의 폴더를 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/develop/#target',

  *service(service) {
    const watch = child(child(service.node, 'develop'), 'watch');
    if (watch?.kind !== 'sequence') return;
    for (const item of watch.items) {
      const action = entryAt(item, 'action');
      const path = entryAt(item, 'path');
      if (path?.value?.kind === 'scalar' && path.value.style !== 'block' && textOf(path.value) === '') yield { at: path.key.span, message: ko.path };
      const target = child(item, 'target');
      if (action?.value && COPYING.has(textOf(action.value)) && (!target || textOf(target) === '')) {
        yield { at: action.value.span, message: ko.target(textOf(action.value)), ...weight(service) };
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            build: .
            develop:
              watch:
                - path: ./src
                  action: sync
        #                 ^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            build: .
            develop:
              watch:
                - path: ./src
                  action: sync
                  target: /app/src
                - path: package.json
                  action: rebuild
      `,
    },
  ],
};
