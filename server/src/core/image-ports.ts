import type { HubImage } from './hub-image.ts';

/** The ports an image listens on without being told otherwise, the usual one first. https://hub.docker.com */
const PORTS: Readonly<Record<string, readonly number[]>> = {
  nginx: [80, 443],
  httpd: [80, 443],
  mysql: [3306, 33060],
  mariadb: [3306],
  postgres: [5432],
  mongo: [27017],
  redis: [6379],
  memcached: [11211],
  rabbitmq: [5672, 5671, 15672, 15692, 4369, 25672],
  wordpress: [80],
  phpmyadmin: [80],
  'phpmyadmin/phpmyadmin': [80],
  adminer: [8080],
  'mongo-express': [8081],
  'dpage/pgadmin4': [80, 443],
  tomcat: [8080, 8009, 8443],
  elasticsearch: [9200, 9300],
  kibana: [5601],
  'grafana/grafana': [3000],
  'prom/prometheus': [9090],
  'jenkins/jenkins': [8080, 50000],
  'valkey/valkey': [6379],
};

/** Nothing for images and variants that are not known for sure. */
export function portsOfImage({ name, tag = '' }: HubImage): readonly number[] | undefined {
  // `php-fpm` variants of web images have a server of their own.
  return /fpm|unprivileged|perl|otel/.test(tag) || !Object.hasOwn(PORTS, name) ? undefined : PORTS[name];
}
