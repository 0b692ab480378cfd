import { compose } from '../../core/example.ts';
import { child } from '../facts.ts';
import { databaseOf } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { imageOf, mountsOf, variablesUnder } from '../services.ts';

const ko = {
  none: (image: string, path: string) =>
    `\`${image}\`의 데이터가 볼륨에 없어서 컨테이너를 지우면 함께 사라집니다. \`volumes\`에 \`db-data:${path}\` 줄을 적고 맨 아래 \`volumes:\`에 \`db-data:\`를 정의하세요.`,
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '데이터베이스의 데이터를 볼륨에 두세요',
    what: '데이터베이스가 데이터를 두는 폴더에 아무 볼륨도 없습니다.',
    why: '컨테이너 안에 쓴 것은 컨테이너와 함께 지워집니다. `docker compose down` 뒤에 다시 띄우면 빈 데이터베이스가 됩니다.',
    how: '이미지가 데이터를 두는 경로에 이름 있는 볼륨을 마운트하세요.',
  },
  also: ['C407', 'C408'],
  href: 'https://docs.docker.com/engine/storage/volumes/',

  *service(service) {
    const known = databaseOf(service);
    const image = imageOf(service);
    if (!known || !image || ['extends', 'volumes_from', 'tmpfs'].some((key) => child(service.node, key))) return;
    const path = known.database.data(known.major);
    const mounts = mountsOf(service);
    const moved = variablesUnder(service.node).some(({ name }) => name.text === 'PGDATA') || child(service.node, 'command');
    if (moved || mounts.some(({ target }) => !target || target.text.includes('$') || isOver(target.text, path))) return;
    yield { at: image.span, message: ko.none(known.name, path) };
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
        #          ^^^^^^^^^
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            volumes:
              - ./data:/var/lib/mysql/
      `,
    },
  ],
};

/** A mount on the path itself, above it, or inside it. */
function isOver(target: string, path: string): boolean {
  const plain = `${target.replace(/\/+$/, '')}/`;
  return `${path}/`.startsWith(plain) || plain.startsWith(`${path}/`);
}
