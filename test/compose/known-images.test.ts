import assert from 'node:assert/strict';
import { check } from '../../server/src/compose/check.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { defaultSettings } from '../../server/src/core/check.ts';
import { compose } from '../../server/src/core/example.ts';
import { rules } from '../../server/src/generated/compose-rules.ts';
import { viewAround } from '../support/view.ts';

/** Rules that say something about nearly every short example. */
const USUAL = new Set([
  'pin-image-versions',
  'depend-on-databases-you-call',
  'keep-database-data',
  'keep-secrets-out-of-the-file',
  'wait-until-healthy',
  'bind-database-port-to-localhost',
  'point-at-existing-files',
]);

describe('compose/known images', () => {
  const says = (name: string, text: string, expected: readonly string[], around: Readonly<Record<string, string>> = {}) =>
    it(name, async () => {
      const found = check(parse(text), rules, await viewAround(text, around), defaultSettings, (_, error) => {
        throw error;
      });
      assert.deepEqual(
        found.filter(({ rule }) => !USUAL.has(rule)).map(({ rule, at }) => `${rule}: ${text.slice(at.start, at.end)}`),
        expected,
      );
    });
  const db = (image: string, lines: string, more = '') => `services:\n  db:\n    image: ${image}\n    environment:\n${lines.replace(/^/gm, '      ')}\n${more}`;
  const app = (lines: string) => `  app:\n    build: .\n    environment:\n${lines.replace(/^/gm, '      ')}\n`;

  describe('a misspelt variable is one mistake', () => {
    says('the database', db('mysql:8.4', 'MYSQL_ROOT_PASSWORD: a\nMYSQL_DB: shop', app('DATABASE_URL: mysql://root:a@db/shop')), ['use-variables-the-image-reads: MYSQL_DB']);
    says('the password', db('postgres:17', 'POSTGRES_PASS: a'), ['use-variables-the-image-reads: POSTGRES_PASS']);
    says('the user', db('mysql:8.4', 'MYSQL_ROOT_PASSWORD: a\nMYSQL_USERNAME: shop\nMYSQL_PASSWORD: b'), ['use-variables-the-image-reads: MYSQL_USERNAME']);
    says('a slip of the pen', db('mysql:8.4', 'MYSQL_ROOT_PASSWRD: a'), ['use-variables-the-image-reads: MYSQL_ROOT_PASSWRD']);
    says('variables of the server and of others', db('mysql:8.4', 'MYSQL_ROOT_PASSWORD: a\nMYSQL_TCP_PORT: 3306\nMYSQL_HOST: db\nMYSQL_PWD: a\nMYSQL_CHARSET: utf8mb4'), []);
    says('who gives both names knows', db('mysql:8.4', 'MYSQL_ROOT_PASSWORD: a\nMYSQL_DB: shop\nMYSQL_DATABASE: shop'), []);
    says('another image may read it', db('bitnami/mysql:8.4', 'MYSQL_DB: a'), []);
  });

  describe('accounts', () => {
    const mysql = 'MYSQL_ROOT_PASSWORD: rootpw\nMYSQL_DATABASE: shop\nMYSQL_USER: shop\nMYSQL_PASSWORD: shoppw';
    const with_ = (lines: string) => db('mysql:8.4', mysql, app(lines));
    says('all agrees', with_('DATABASE_URL: mysql://shop:shoppw@db:3306/shop?charset=utf8mb4'), []);
    says('another user', with_('DATABASE_URL: mysql://shopper:shoppw@db:3306/shop'), ['match-database-credentials: shopper']);
    says('another password', with_('DATABASE_URL: mysql+pymysql://shop:pw@db:3306/shop'), ['match-database-credentials: pw']);
    says('the password of the administrator', with_('DB_HOST: db\nDB_USER: root\nDB_PASS: shoppw'), ['match-database-credentials: shoppw']);
    says('another name', with_('DB_HOST: db:3306\nDB_USERNAME: shop\nDB_PASSWORD: shoppw\nDB_DATABASE: shopp'), ['match-database-name: shopp']);
    says('a user in the query', with_('URL: jdbc:mysql://db:3306/shop?user=a&password=b'), []);
    says('a database that the client makes', with_('URL: jdbc:mysql://db/new?createDatabaseIfNotExist=true'), []);
    says('variables are not judged', with_('DATABASE_URL: mysql://${U}:${P:-a:b}@db:3306/${N}'), []);
    says('a variable beside what is known', with_('DATABASE_URL: mysql://shop:${P:-a}@db:3306/other'), ['match-database-name: other']);
    says('two databases on one server are made by somebody', with_('A_URL: mysql://root:rootpw@db/shop\nB_URL: mysql://root:rootpw@db/orders'), []);
    says('an env file nobody can read', db('mysql:8.4', mysql, `    env_file: db.env\n${app('DATABASE_URL: mysql://a:b@db/c')}`), []);
    says('an env file that says it', db('mysql:8.4', 'MYSQL_ROOT_PASSWORD: a', `    env_file: db.env\n${app('DATABASE_URL: mysql://root:a@db/shop')}`), [], {
      'db.env': 'MYSQL_DATABASE=shop\n',
      Dockerfile: 'FROM scratch\nCOPY . .\n',
    });
    says('Postgres has its user’s database', db('postgres:17', 'POSTGRES_USER: shop\nPOSTGRES_PASSWORD: a', app('DATABASE_URL: postgres://shop:a@db/shop')), []);
    says('Postgres without a password', db('postgres:17', 'POSTGRES_HOST_AUTH_METHOD: trust', app('DATABASE_URL: postgres://postgres:a@db/postgres')), []);
    says(
      'MongoDB makes databases by itself',
      db('mongo:8', 'MONGO_INITDB_ROOT_USERNAME: a\nMONGO_INITDB_ROOT_PASSWORD: b', app('MONGO_URL: mongodb://a:b@db:27017/shop?authSource=admin')),
      [],
    );
    says('a wrong password for MongoDB', db('mongo:8', 'MONGO_INITDB_ROOT_USERNAME: a\nMONGO_INITDB_ROOT_PASSWORD: b', app('MONGO_URL: mongodb://a:c@db:27017/shop')), [
      'match-database-credentials: c',
    ]);
    says('a number is compared as text', db('mysql:8.4', 'MYSQL_ROOT_PASSWORD: 1234', app('DB_HOST: db\nDB_USER: root\nDB_PASSWORD: "1234"')), []);
  });

  describe('ports of images', () => {
    const ports = (image: string, port: string, more = '') => `services:\n  web:\n    image: ${image}\n    ports: ["${port}"]\n${more}`;
    says('a port from a variable', ports('nginx:1.28', '80:${PORT}'), []);
    says('a port that the environment names', ports('postgres:17', '127.0.0.1:5433:5433', '    environment: { PGPORT: 5433, POSTGRES_PASSWORD: a }\n'), []);
    says('a password from a variable says nothing of ports', ports('postgres:17', '127.0.0.1:5433:5433', '    environment: { POSTGRES_PASSWORD: "${PW}" }\n'), [
      'publish-the-port-of-the-image: 5433',
    ]);
    says('a port that a variable names', ports('grafana/grafana:12.0.2', '3001:3001', '    environment: ["GF_SERVER_HTTP_PORT=${P}"]\n'), []);
    says('a server without root', ports('nginxinc/nginx-unprivileged:1.28', '80:8080'), []);
    says('configuration of its own', ports('nginx:1.28', '80:3000', '    volumes: ["./nginx.conf:/etc/nginx/nginx.conf"]\n'), []);
  });

  describe('images past their time', () => {
    const retired = (image: string, expected: readonly string[]) => says(image, `services:\n  a:\n    image: ${image}\n`, expected);
    for (const image of [
      'node:20-alpine',
      'python:3.9-slim',
      'postgres:13',
      'ubuntu:20.04',
      'openjdk:17-jdk-slim',
      'php:8.1-fpm',
      'centos:7',
      'alpine:3.9',
      'mongo:6.0',
      'library/node:16',
    ]) {
      retired(image, image.startsWith('postgres') ? ['replace-retired-images: postgres:13', 'set-database-password: postgres:13'] : [`replace-retired-images: ${image}`]);
    }
    for (const image of [
      'node:22',
      'node:lts',
      'python:3',
      'python:3.13',
      'ubuntu:22.04',
      'ubuntu:noble',
      'php:8',
      'alpine:3.22',
      'redis:7',
      'mongo:8',
      'me/node:14',
      'node:14${X}',
    ])
      retired(image, []);
  });

  describe('tools of images', () => {
    const health = (image: string, test: string, more = '') => `services:\n  a:\n    image: ${image}\n    healthcheck:\n      test: ${test}\n${more}`;
    const lacks = (tool: string) => [`check-health-with-tools-in-the-image: ${tool}`];
    says('the large image has both', health('node:24', '["CMD", "curl", "-f", "http://127.0.0.1/"]'), []);
    says('a text in a list', health('redis:8-alpine', '["CMD-SHELL", "curl -f http://127.0.0.1/ || exit 1"]'), lacks('curl'));
    says('the other tool is tried too', health('node:24-alpine', 'curl -f http://127.0.0.1/ || wget -q http://127.0.0.1/'), []);
    says('what starts installs it', health('alpine:3.22', 'curl -f http://127.0.0.1/', '    command: sh -c "apk add curl && sleep 9"\n'), []);
    says('nginx on Debian', health('nginx:1.28', 'wget -q http://127.0.0.1/'), lacks('wget'));
    says('the name of a file', health('node:24-alpine', '["CMD", "node", "curl.js"]'), []);
  });

  describe('servers that look for others', () => {
    const search = (image: string, lines = '') => `services:\n  search:\n    image: ${image}\n${lines}`;
    says('Elasticsearch 7', search('elasticsearch:7.17.3'), ['replace-retired-images: elasticsearch:7.17.3', 'run-elasticsearch-alone: elasticsearch:7.17.3']);
    says('Elasticsearch 9 sets itself up', search('elasticsearch:9.1.3'), []);
    says('a cluster', search('elasticsearch:9.1.3', '    environment: [xpack.security.enabled=false, "cluster.initial_master_nodes=search"]\n'), []);
    const kafka = (lines: string) => `services:\n  kafka:\n    image: apache/kafka:4.1.0\n${lines}${app('KAFKA_BOOTSTRAP_SERVERS: kafka:9092')}`;
    says('Kafka’s own default', kafka(''), ['advertise-kafka-by-service-name: apache/kafka:4.1.0']);
    says('nobody connects from a container', 'services:\n  kafka:\n    image: apache/kafka:4.1.0\n', []);
    says('a variable decides', kafka('    environment: { KAFKA_ADVERTISED_LISTENERS: "PLAINTEXT://${HOST:-localhost}:9092" }\n'), []);
  });

  describe('replicas', () => {
    const replicas = (deploy: string, ports: string) => `services:\n  a:\n    build: .\n    deploy: ${deploy}\n    ports: ${ports}\n`;
    says('a range', replicas('{ replicas: 3 }', '["8080-8082:80"]'), []);
    says('Swarm spreads one port', replicas('{ replicas: 3, update_config: { parallelism: 1 } }', '["8080:80"]'), []);
    says('one is enough', replicas('{ replicas: 1 }', '["8080:80"]'), []);
  });

  says('MariaDB without a password for root', db('mariadb:11.8', 'MARIADB_ROOT_PASSWORD: a\nMARIADB_USER: root'), []);

  says(
    'Redis reads a password from a configuration file',
    compose`
      services:
        redis:
          image: redis:8
          command: redis-server /etc/redis/redis.conf
          environment:
            REDIS_PASSWORD: a
    `,
    [],
  );
});
