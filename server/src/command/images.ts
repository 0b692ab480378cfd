import { imageReference } from '../core/image.ts';
import type { Word } from '../core/text.ts';

/** The ports that official images listen on when nobody tells them otherwise. https://hub.docker.com */
const PORTS: Readonly<Record<string, readonly number[]>> = {
  nginx: [80, 443],
  httpd: [80, 443],
  mysql: [3306, 33060],
  mariadb: [3306],
  postgres: [5432],
  mongo: [27017],
  redis: [6379],
  memcached: [11211],
  wordpress: [80],
  phpmyadmin: [80],
  adminer: [8080],
  tomcat: [8080, 8009, 8443],
};

/** The name of an official image; nothing for any other image. */
export function officialName(image: Word): string | undefined {
  const { registry, namespace, name, tag } = imageReference(image);
  if ((registry && registry.text !== 'docker.io') || (namespace && namespace.text !== 'library')) return undefined;
  return /fpm|unprivileged|perl|otel/.test(tag?.text ?? '') ? undefined : name.text;
}

export function portsOf(image: Word): readonly number[] | undefined {
  const name = officialName(image);
  return name !== undefined && Object.hasOwn(PORTS, name) ? PORTS[name] : undefined;
}
