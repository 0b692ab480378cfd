import { emptyView, type ProjectView } from '../core/project-view.ts';
import { remembered, rememberedBy } from '../core/remember.ts';
import { schemeOf } from '../core/schemes.ts';
import type { Span, Word } from '../core/text.ts';
import { type Environment, environmentOf, type Setting, settingOf, startOf, valueOf } from './environment.ts';
import { child } from './facts.ts';
import { gathered } from './gathered.ts';
import { officialImage } from './known-images.ts';
import { isMisspelt } from './known-variables.ts';
import type { ComposeModel, Service } from './model.ts';
import { isNetworked, serviceNamed } from './networks.ts';
import { type EnvironmentVariable, mountsOf, variablesUnder } from './services.ts';
import { writtenUrlsIn } from './urls.ts';

/** How a program says it will log in to a database: by a URL, or by variables that belong together. Pieces with variables in them are left out. */
export interface Connection {
  readonly host: Word;
  readonly database?: Word;
  readonly user?: Word;
  readonly password?: Word;
  /** The client makes the database itself. */
  readonly creates: boolean;
}

/** A connection with the service that has it and the one it reaches. Spans count from the client's start. */
export interface Link extends Connection {
  readonly client: Service;
  readonly server: Service;
}

/** Connections of all services to other services of the file. */
export const linksBetween = remembered((model: ComposeModel): readonly Link[] =>
  connecting(model).flatMap(({ service: client, answer }) =>
    answer.flatMap((connection) => {
      const server = serviceNamed(model, connection.host.text);
      return server && server.name !== client.name ? [{ ...connection, client, server }] : [];
    }),
  ),
);

const connecting = gathered((service): readonly Connection[] | undefined => {
  if (!isNetworked(service)) return undefined;
  const variables = new Map(variablesUnder(service.node).map((variable) => [variable.name.text, variable]));
  const found = [...variables.values()].flatMap((variable) => [...byUrl(variable, variables), ...byParts(variable, variables)]);
  return found.length > 0 ? found : undefined;
});

const DATABASES: ReadonlySet<string> = new Set(['mysql', 'mariadb', 'postgres', 'postgresql', 'mongodb']);

/** Of a URL with several hosts nothing is said: which of them answers is not known. */
function* byUrl({ name, value }: EnvironmentVariable, all: ReadonlyMap<string, EnvironmentVariable>): Generator<Connection> {
  if (!value?.text.includes('://')) return;
  for (const { scheme = '', host, database, user, password, query, isOneOfSeveral } of writtenUrlsIn(value)) {
    if (!DATABASES.has(schemeOf(scheme) ?? '') || isOneOfSeveral || host.text.includes('$')) continue;
    const own = user || /[?&;](?:user|password)=/.test(query?.text ?? '');
    const prefix = name.text.replace(/URL$/i, '');
    yield {
      host,
      creates: /createDatabaseIfNotExist=true/i.test(query?.text ?? ''),
      ...pieces({
        database: plain(database),
        user: own ? plain(user) : memberOf(all, prefix, USER),
        password: own ? plain(password) : memberOf(all, prefix, PASSWORD),
      }),
    };
  }
}

const USER = ['USER', 'USERNAME'];
const PASSWORD = ['PASSWORD', 'PASS', 'PWD'];
const DATABASE = ['NAME', 'DATABASE', 'DB', 'DBNAME', 'DB_NAME'];

/** `DB_HOST` with `DB_USER`, `DB_PASSWORD` and `DB_NAME`. */
function* byParts(variable: EnvironmentVariable, all: ReadonlyMap<string, EnvironmentVariable>): Generator<Connection> {
  const prefix = /^(.+?)(?:HOST|HOSTNAME|SERVER)$/.exec(variable.name.text)?.[1];
  const value = valueOf(variable);
  const host = value === undefined ? undefined : /^([A-Za-z0-9_.-]+)(?::\d+)?$/.exec(value)?.[1];
  if (prefix === undefined || host === undefined || !variable.value) return;
  const place = at(variable.value.span.start, host.length);
  const [database, user, password] = [DATABASE, USER, PASSWORD].map((names) => memberOf(all, prefix, names));
  yield { host: { text: host, span: place }, creates: false, ...pieces({ database, user, password }) };
}

