import type { HubImage } from './known-images.ts';

/** Why an image should give way, and to what. */
export interface Retired {
  readonly reason: 'ended' | 'abandoned';
  /** An image to take instead. */
  readonly instead: string;
  /** It was never built for the processors of newer Macs. */
  readonly noArm?: true;
}

/** Versions below these get no more fixes from their makers. https://endoflife.date gathers the makers' own dates. */
const ENDED: Readonly<Record<string, { readonly before: readonly [number, number]; readonly instead: string }>> = {
  mysql: { before: [8, 4], instead: 'mysql:8.4' },
  mariadb: { before: [10, 7], instead: 'mariadb:11.8' },
  postgres: { before: [14, 0], instead: 'postgres:18' },
  mongo: { before: [7, 0], instead: 'mongo:8' },
  redis: { before: [6, 0], instead: 'redis:8' },
  node: { before: [22, 0], instead: 'node:24' },
  python: { before: [3, 10], instead: 'python:3.13' },
  php: { before: [8, 2], instead: 'php:8.4' },
  ruby: { before: [3, 2], instead: 'ruby:3.4' },
  ubuntu: { before: [22, 4], instead: 'ubuntu:24.04' },
  debian: { before: [11, 0], instead: 'debian:13' },
  alpine: { before: [3, 20], instead: 'alpine:3.22' },
  elasticsearch: { before: [8, 0], instead: 'elasticsearch:9.1.3' },
};

/** Images that nobody builds any more, whatever the tag. */
const ABANDONED: Readonly<Record<string, string>> = { openjdk: 'eclipse-temurin:21', adoptopenjdk: 'eclipse-temurin:21', centos: 'almalinux:9' };

/** What is known of an image that is past its time. Nothing of a tag that moves on: `mysql:8` is another one today. */
export function retirementOf({ name, tag = '' }: HubImage): Retired | undefined {
  const instead = Object.hasOwn(ABANDONED, name) ? ABANDONED[name] : undefined;
  if (instead) return { reason: 'abandoned', instead, ...(lacksArm({ name, tag }) && { noArm: true }) };
  const known = Object.hasOwn(ENDED, name) ? ENDED[name] : undefined;
  const version = /^(\d+)(?:\.(\d+))?(?![\d_])/.exec(tag);
  if (!known || !version) return undefined;
  const [major, minor] = [Number(version[1]), version[2] === undefined ? undefined : Number(version[2])];
  const [topMajor, topMinor] = known.before;
  const isOld = major < topMajor || (major === topMajor && minor !== undefined && minor < topMinor);
  return isOld ? { reason: 'ended', instead: known.instead, ...(lacksArm({ name, tag }) && { noArm: true }) } : undefined;
}

/** Images whose makers publish them for amd64 only. */
const AMD64_ONLY = new Set(['mcr.microsoft.com/mssql/server', 'gvenzl/oracle-xe', 'wnameless/oracle-xe-11g-r2', 'oracleinanutshell/oracle-xe-11g']);

/** Whether there is surely no build for arm64. */
export const lacksArm = ({ name, tag = '' }: HubImage): boolean =>
  AMD64_ONLY.has(name) || (name === 'mysql' && /^5(?:\.|$)/.test(tag)) || (name === 'openjdk' && /alpine/.test(tag));
