import type { HubImage } from './hub-image.ts';

/** An image that nobody looks after any more, and what takes its place. */
export interface Retired {
  /** `image`: no longer made at all. `version`: this version is no longer mended. */
  readonly kind: 'image' | 'version';
  /** What to write instead, as a reader is told. */
  readonly instead: string;
  /** The same where the program in it can hardly mind. */
  readonly fix?: string;
  /** It ended less than about a year ago, does no harm yet, or can't be changed without moving data. */
  readonly mild?: true;
}

/** Tags that are there and looked after; each is the line that `latest` has been, or a long-lived one. https://hub.docker.com */
const CURRENT = {
  alpine: '3.22',
  busybox: '1.37',
  debian: 'trixie',
  'eclipse-temurin': '21',
  elasticsearch: '9.1.3',
  golang: '1.25',
  gradle: '9',
  httpd: '2.4',
  mariadb: '11.8',
  maven: '3.9',
  mongo: '8',
  mysql: '8.4',
  nginx: '1.28',
  node: '24',
  php: '8.4',
  postgres: '18',
  python: '3.13',
  redis: '8',
  ruby: '3.4',
  ubuntu: '24.04',
} as const satisfies Readonly<Record<string, string>>;

type Known = keyof typeof CURRENT;

const isKnown = (name: string): name is Known => Object.hasOwn(CURRENT, name);

/** A tag to pin one of Docker Hub's own images to; nothing for those that are not known. */
export const currentTag = (name: string): string | undefined => (isKnown(name) ? CURRENT[name] : undefined);

/** An image to begin with: `node:24-alpine`. */
export const currentImage = (name: Known, variant = ''): string => `${name}:${CURRENT[name]}${variant}`;

/** `[3, 9]` is version 3.9. */
type Version = readonly [major: number, minor: number];

/** When the versions of an image end. */
interface Life {
  /** All versions below get no more fixes, nor do the major versions in `short`, which were made for a few months only. */
  readonly below: Version;
  readonly short?: readonly number[];
  /** Versions from here on ended so mildly. */
  readonly mild?: Version;
  /** Versions that go by a name, and those that ended mildly. */
  readonly names?: RegExp;
  readonly mildNames?: RegExp;
  /** What of a tag goes into the next one: `-alpine`. */
  readonly keep?: RegExp;
  /** From this version on the next one can be put in its place. */
  readonly fix?: Version;
}

const VARIANT = /-(?:alpine|slim)/;
const ALL: Version = [0, 0];

/** Dates as of late 2026; what ends in these weeks is not said yet. https://endoflife.date gathers the makers' own dates. */
const LIVES: Readonly<Partial<Record<Known, Life>>> = {
  // https://nodejs.org/en/about/previous-releases
  node: { below: [22, 0], short: [23, 25], mild: [20, 0], keep: VARIANT, fix: ALL },
  // https://devguide.python.org/versions/
  python: { below: [3, 10], mild: [3, 9], keep: VARIANT, fix: [3, 0] },
  // https://www.php.net/supported-versions.php
  php: { below: [8, 2], mild: [8, 1], keep: /(?<=^[\d.]{1,12})(?:-(?:fpm|apache|cli|zts)(?:-alpine)?|-alpine)/ },
  // https://www.ruby-lang.org/en/downloads/branches/
  ruby: { below: [3, 3], mild: [3, 2], keep: VARIANT },
  // https://ubuntu.com/about/release-cycle
  ubuntu: {
    below: [22, 4],
    short: [23],
    mild: [25, 10],
    names: /^(?:trusty|xenial|bionic|focal|cosmic|disco|eoan|groovy|hirsute|impish|kinetic|lunar|mantic|oracular|plucky|questing)(?:-|$)/,
    mildNames: /^questing/,
    fix: ALL,
  },
  // https://www.debian.org/releases/ and https://wiki.debian.org/LTS
  debian: { below: [12, 0], mild: [11, 0], names: /^(?:wheezy|jessie|stretch|buster|bullseye)(?:-|$)/, mildNames: /^bullseye/, keep: /-slim/, fix: ALL },
  // https://alpinelinux.org/releases/
  alpine: { below: [3, 21], mild: ALL, fix: ALL },
  mysql: { below: [8, 4], mild: ALL },
  mariadb: { below: [10, 11], mild: ALL },
  postgres: { below: [14, 0], mild: ALL, keep: /-alpine/ },
  mongo: { below: [7, 0], mild: ALL },
  redis: { below: [6, 0], mild: ALL, keep: /-alpine/ },
  elasticsearch: { below: [8, 0], mild: ALL },
};

