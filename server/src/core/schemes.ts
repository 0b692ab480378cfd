/**
 * The port a client takes where an address names none. `mongodb+srv` asks the DNS for it, and a scheme without a port here has none that everybody uses.
 * https://www.iana.org/assignments/service-names-port-numbers
 */
const PORTS: Readonly<Record<string, string>> = {
  http: '80',
  https: '443',
  ws: '80',
  wss: '443',
  ftp: '21',
  sftp: '22',
  smtp: '25',
  smtps: '465',
  ldap: '389',
  ldaps: '636',
  mysql: '3306',
  mysqlx: '33060',
  mariadb: '3306',
  postgres: '5432',
  postgresql: '5432',
  sqlserver: '1433',
  mssql: '1433',
  oracle: '1521',
  mongodb: '27017',
  redis: '6379',
  rediss: '6379',
  valkey: '6379',
  amqp: '5672',
  amqps: '5671',
  mqtt: '1883',
  mqtts: '8883',
  nats: '4222',
  kafka: '9092',
  zookeeper: '2181',
  memcached: '11211',
  bolt: '7687',
  neo4j: '7687',
};

/** Schemes of programs that listen on a port. */
export const known: readonly string[] = [...Object.keys(PORTS), 'tcp', 'udp', 'tls', 'ssl', 'grpc', 'grpcs', 'stomp', 'clickhouse', 'cockroachdb', 'cassandra'];

/** The program behind a scheme, without the driver: `jdbc:log4jdbc:mysql` and `mysql+pymysql` are `mysql`. */
export function schemeOf(scheme: string): string | undefined {
  const names = scheme
    .toLowerCase()
    .split(':')
    .map((it) => it.replace(/\+.*$/, ''));
  return names.find((it) => known.includes(it)) ?? names.at(-1);
}

/** https://www.mongodb.com/docs/manual/reference/connection-string/#srv-connection-format */
export const defaultPortOf = (scheme: string): string | undefined => (/^mongodb\+srv$/i.test(scheme) ? undefined : PORTS[schemeOf(scheme) ?? '']);
