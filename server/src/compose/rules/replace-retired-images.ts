import { compose } from '../../core/example.ts';
import { retired } from '../../core/retired-images.ts';
import { lacksArm } from '../amd64-images.ts';
import { child } from '../facts.ts';
import { hubImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { imageOf } from '../services.ts';

const ko = {
  version: (image: string, instead: string) => `\`${image}\` 버전은 지원이 끝나 보안 수정이 나오지 않습니다. \`${instead}\`처럼 지원되는 버전을 쓰세요.`,
  image: (image: string, instead: string) => `\`${image}\` 이미지는 더 만들어지지 않아 보안 수정이 없습니다. \`${instead}\`처럼 관리되는 이미지를 쓰세요.`,
  noArm: ' Apple Silicon 맥용 이미지도 없습니다.',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '지원이 끝난 이미지를 바꾸세요',
    what: '만든 곳에서 지원을 끝낸 버전이나 더는 관리되지 않는 이미지를 씁니다.',
    why: '새로 발견된 보안 구멍이 고쳐지지 않고, 오래된 이미지는 새 컴퓨터에서 받아지지 않기도 합니다.',
    how: '지원되는 버전의 태그로 바꾸세요. 데이터베이스는 버전을 올리기 전에 데이터를 백업하고, 한 번에 몇 버전까지 올릴 수 있는지 안내를 확인하세요.',
  },
  also: ['C718', 'C715'],
  href: 'https://docs.docker.com/build/building/best-practices/',

  *service(service) {
    const image = imageOf(service);
    const hub = hubImage(service);
    const found = hub && !child(service.node, 'build') ? retired(hub) : undefined;
    if (!image || !hub || !found) return;
    const noArm = lacksArm(hub) && !child(service.node, 'platform') ? ko.noArm : '';
    const message = ko[found.kind](image.raw.text, found.instead) + noArm;
    yield { at: image.raw.span, message, tag: 'deprecated', ...(found.mild && { severity: 'information' as const }) };
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:5.7
        #          ^^^^^^^^^
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - db-data:/var/lib/mysql
          web:
            image: node:24-alpine
        volumes:
          db-data:
      `,
    },
  ],
};
