import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { officialImage } from '../known-images.ts';
import { meantVariable } from '../known-variables.ts';
import type { ComposeRule } from '../rule.ts';
import { variablesUnder } from '../services.ts';

const ko = {
  image: (name: string, image: string, meant: string) => `\`${image}\` 이미지는 \`${name}\` 변수를 읽지 않습니다. \`${meant}\` 이름으로 고치세요.`,
  spring: (name: string, meant: string) => `스프링 부트는 \`${name}\` 변수를 읽지 않습니다. \`${meant}\` 이름을 뜻한 것인지 확인하세요.`,
  change: (meant: string) => `\`${meant}\` 이름으로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '이미지가 읽는 변수 이름을 적으세요',
    what: '잘 알려진 이미지에 그 이미지가 읽지 않는 이름의 변수를 주었습니다.',
    why: '환경 변수는 이름이 틀려도 오류가 나지 않습니다. 값이 말없이 무시되어 데이터베이스나 사용자가 만들어지지 않고, 나중에 `Unknown database`나 `Access denied`로 나타납니다.',
    how: '이미지의 안내 페이지에 나온 이름을 그대로 적으세요. `MYSQL_DATABASE`, `POSTGRES_DB`, `SPRING_DATASOURCE_USERNAME`처럼 이미지마다 다릅니다.',
  },
  also: ['C707'],
  href: 'https://hub.docker.com/_/mysql',

  *service(service) {
    const image = officialImage(service)?.name;
    const variables = variablesUnder(service.node);
    const given = new Set(variables.map(({ name }) => name.text));
    for (const { name } of variables) {
      const meant = meantVariable(name.text, image);
      // Who gives both names means the other one for something else.
      if (meant === undefined || given.has(meant) || given.has(`${meant}_FILE`)) continue;
      const fixes = [{ title: ko.change(meant), edits: [replace(name.span, meant)] }];
      if (!name.text.startsWith('SPRING_')) yield { at: name.span, message: ko.image(name.text, image ?? '', meant), fixes };
      // An app may read a variable of any name in its own settings.
      else yield { at: name.span, message: ko.spring(name.text, meant), severity: 'information', fixes };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
              MYSQL_DATABASES: shop
        #     ^^^^^^^^^^^^^^^
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
              MYSQL_DATABASE: shop
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              - SPRING_DATASOURCE_USER=shop
        #       ^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              - SPRING_DATASOURCE_USERNAME=shop
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
              MYSQL_DATABASE: shop
              MYSQL_PORT: 3306
              TZ: Asia/Seoul
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
  ],
};
