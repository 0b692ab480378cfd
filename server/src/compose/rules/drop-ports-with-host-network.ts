import { compose } from '../../core/example.ts';
import { child, textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, portsOf } from '../services.ts';

const ko = {
  ignored: '`network_mode: host`에서는 컨테이너의 포트가 바로 열리므로 `ports`가 무시됩니다. 둘 가운데 하나를 지우세요.',
  shared: (name: string) =>
    `\`network_mode: ${name}\`에서는 다른 컨테이너의 네트워크를 함께 쓰므로 \`ports\`를 적으면 컨테이너를 만들지 못합니다. \`ports\`를 그 컨테이너의 서비스로 옮기세요.`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '호스트나 다른 컨테이너의 네트워크에서는 `ports`를 쓰지 마세요',
    what: '`network_mode`가 `host`나 `service:이름`인 서비스에 `ports`가 적혀 있습니다.',
    why: '호스트 네트워크에서는 컨테이너가 내 컴퓨터의 포트를 바로 씁니다. 포트 번호를 바꿔 연결할 수 없고, 도커는 `Published ports are discarded when using host network mode` 경고를 냅니다. 다른 컨테이너의 네트워크를 함께 쓰는 컨테이너에는 포트를 따로 연결할 수 없어 `conflicting options` 오류가 납니다.',
    how: '포트를 바꿔 연결하려면 `network_mode`를 지우고, 그대로 쓰려면 `ports`를 지우세요.',
  },
  also: ['C310'],
  href: 'https://docs.docker.com/reference/compose-file/services/#network_mode',

  *service(service) {
    const ports = entryAt(service.node, 'ports');
    if (!ports || portsOf(service).length === 0) return;
    const mode = textOf(child(service.node, 'network_mode'));
    if (mode === 'host') yield { at: ports.key.span, message: ko.ignored, tag: 'unnecessary' };
    else if (/^(?:service|container):[\w.-]+$/.test(mode)) yield { at: ports.key.span, message: ko.shared(mode), severity: 'error' };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            network_mode: host
            ports:
        #   ^^^^^
              - "8080:80"
      `,
    },
    {
      bad: compose`
        services:
          vpn:
            image: qmcgaw/gluetun:v3.40
          web:
            image: nginx:1.28-alpine
            network_mode: service:vpn
            ports:
        #   ^^^^^
              - "8080:80"
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
      `,
    },
  ],
};