/** What is known of an image that is past its time. Nothing of a tag that moves on: `mysql:8` is another one today. */
export function retired({ name, tag = 'latest' }: HubImage): Retired | undefined {
  if (/^microsoft\/(?:dotnet|aspnetcore)/.test(name)) return { kind: 'image', instead: 'mcr.microsoft.com/dotnet/aspnet' };
  if (name === 'openjdk' || name === 'java' || name === 'adoptopenjdk') return java(tag);
  if (name === 'centos') return { kind: 'image', instead: 'almalinux:9' };
  if (name === 'maven') return maven(tag);
  const life = isKnown(name) ? LIVES[name] : undefined;
  return isKnown(name) && life ? ended(name, tag, life) : undefined;
}

function ended(name: Known, tag: string, life: Life): Retired | undefined {
  const match = /^(\d+)(?:\.(\d+))?(?![\d_])/.exec(tag);
  // A tag without a second number stands for the last of its line.
  const version: Version | undefined = match ? [Number(match[1]), match[2] === undefined ? Number.POSITIVE_INFINITY : Number(match[2])] : undefined;
  const isOver = version ? isBelow(version, life.below) || isShort(name, version, life) : life.names?.test(tag);
  if (!isOver) return undefined;
  const mild = version ? life.mild && !isBelow(version, life.mild) : life.mildNames?.test(tag);
  const instead = currentImage(name, life.keep?.exec(tag)?.[0]);
  const fits = life.fix && !(version && isBelow(version, life.fix));
  return { kind: 'version', instead, ...(fits && { fix: instead }), ...(mild && { mild: true }) };
}

const isBelow = ([major, minor]: Version, [top, topMinor]: Version) => major < top || (major === top && minor < topMinor);

/** Ubuntu makes a version for nine months every October, and in the April of odd years. */
const isShort = (name: Known, [major, minor]: Version, { short }: Life) =>
  short?.includes(major) || (name === 'ubuntu' && (major === 25 || ((major === 22 || major === 24) && minor === 10)));

/** The versions that eclipse-temurin has images of. https://hub.docker.com/_/eclipse-temurin */
const MAINTAINED_JAVA = new Set(['8', '11', '17', '21', '25']);

/** https://hub.docker.com/_/openjdk : deprecated, made no more. */
function java(tag: string): Retired {
  const major = tag === 'latest' ? '21' : /^(?:1\.)?(\d+)/.exec(tag)?.[1];
  if (major === undefined || !MAINTAINED_JAVA.has(major) || /windows|nanoserver/.test(tag)) return { kind: 'image', instead: 'eclipse-temurin:21-jdk' };
  const fix = `eclipse-temurin:${major}-${/jre/.test(tag) ? 'jre' : 'jdk'}${/alpine/.test(tag) ? '-alpine' : ''}`;
  return { kind: 'image', instead: fix, fix };
}

/** The images of Maven with the Java of `openjdk`. */
function maven(tag: string): Retired | undefined {
  const jdk = /-(?:openjdk|jdk)-(\d+)/.exec(tag)?.[1];
  if (jdk === undefined) return undefined;
  const instead = (more: string) => currentImage('maven', `-eclipse-temurin-${more}`);
  if (!MAINTAINED_JAVA.has(jdk)) return { kind: 'version', instead: instead('21'), mild: true };
  const fix = instead(`${jdk}${/alpine/.test(tag) ? '-alpine' : ''}`);
  return { kind: 'version', instead: fix, fix, mild: true };
}