function memberOf(all: ReadonlyMap<string, EnvironmentVariable>, prefix: string, names: readonly string[]): Word | undefined {
  const variable = names.map((name) => all.get(prefix + name)).find((it) => it !== undefined);
  const text = variable && valueOf(variable);
  return variable?.value && text !== undefined && text !== '' ? { text, span: variable.value.span } : undefined;
}

const at = (start: number, length: number): Span => ({ start, end: start + length });

/** A piece that a variable or an escape is no part of. */
const plain = (word: Word | undefined): Word | undefined => (word && /[$%\\<{@]/.test(word.text) ? undefined : word);

const pieces = ({ database, user, password }: { database: Word | undefined; user: Word | undefined; password: Word | undefined }) => ({
  ...(database && { database }),
  ...(user && { user }),
  ...(password && { password }),
});

/** What a database makes when it starts on an empty volume. */
export interface Accounts {
  readonly kind: 'mysql' | 'postgres' | 'mongo';
  readonly database: Setting;
  readonly user: Setting;
  readonly password: Setting;
  /** The administrator: the same as `user` in Postgres and MongoDB. */
  readonly root: Setting;
  readonly rootPassword: Setting;
}

/** Nothing where scripts of its own, or files nobody can read, may make more. */
export const accountsOf = (service: Service, project: ProjectView): Accounts | undefined =>
  child(service.node, 'env_file') ? accountsIn(service, project) : accountsAlone(service);

const accountsAlone = rememberedBy(
  ({ identity }: Service) => identity,
  (service) => accountsIn(service, emptyView),
);

function accountsIn(service: Service, project: ProjectView): Accounts | undefined {
  const image = officialImage(service)?.name;
  if (image === undefined || ['build', 'entrypoint', 'extends', 'configs', 'volumes_from'].some((key) => child(service.node, key))) return undefined;
  if (/init[-_]file|skip-grant|\bsh\b/.test(startOf(service)) || mountsOf(service).some(({ target }) => !target || /initdb|\$/.test(target.text))) return undefined;
  const environment = environmentOf(service, project);
  if (!environment.complete || isMisspelt(service)) return undefined;
  if (image === 'mysql' || image === 'mariadb') return mysqlAccounts(environment);
  if (image === 'postgres') return postgresAccounts(environment);
  return image === 'mongo' ? oneAccount('mongo', environment, 'MONGO_INITDB_DATABASE', 'MONGO_INITDB_ROOT_USERNAME', 'MONGO_INITDB_ROOT_PASSWORD') : undefined;
}

function mysqlAccounts(environment: Environment): Accounts {
  const setting = (name: string) => settingOf(environment, [`MARIADB_${name}`, `MYSQL_${name}`]);
  const [database, user, password, rootPassword] = [setting('DATABASE'), setting('USER'), setting('PASSWORD'), setting('ROOT_PASSWORD')];
  return { kind: 'mysql', database, user, password, root: { isSet: true, value: 'root' }, rootPassword };
}

function oneAccount(kind: Accounts['kind'], environment: Environment, database: string, user: string, password: string): Accounts {
  const [root, rootPassword] = [settingOf(environment, [user]), settingOf(environment, [password])];
  return { kind, database: settingOf(environment, [database]), user: root, password: rootPassword, root, rootPassword };
}

/** Without a name of its own the user is `postgres`, and the database has the user's name. */
function postgresAccounts(environment: Environment): Accounts {
  const { database, user, password } = oneAccount('postgres', environment, 'POSTGRES_DB', 'POSTGRES_USER', 'POSTGRES_PASSWORD');
  const own: Setting = user.isSet ? user : { isSet: true, value: 'postgres' };
  const needsNone = environment.values.get('POSTGRES_HOST_AUTH_METHOD') === 'trust';
  const secret: Setting = needsNone ? { isSet: true } : password;
  return { kind: 'postgres', database: database.isSet ? database : own, user: own, password: secret, root: own, rootPassword: secret };
}
