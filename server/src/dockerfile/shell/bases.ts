import { imageReference } from '../../core/image.ts';
import type { Word } from '../../core/text.ts';

/** The system in an image, as far as its name says for certain. */
export type System = 'alpine' | 'debian' | 'ubuntu' | 'redhat' | 'busybox' | 'scratch' | 'distroless' | 'windows';

export interface Base {
  readonly image: string;
  /** The official image's name without registry and tag: `node`. Empty for others. */
  readonly name: string;
  readonly tag: string;
  readonly system?: System;
}

const UNKNOWN = { image: '', name: '', tag: '' };

/** What is known of an image from its reference alone; nothing of one that holds a variable. */
export function baseOf(word: Word | undefined): Base {
  if (!word || word.text.includes('$')) return UNKNOWN;
  const image = word.text;
  if (image === 'scratch') return { image, name: 'scratch', tag: '', system: 'scratch' };
  const { registry, namespace, name, tag, digest } = imageReference(word);
  const own = tag?.text ?? (digest ? undefined : 'latest');
  if (/windows|nanoserver|servercore/i.test(image)) return { image, name: '', tag: own ?? '', system: 'windows' };
  if (registry?.text === 'gcr.io' && namespace?.text === 'distroless') return { image, name: '', tag: own ?? '', system: 'distroless' };
  const official = (!registry || /^(?:index\.)?docker\.io$/.test(registry.text)) && (!namespace || namespace.text === 'library');
  if (!official || own === undefined) return { image, name: '', tag: own ?? '' };
  const system = systemOf(name.text, own);
  return { image, name: name.text, tag: own, ...(system && { system }) };
}

/** Official images that are built on Debian unless their tag says otherwise. */
const ON_DEBIAN = new Set(['node', 'python', 'golang', 'ruby', 'rust', 'php', 'nginx', 'httpd', 'postgres', 'redis', 'perl']);

const ALPINE = /(?:^|-)alpine(?:[\d.]*)(?:-|$)/;
const DEBIAN = /(?:^|-)(?:jessie|stretch|buster|bullseye|bookworm|trixie)(?:-|$)/;
const UBUNTU = /(?:^|-)(?:bionic|focal|jammy|noble)(?:-|$)/;
/** Tags that name no system of their own: `24`, `3.13-slim`, `8.4-fpm`, `lts`. */
const PLAIN = /^(?:latest|lts|current|stable|mainline|\d[\w.]*)(?:-(?:slim|fpm|apache|cli|zts|perl))*$/;

function systemOf(name: string, tag: string): System | undefined {
  if (name === 'alpine') return 'alpine';
  if (name === 'debian') return 'debian';
  if (name === 'ubuntu') return 'ubuntu';
  if (name === 'busybox') return 'busybox';
  if (/^(?:centos|rockylinux|almalinux|fedora|amazonlinux|oraclelinux)$/.test(name)) return 'redhat';
  if (!OFFICIAL.has(name)) return undefined;
  if (ALPINE.test(tag)) return 'alpine';
  if (DEBIAN.test(tag)) return 'debian';
  if (UBUNTU.test(tag)) return 'ubuntu';
  if (ON_DEBIAN.has(name)) return PLAIN.test(tag) ? 'debian' : undefined;
  if (name === 'eclipse-temurin') return /^\d+[\w.+]*-(?:jdk|jre)$|^\d+$/.test(tag) ? 'ubuntu' : undefined;
  if (name === 'maven') return /eclipse-temurin-\d+$/.test(tag) ? 'ubuntu' : undefined;
  if (name === 'gradle') return /^(?:[\d.]+-)?jdk-?\d+$/.test(tag) ? 'ubuntu' : undefined;
  return undefined;
}

/** Official images whose tags may name the system. */
const OFFICIAL = new Set([...ON_DEBIAN, 'eclipse-temurin', 'openjdk', 'maven', 'gradle', 'amazoncorretto', 'tomcat', 'mysql', 'mariadb', 'memcached', 'docker']);
