/** Schemes of programs that listen on a port. https://www.iana.org/assignments/service-names-port-numbers */
export const known: readonly string[] = [
  'http',
  'https',
  'ws',
  'wss',
  'ftp',
  'sftp',
  'smtp',
  'smtps',
  'ldap',
  'ldaps',
  'mysql',
  'mysqlx',
  'mariadb',
  'postgres',
  'postgresql',
  'sqlserver',
  'mssql',
  'oracle',
  'mongodb',
  'redis',
  'rediss',
  'valkey',
  'amqp',
  'amqps',
  'mqtt',
  'mqtts',
  'nats',
  'kafka',
  'zookeeper',
  'memcached',
  'bolt',
  'neo4j',
  'tcp',
  'udp',
  'tls',
  'ssl',
  'grpc',
  'grpcs',
  'stomp',
  'clickhouse',
  'cockroachdb',
  'cassandra',
];

/** The program behind a scheme, without the driver: `jdbc:log4jdbc:mysql` and `mysql+pymysql` are `mysql`. */
export function schemeOf(scheme: string): string | undefined {
  const names = scheme
    .toLowerCase()
    .split(':')
    .map((it) => it.replace(/\+.*$/, ''));
  return names.find((it) => known.includes(it)) ?? names.at(-1);
}
