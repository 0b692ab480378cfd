import { hubImageNamed, isOfficial } from '../core/hub-image.ts';
import { remembered } from '../core/remember.ts';
import { evaluate } from './evaluate.ts';
import { type Facts, parentOf, type Stage } from './facts.ts';
import type { DockerfileModel } from './model.ts';
import { type Variable, variableAt } from './variables.ts';

/** The system in an image, as far as its name says for certain. */
export type System = 'alpine' | 'debian' | 'ubuntu' | 'redhat' | 'busybox' | 'scratch' | 'distroless' | 'windows';

/** An image that a stage begins with, in the end. */
export interface Base {
  /** As it is written. */
  readonly image: string;
  /** The official image's name without registry and tag: `node`. Empty for others, and for those that run on Windows. */
  readonly name: string;
  /** `latest` where there is none; empty where a digest decides. */
  readonly tag: string;
  readonly system?: System;
}

/** Nobody builds on more stages than that; a longer chain counts as unknown. */
const LONGEST = 20;

/** The stage and those it is built on, itself first. */
export function chainOf(facts: Facts, stage: Stage): readonly Stage[] {
  const chain = [stage];
  for (let parent = parentOf(facts, stage); parent && chain.length <= LONGEST; parent = parentOf(facts, parent)) chain.push(parent);
  return chain;
}

/** The official image at the root of a stage, with the defaults of build arguments put in. Nothing for `scratch`, Windows and images of others. */
export function baseOf(model: DockerfileModel, stage: Stage): Base | undefined {
  const bases = basesOf(model);
  if (!bases.has(stage)) bases.set(stage, rootOf(model, stage));
  return bases.get(stage);
}

// Filled as rules ask.
const basesOf = remembered((_model: DockerfileModel) => new Map<Stage, Base | undefined>());

function rootOf(model: DockerfileModel, stage: Stage): Base | undefined {
  const { facts, file } = model;
  const chain = chainOf(facts, stage);
  const image = chain.at(-1)?.image;
  if (!image || chain.length > LONGEST) return undefined;
  const text = image.text.includes('$') ? evaluate(image.text, file.escape, globalOf(model)) : image.text;
  const base = baseNamed(text);
  return base.name === '' || base.system === 'scratch' ? undefined : base;
}

/** What a variable is worth in a FROM; the same in every one. */
const globalOf = remembered(({ facts, file }: DockerfileModel) => {
  const known = new Map<string, Variable>();
  const at = facts.stages[0]?.from.start ?? 0;
  return (name: string) => {
    const value = known.get(name) ?? variableAt(facts, name, at, file.escape);
    known.set(name, value);
    return value;
  };
});

/** What is known of an image from its reference alone; nothing of one that holds a variable. */
export function baseNamed(image: string | undefined): Base {
  if (image === undefined || image.includes('$')) return { image: '', name: '', tag: '' };
  if (image === 'scratch') return { image, name: image, tag: '', system: 'scratch' };
  const hub = hubImageNamed(image);
  const tag = hub.tag ?? (image.includes('@') ? '' : 'latest');
  if (/windows|nanoserver|servercore/i.test(image)) return { image, name: '', tag, system: 'windows' };
  if (hub.name.startsWith('gcr.io/distroless/')) return { image, name: '', tag, system: 'distroless' };
  if (!isOfficial(hub)) return { image, name: '', tag };
  const system = systemOf(hub.name, tag);
  return { image, name: hub.name, tag, ...(system && { system }) };
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

/** Images of an operating system alone: no language, no environment of their own but PATH, root, working directory `/`. */
const SYSTEMS = new Set(['alpine', 'ubuntu', 'debian', 'busybox', 'fedora', 'centos', 'rockylinux', 'almalinux', 'amazonlinux', 'oraclelinux', 'archlinux']);

export const isSystem = ({ name }: Base): boolean => SYSTEMS.has(name);

/** Images for programs of one's own that run as root in `/` unless a Dockerfile says otherwise. */
const LANGUAGES = new Set([
  'node',
  'python',
  'ruby',
  'eclipse-temurin',
  'amazoncorretto',
  'openjdk',
  'ibmjava',
  'sapmachine',
  'rust',
  'swift',
  'elixir',
  'erlang',
  'julia',
  'haskell',
]);

export const isLanguage = ({ name }: Base): boolean => LANGUAGES.has(name);

/** Which C library and tools an official image is made on, as its tag says: `alpine`, Debian without extras, or something fuller. */
export function variantOf({ name, tag }: Base): 'alpine' | 'slim' | 'full' {
  if (name === 'alpine' || ALPINE.test(tag)) return 'alpine';
  return /(?:^|-)slim/.test(tag) || name === 'debian' || name === 'ubuntu' ? 'slim' : 'full';
}

/** An image that is made of a program may set that program's variables itself: `NODE_VERSION` in `node`. Some names are set by many. */
export function mayComeWithBase(model: DockerfileModel, stage: Stage, name: string): boolean {
  const base = baseOf(model, stage);
  if (base && isSystem(base)) return false;
  const image = (chainOf(model.facts, stage).at(-1)?.image?.text ?? '').replace(/\$\{[^}]*\}|\$\w+/g, '').toLowerCase();
  const first = name.split('_', 1)[0]?.toLowerCase() ?? '';
  if (/^(?:ld|library|cpath|manpath|pkg|java|jdk|jre|yarn|npm|node|python\w*|pip|conda|cuda|go\w*|cargo|rust\w*|gem|ruby|maven|gradle|debian|lang|home|user)$/.test(first))
    return true;
  return image === '' || (image !== 'scratch' && image.includes(first));
}

/** An image as people call it. */
export const calledAs = ({ name, tag }: Base): string => (tag === 'latest' || tag === '' ? name : `${name}:${tag}`);
