import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { child } from '../facts.ts';
import { isFragment } from '../fragment.ts';
import { gathered } from '../gathered.ts';
import { type Database, databaseOf } from '../known-images.ts';
import { isMisspelt } from '../known-variables.ts';
import { envFilesOf } from '../references.ts';
import type { ComposeRule } from '../rule.ts';
import { imageOf, variablesUnder } from '../services.ts';

const ko = {
  missing: (image: string, names: readonly string[]) => `\`${image}\` 이미지는 비밀번호를 정하지 않으면 시작하자마자 꺼집니다. \`environment\`에 \`${names[0]}\`를 적으세요.`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '데이터베이스의 비밀번호를 정하세요',
    what: '데이터베이스 이미지가 꼭 요구하는 비밀번호 변수가 없습니다.',
    why: '이미지의 시작 스크립트가 처음 실행될 때 이 변수를 확인합니다. 없으면 `Database is uninitialized and password option is not specified` 같은 말을 남기고 컨테이너가 꺼집니다.',
    how: '`environment`나 `env_file`에 `MYSQL_ROOT_PASSWORD`, `POSTGRES_PASSWORD` 같은 변수를 적으세요. 값은 `.env`에 두고 `${DB_PASSWORD}`로 가져오면 더 안전합니다.',
  },
  also: ['C701', 'C702', 'C703'],
  href: 'https://hub.docker.com/_/mysql',

  *file(model, project) {
    for (const { service, answer: known } of unset(model)) {
      if (isFragment(model, project)) return;
      // A file nobody can read may set it.
      const files = envFilesOf(service.node);
      const fromFiles = files.map(({ word }) => project.envFile(word.text));
      if (fromFiles.some((variables) => variables === undefined)) continue;
      const isSet = fromFiles.some((variables) => [...(variables?.keys() ?? [])].some((name) => sets(name, known.database)));
      const image = imageOf(service);
      if (!isSet && image && !isMisspelt(service)) yield placed(service.start, { at: image.span, message: ko.missing(known.name, known.database.required) });
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: postgres:17
        #          ^^^^^^^^^^^
            volumes:
              - db-data:/var/lib/postgresql/data
        volumes:
          db-data:
      `,
    },
    {
      good: compose`
        services:
          db:
            image: postgres:17
            environment:
              POSTGRES_PASSWORD_FILE: /run/secrets/db-password
            secrets: [db-password]
            volumes:
              - db-data:/var/lib/postgresql/data
        volumes:
          db-data:
        secrets:
          db-password:
            file: ./db-password.txt
      `,
    },
  ],
};

const sets = (name: string, { required }: Database) => required.includes(name.replace(/_FILE$/, '')) || name.includes('$');

/** Databases whose own environment sets no password. Another entry point may not ask for one. */
const unset = gathered((service) => {
  const known = databaseOf(service);
  if (!known || known.database.required.length === 0 || ['entrypoint', 'extends', 'build'].some((key) => child(service.node, key))) return undefined;
  return variablesUnder(service.node).some(({ name }) => sets(name.text, known.database)) ? undefined : known;
});
