import { type HubImage, hubImageIn, hubImageNamed, isOfficial } from '../core/hub-image.ts';
import { portsOfImage } from '../core/image-ports.ts';
import { remembered } from '../core/remember.ts';
import type { Scalar } from './file.ts';
import type { Service } from './model.ts';
import { imageOf } from './services.ts';
import { hasVariable } from './walk.ts';

/** A database image of Docker Hub that keeps data and asks for settings. https://hub.docker.com */
export interface Database {
  /** Where the data lies, for any tag or by the tag. */
  readonly data: (major: number | undefined) => string;
  /** The container ends at once unless one of them is set. Each may end in `_FILE`. */
  readonly required: readonly string[];
  /** A command that says whether it answers. */
  readonly health: readonly string[];
}

const mysql = (prefix: string, required: readonly string[], health: readonly string[]): Database => ({
  data: () => '/var/lib/mysql',
  required: required.map((name) => `${prefix}_${name}`),
  health,
});

export const DATABASES: Readonly<Record<string, Database>> = {
  mysql: mysql('MYSQL', ['ROOT_PASSWORD', 'ALLOW_EMPTY_PASSWORD', 'RANDOM_ROOT_PASSWORD'], ['CMD', 'mysqladmin', 'ping', '-h', '127.0.0.1', '--silent']),
  mariadb: {
    ...mysql(
      'MARIADB',
      ['ROOT_PASSWORD', 'ALLOW_EMPTY_ROOT_PASSWORD', 'RANDOM_ROOT_PASSWORD', 'ROOT_PASSWORD_HASH'],
      ['CMD', 'healthcheck.sh', '--connect', '--innodb_initialized'],
    ),
    required: [
      'MARIADB_ROOT_PASSWORD',
      'MARIADB_ROOT_PASSWORD_HASH',
      'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD',
      'MARIADB_RANDOM_ROOT_PASSWORD',
      'MYSQL_ROOT_PASSWORD',
      'MYSQL_ALLOW_EMPTY_PASSWORD',
      'MYSQL_RANDOM_ROOT_PASSWORD',
    ],
  },
  postgres: {
    // Since 18 the image keeps a folder for every version below this one.
    data: (major) => (major !== undefined && major >= 18 ? '/var/lib/postgresql' : '/var/lib/postgresql/data'),
    required: ['POSTGRES_PASSWORD', 'POSTGRES_HOST_AUTH_METHOD'],
    health: ['CMD-SHELL', 'pg_isready -U postgres'],
  },
  mongo: { data: () => '/data/db', required: [], health: ['CMD', 'mongosh', '--quiet', '--eval', "db.runCommand('ping').ok"] },
};

/** The image of a service, whichever way Docker Hub's own images are written. Nothing where a variable decides. */
export function hubImage(service: Service): HubImage | undefined {
  const image = imageOf(service);
  return image && imageAt(image);
}

const imageAt = remembered((image: Scalar): HubImage | undefined => (hasVariable(image) ? undefined : hubImageIn(image.raw)));

/** The well-known image of a service, if it is one of Docker Hub's own. */
export function officialImage(service: Service): HubImage | undefined {
  const image = hubImage(service);
  return image && isOfficial(image) ? image : undefined;
}

/** The port that a well-known image listens on, also where a variable holds its tag. */
export function defaultPort(service: Service): string | undefined {
  const [, name, tag = ''] = /^([\w./-]+)(?:[:@](.*))?$/.exec(imageOf(service)?.raw.text ?? '') ?? [];
  return name === undefined ? undefined : portsOfImage({ ...hubImageNamed(name), tag })?.[0]?.toString();
}

export function databaseOf(service: Service): { readonly name: string; readonly database: Database; readonly major?: number } | undefined {
  const image = officialImage(service);
  const database = image && Object.hasOwn(DATABASES, image.name) ? DATABASES[image.name] : undefined;
  return image && database && { name: image.name, database, ...(image.major !== undefined && { major: image.major }) };
}
