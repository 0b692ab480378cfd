import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, mountsOf } from '../services.ts';

const ko = {
  privileged: '`privileged: true`는 컨테이너에 내 컴퓨터를 다룰 거의 모든 권한을 줍니다. 꼭 필요한 권한만 `cap_add`나 `devices`로 주세요.',
  socket: '도커 소켓을 연결한 컨테이너는 도커 전체를, 곧 내 컴퓨터를 다룰 수 있습니다. 믿는 이미지에만 연결하세요.',
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '호스트를 다루는 권한은 조심해서 주세요',
    what: '컨테이너가 내 컴퓨터 전체를 다룰 수 있게 하는 설정이 있습니다.',
    why: '컨테이너의 격리는 안에서 밖을 건드리지 못하게 막아 줍니다. `privileged`나 도커 소켓은 그 벽을 없앱니다.',
    how: '없어도 되는지 먼저 확인하고, 필요하다면 믿을 수 있는 이미지의 정해진 버전만 쓰세요.',
  },
  also: ['C901', 'C410'],
  href: 'https://docs.docker.com/reference/compose-file/services/#privileged',

  *service(service) {
    const privileged = entryAt(service.node, 'privileged');
    if (privileged && textOf(privileged.value) === 'true') yield { at: privileged.key.span, message: ko.privileged };
    for (const { source } of mountsOf(service)) if (source && /(?:^|\/)docker\.sock$/.test(source.text)) yield { at: source.span, message: ko.socket };
  },

  examples: [
    {
      bad: compose`
        services:
          portainer:
            image: portainer/portainer-ce:2.33.1
            volumes:
              - /var/run/docker.sock:/var/run/docker.sock
        #       ^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            privileged: false
      `,
    },
  ],
};
