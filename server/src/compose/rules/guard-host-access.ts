import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, mountsOf, scalarsUnder } from '../services.ts';

const ko = {
  privileged: '`privileged: true`는 컨테이너에 내 컴퓨터를 다룰 거의 모든 권한을 줍니다. 꼭 필요한 권한만 `cap_add`나 `devices`로 주세요.',
  folder: (path: string) => `내 컴퓨터의 \`${path}\` 폴더를 쓸 수 있게 연결하면 컨테이너가 시스템 파일을 바꿀 수 있습니다. 필요한 폴더만, 읽기만 한다면 \`:ro\`를 붙여 연결하세요.`,
  keys: (path: string) => `\`${path}\`에는 내 로그인 열쇠가 있어 컨테이너가 가져갈 수 있습니다. 빌드에 필요하면 \`build.ssh\`를, 실행에 필요하면 \`secrets\`를 쓰세요.`,
  capability: (name: string) => `\`${name}\` 권한을 받은 컨테이너는 격리를 벗어나 내 컴퓨터를 다룰 수 있습니다. 더 좁은 권한으로 되는지 확인하세요.`,
  namespace: (key: string) => `\`${key}: host\`는 이 컨테이너의 격리를 없애 내 컴퓨터의 프로세스나 메모리를 보고 건드릴 수 있게 합니다. 꼭 필요한지 확인하세요.`,
  socket: '도커 소켓을 연결한 컨테이너는 도커 전체를, 곧 내 컴퓨터를 다룰 수 있습니다. 믿는 이미지에만 연결하세요.',
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '호스트를 다루는 권한은 조심해서 주세요',
    what: '컨테이너가 내 컴퓨터 전체를 다룰 수 있게 하는 설정이 있습니다.',
    why: '컨테이너의 격리는 안에서 밖을 건드리지 못하게 막아 줍니다. `privileged`나 도커 소켓, 시스템 폴더, `SYS_ADMIN` 같은 권한은 그 벽을 없앱니다.',
    how: '없어도 되는지 먼저 확인하고, 필요하다면 믿을 수 있는 이미지의 정해진 버전만 쓰세요.',
  },
  also: ['C901', 'C902', 'C410', 'C411', 'C903'],
  href: 'https://docs.docker.com/reference/compose-file/services/#privileged',

  *service(service) {
    const privileged = entryAt(service.node, 'privileged');
    if (privileged && textOf(privileged.value) === 'true') yield { at: privileged.key.span, message: ko.privileged };
    for (const key of ['pid', 'ipc']) {
      const entry = entryAt(service.node, key);
      if (entry && textOf(entry.value) === 'host') yield { at: entry.key.span, message: ko.namespace(key) };
    }
    for (const { source, readOnly, type } of mountsOf(service)) {
      if (!source || type !== 'bind') continue;
      const message = dangerOf(source.text.replace(/(?<=.)[/\\]+$/, ''), readOnly);
      if (message !== undefined) yield { at: source.span, message };
    }
    for (const capability of scalarsUnder(service.node, 'cap_add')) {
      const name = textOf(capability);
      if (DANGEROUS.test(name)) yield { at: capability.raw.span, message: ko.capability(name) };
    }
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
      bad: compose`
        services:
          monitor:
            image: prom/node-exporter:v1.9.1
            pid: host
        #   ^^^
      `,
    },
    {
      bad: compose`
        services:
          tool:
            build: .
            cap_add:
              - SYS_ADMIN
        #       ^^^^^^^^^
            volumes:
              - /etc:/host-etc
        #       ^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            privileged: false
            cap_add: [NET_BIND_SERVICE]
            volumes:
              - /etc/localtime:/etc/localtime:ro
      `,
    },
  ],
};

/** Capabilities that open the host. https://man7.org/linux/man-pages/man7/capabilities.7.html */
const DANGEROUS = /^(?:ALL|(?:CAP_)?(?:SYS_ADMIN|SYS_MODULE|SYS_RAWIO|SYS_BOOT|DAC_READ_SEARCH))$/i;

/** Folders of the system itself; what stands inside them may be meant. */
const SYSTEM = /^(?:\/|\/(?:etc|root|boot|usr|bin|sbin|lib|proc|sys|var|home|var\/lib\/docker)|[A-Za-z]:\\?|[A-Za-z]:[\\/]Windows)$/;

function dangerOf(path: string, readOnly: boolean): string | undefined {
  if (/(?:^|\/)docker\.sock$/.test(path)) return ko.socket;
  if (/^(?:~|\$HOME|\$\{HOME\}|\/root)\/\.ssh(?:\/id_\w+)?$/.test(path)) return ko.keys(path);
  return SYSTEM.test(path) && !readOnly ? ko.folder(path) : undefined;
}
