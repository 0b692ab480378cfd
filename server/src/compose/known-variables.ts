import { misspells } from '../core/nearest.ts';
import { rememberedBy } from '../core/remember.ts';
import { officialImage } from './known-images.ts';
import type { Service } from './model.ts';
import { variablesUnder } from './services.ts';

/** The variables that an image reads, and names that are often written for them but that it does not read. */
interface Vocabulary {
  readonly names: readonly string[];
  readonly mistaken: Readonly<Record<string, string>>;
}

const each = (prefix: string, names: readonly string[]) => names.map((name) => prefix + name);

const mistaken = (prefix: string, pairs: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(pairs).map(([name, meant]) => [prefix + name, prefix + meant]));

const MYSQL_NAMES = ['ROOT_PASSWORD', 'ROOT_HOST', 'DATABASE', 'USER', 'PASSWORD', 'RANDOM_ROOT_PASSWORD', 'INITDB_SKIP_TZINFO'];

const MYSQL_MISTAKEN = {
  DB: 'DATABASE',
  DBNAME: 'DATABASE',
  DB_NAME: 'DATABASE',
  DATABASE_NAME: 'DATABASE',
  USERNAME: 'USER',
  USER_NAME: 'USER',
  PASS: 'PASSWORD',
  USER_PASSWORD: 'PASSWORD',
  USER_PASS: 'PASSWORD',
  ROOT_PASS: 'ROOT_PASSWORD',
  ROOT_PWD: 'ROOT_PASSWORD',
  PASSWORD_ROOT: 'ROOT_PASSWORD',
};

const mysql: Vocabulary = {
  names: each('MYSQL_', [...MYSQL_NAMES, 'ALLOW_EMPTY_PASSWORD', 'ONETIME_PASSWORD']),
  mistaken: mistaken('MYSQL_', MYSQL_MISTAKEN),
};

/** https://hub.docker.com/_/mysql and the pages of the other images */
const IMAGES: Readonly<Record<string, Vocabulary>> = {
  mysql,
  mariadb: {
    names: [
      ...mysql.names,
      ...each('MARIADB_', [...MYSQL_NAMES, 'ALLOW_EMPTY_ROOT_PASSWORD', 'ROOT_PASSWORD_HASH', 'PASSWORD_HASH', 'AUTO_UPGRADE', 'MYSQL_LOCALHOST_USER', 'MYSQL_LOCALHOST_GRANTS']),
    ],
    mistaken: { ...mysql.mistaken, ...mistaken('MARIADB_', MYSQL_MISTAKEN) },
  },
  postgres: {
    names: each('POSTGRES_', ['PASSWORD', 'USER', 'DB', 'INITDB_ARGS', 'INITDB_WALDIR', 'HOST_AUTH_METHOD']),
    mistaken: {
      ...mistaken('POSTGRES_', {
        DATABASE: 'DB',
        DATABASE_NAME: 'DB',
        DB_NAME: 'DB',
        DBNAME: 'DB',
        USERNAME: 'USER',
        USER_NAME: 'USER',
        DB_USER: 'USER',
        PASS: 'PASSWORD',
        DB_PASSWORD: 'PASSWORD',
        ROOT_PASSWORD: 'PASSWORD',
        USER_PASSWORD: 'PASSWORD',
      }),
      POSTGRESQL_DATABASE: 'POSTGRES_DB',
      POSTGRESQL_DB: 'POSTGRES_DB',
      POSTGRESQL_USER: 'POSTGRES_USER',
      POSTGRESQL_USERNAME: 'POSTGRES_USER',
      POSTGRESQL_PASSWORD: 'POSTGRES_PASSWORD',
    },
  },
  mongo: {
    names: each('MONGO_INITDB_', ['ROOT_USERNAME', 'ROOT_PASSWORD', 'DATABASE']),
    mistaken: mistaken('MONGO_', {
      ROOT_USERNAME: 'INITDB_ROOT_USERNAME',
      ROOT_USER: 'INITDB_ROOT_USERNAME',
      INITDB_USERNAME: 'INITDB_ROOT_USERNAME',
      INITDB_USER: 'INITDB_ROOT_USERNAME',
      INITDB_ROOT_USER: 'INITDB_ROOT_USERNAME',
      ROOT_PASSWORD: 'INITDB_ROOT_PASSWORD',
      INITDB_PASSWORD: 'INITDB_ROOT_PASSWORD',
      INITDB_DB: 'INITDB_DATABASE',
    }),
  },
  rabbitmq: {
    names: each('RABBITMQ_DEFAULT_', ['USER', 'PASS', 'VHOST']),
    mistaken: mistaken('RABBITMQ_', {
      USER: 'DEFAULT_USER',
      USERNAME: 'DEFAULT_USER',
      DEFAULT_USERNAME: 'DEFAULT_USER',
      PASSWORD: 'DEFAULT_PASS',
      PASS: 'DEFAULT_PASS',
      DEFAULT_PASSWORD: 'DEFAULT_PASS',
    }),
  },
  wordpress: {
    names: each('WORDPRESS_DB_', ['HOST', 'USER', 'PASSWORD', 'NAME', 'CHARSET', 'COLLATE']),
    mistaken: mistaken('WORDPRESS_', { DB_USERNAME: 'DB_USER', DB_PASS: 'DB_PASSWORD', DB_DATABASE: 'DB_NAME', DATABASE: 'DB_NAME' }),
  },
};

/** https://docs.spring.io/spring-boot/appendix/application-properties/index.html */
const SPRING: Vocabulary = {
  names: each('SPRING_', ['DATASOURCE_URL', 'DATASOURCE_USERNAME', 'DATASOURCE_PASSWORD', 'PROFILES_ACTIVE', 'JPA_HIBERNATE_DDL_AUTO', 'DATA_REDIS_HOST', 'DATA_REDIS_PORT']),
  mistaken: mistaken('SPRING_', {
    DATASOURCE_USER: 'DATASOURCE_USERNAME',
    DATASOURCE_USER_NAME: 'DATASOURCE_USERNAME',
    DATASOURCE_PASS: 'DATASOURCE_PASSWORD',
    ACTIVE_PROFILE: 'PROFILES_ACTIVE',
    ACTIVE_PROFILES: 'PROFILES_ACTIVE',
    PROFILE: 'PROFILES_ACTIVE',
  }),
};

/** The variable that a name no image reads was meant to be. `image` is the name of an official image, if it is one. */
export function meantVariable(name: string, image: string | undefined): string | undefined {
  const vocabulary = name.startsWith('SPRING_') ? SPRING : image !== undefined && Object.hasOwn(IMAGES, image) ? IMAGES[image] : undefined;
  if (!vocabulary) return undefined;
  const { names, mistaken: table } = vocabulary;
  const plain = name.replace(/_FILE$/, '');
  if (names.includes(plain)) return undefined;
  if (Object.hasOwn(table, name)) return table[name];
  // A digit tells a second one of a kind from the first: SPRING_DATASOURCE2_URL.
  return /\d/.test(name) ? undefined : names.find((other) => misspells(name, other, other.length < 12 ? 1 : 2));
}

/** Whether a variable of a service is misspelt: what then seems to be missing is only called otherwise. */
export const isMisspelt = rememberedBy(
  ({ meaning }: Service) => meaning,
  (service) => {
    const image = officialImage(service)?.name;
    return variablesUnder(service.node).some(({ name }) => meantVariable(name.text, image) !== undefined);
  },
);
