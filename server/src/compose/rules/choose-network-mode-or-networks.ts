import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, referencesUnder } from '../services.ts';
import { weight } from '../undefined-names.ts';

const ko = {
  both: (mode: string) => `\`network_mode: ${mode}\` 설정과 \`networks\` 키는 함께 쓸 수 없습니다. 둘 가운데 하나를 지우세요.`,
  mode: '`network_mode`가 적힌 곳입니다.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`network_mode`와 `networks` 가운데 하나만 쓰세요',
    what: '한 서비스에 `network_mode`와 `networks`가 함께 있습니다.',
    why: '`network_mode`는 컴포즈의 네트워크 대신 다른 방식을 쓰겠다는 뜻입니다. 함께 적으면 컴포즈가 `declares mutually exclusive network_mode and networks` 오류를 냅니다.',
    how: '서비스끼리 이름으로 통신하려면 `network_mode`를 지우고, 호스트의 네트워크를 그대로 쓰려면 `networks`를 지우세요.',
  },
  also: ['C124'],
  href: 'https://docs.docker.com/reference/compose-file/services/#network_mode',

  *service(service) {
    const mode = entryAt(service.node, 'network_mode');
    const networks = entryAt(service.node, 'networks');
    if (!mode?.value || textOf(mode.value) === '' || !networks || referencesUnder(service.node, 'networks').length === 0) return;
    yield { at: networks.key.span, message: ko.both(textOf(mode.value)), related: [{ at: mode.key.span, message: ko.mode }], ...weight(service) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            network_mode: host
            networks:
        #   ^^^^^^^^
              - front
        networks:
          front:
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            network_mode: host
      `,
    },
  ],
};
