import { compose } from '../../core/example.ts';
import { portsOfImage } from '../../core/image-ports.ts';
import { placed, replace } from '../../core/rule.ts';
import { environmentOf, startOf } from '../environment.ts';
import { child } from '../facts.ts';
import { gathered } from '../gathered.ts';
import { hubImage } from '../known-images.ts';
import type { Service } from '../model.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf, portsOf } from '../services.ts';

const ko = {
  closed: (image: string, port: string, right: number) =>
    `\`${image}\` 이미지는 컨테이너 안에서 \`${port}\` 포트를 열지 않습니다. 오른쪽에는 컨테이너가 여는 \`${right}\` 포트를 적으세요.`,
  change: (right: number) => `컨테이너 쪽을 \`${right}\` 포트로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '이미지가 여는 포트에 연결하세요',
    what: '`ports`의 오른쪽에 이미지가 열지 않는 포트를 적었습니다. 왼쪽과 오른쪽을 바꿔 적었을 때 자주 생깁니다.',
    why: '`"8080:80"`의 왼쪽은 내 컴퓨터의 포트, 오른쪽은 컨테이너 안의 포트입니다. 안에서 아무도 듣지 않는 포트로 보내면 오류 없이 시작하지만 접속이 끊깁니다.',
    how: '왼쪽은 마음대로 고르고, 오른쪽은 이미지가 정한 포트를 적으세요. 안에서 쓰는 포트를 바꾸려면 `command`나 설정 파일도 함께 바꿔야 합니다.',
  },
  also: ['C305'],
  href: 'https://docs.docker.com/reference/compose-file/services/#ports',

  *file(model, project) {
    for (const { service, answer } of doubtful(model)) {
      const { image, right, targets } = answer;
      const environment = environmentOf(service, project);
      if (!environment.complete) continue;
      const said = [startOf(service), ...[...environment.values].map(([name, value]) => value ?? `$${name}`)].join(' ');
      for (const target of targets) {
        if (mentions(said, target.text)) continue;
        const finding = { at: target.span, message: ko.closed(image.name, target.text, right) };
        yield placed(service.start, { ...finding, fixes: [{ title: ko.change(right), edits: [replace(target.span, String(right))] }] });
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "80:8080"
        #           ^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "80:80"
      `,
    },
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: shop-4321
            volumes:
              - db-data:/var/lib/mysql
            ports:
              - "127.0.0.1:3306:3307"
        #                       ^^^^
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: shop-4321
            volumes:
              - db-data:/var/lib/mysql
            ports:
              - "127.0.0.1:3306:3306"
        volumes:
          db-data:
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "80:8080"
            volumes:
              - ./default.conf:/etc/nginx/conf.d/default.conf:ro
          cache:
            image: redis:8-alpine
            command: redis-server --port 6380
            ports:
              - "127.0.0.1:6380:6380"
      `,
    },
  ],
};

/** Settings of its own may name other ports. */
function isConfigured(service: Service): boolean {
  if (['build', 'extends', 'configs', 'entrypoint', 'network_mode', 'volumes_from', 'post_start'].some((key) => child(service.node, key))) return true;
  // A script may do anything.
  if (/\bsh\b/.test(startOf(service))) return true;
  return mountsOf(service).some(({ target }) => !target || /\$|\/etc|conf|\.ini$|\.ya?ml$|template/i.test(target.text));
}

/** The number stands in a command or a value, or something unknown may hold it. A password's variable is none. */
const mentions = (said: string, port: string) => said.includes(port) || /\$\{?\w*PORT/.test(said);

/** Services that publish a port which their image does not open by itself. */
const doubtful = gathered((service) => {
  const image = hubImage(service);
  const known = image && portsOfImage(image);
  if (!known || isConfigured(service)) return undefined;
  const targets = portsOf(service).flatMap(({ target, protocol }) => (/^\d+$/.test(target.text) && protocol === 'tcp' && !known.includes(Number(target.text)) ? [target] : []));
  return targets.length > 0 ? { image, right: known[0] ?? 0, targets } : undefined;
});
