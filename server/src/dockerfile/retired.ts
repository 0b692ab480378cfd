import { officialImage } from './bases.ts';

/** An image that nobody looks after any more, and what takes its place. */
export interface Retired {
  /** `image`: no longer made at all. `version`: this version is no longer mended. */
  readonly kind: 'image' | 'version';
  /** What to write instead, as a reader is told. */
  readonly instead: string;
  /** What to write instead, where the tag says enough to know it. */
  readonly fix?: string;
  /** It ended only lately, or does no harm yet. */
  readonly mild?: true;
}

/** The image of a FROM as far as it is retired. Support dates: https://endoflife.date and the images' pages on Docker Hub. */
export function retired(reference: string): Retired | undefined {
  if (/^microsoft\/(?:dotnet|aspnetcore)/.test(reference)) return { kind: 'image', instead: 'mcr.microsoft.com/dotnet/aspnet' };
  const image = officialImage(reference);
  if (!image) return undefined;
  const { name, tag } = image;
  if (name === 'openjdk' || name === 'java' || name === 'adoptopenjdk') return java(tag);
  if (name === 'centos') return { kind: 'image', instead: 'almalinux:9' };
  const version = /^(\d+)(?:\.(\d+))?/.exec(tag);
  const major = version ? Number(version[1]) : undefined;
  const minor = version?.[2] === undefined ? undefined : Number(version[2]);
  const ended = Object.hasOwn(ENDED, name) ? ENDED[name]?.(tag, major, minor) : undefined;
  return ended && { kind: 'version', instead: `${name}:${ended.tag}`, ...(ended.fix && { fix: `${name}:${ended.tag}` }), ...(ended.mild && { mild: true }) };
}

interface Ended {
  readonly tag: string;
  readonly fix?: boolean;
  readonly mild?: boolean;
}

type Ends = (tag: string, major: number | undefined, minor: number | undefined) => Ended | undefined;

const ENDED: Readonly<Record<string, Ends>> = {
  // https://nodejs.org/en/about/previous-releases
  node(tag, major) {
    if (major === undefined || major > 21) return undefined;
    return { tag: `24${suffix(tag)}`, fix: true, mild: major >= 20 };
  },
  // https://devguide.python.org/versions/
  python(tag, major, minor) {
    if (major === 2) return { tag: `3.13${suffix(tag)}` };
    return major === 3 && minor !== undefined && minor <= 9 ? { tag: `3.13${suffix(tag)}`, fix: true, mild: minor === 9 } : undefined;
  },
  // https://ubuntu.com/about/release-cycle
  ubuntu(tag, major, minor) {
    const named = /^(?:trusty|xenial|bionic|focal|cosmic|disco|eoan|groovy|hirsute|impish|kinetic|lunar|mantic|oracular|plucky)(?:-|$)/.test(tag);
    if (named) return { tag: '24.04', fix: true };
    if (major === undefined || minor === undefined) return undefined;
    const isLts = major % 2 === 0 && minor === 4;
    return (isLts ? major <= 20 : major < 25 || (major === 25 && minor === 4)) ? { tag: '24.04', fix: true } : undefined;
  },
  // https://www.debian.org/releases/
  debian(tag, major) {
    const old = (major !== undefined && major <= 10) || /^(?:wheezy|jessie|stretch|buster)(?:-|$)/.test(tag);
    return old ? { tag: tag.includes('slim') ? 'trixie-slim' : 'trixie', fix: true } : undefined;
  },
  // https://www.php.net/supported-versions.php
  php: (tag, major, minor) =>
    (major !== undefined && major < 8) || (major === 8 && minor === 0) ? { tag: `8.4${/^[\d.]+(-(?:fpm|apache|cli|zts)(?:-alpine)?|-alpine)?/.exec(tag)?.[1] ?? ''}` } : undefined,
  // https://www.ruby-lang.org/en/downloads/branches/
  ruby: (tag, major, minor) => (major !== undefined && (major < 3 || (major === 3 && minor !== undefined && minor <= 1)) ? { tag: `3.4${suffix(tag)}` } : undefined),
  // https://alpinelinux.org/releases/
  alpine: (_tag, major, minor) => (major !== undefined && (major < 3 || (major === 3 && minor !== undefined && minor <= 15)) ? { tag: '3.22', fix: true, mild: true } : undefined),
  // https://endoflife.date/mysql
  mysql: (_tag, major) => (major === 5 ? { tag: '8.4', mild: true } : undefined),
  maven(tag) {
    const jdk = /-(?:openjdk|jdk)-(\d+)/.exec(tag)?.[1];
    if (jdk === undefined) return undefined;
    return MAINTAINED_JAVA.has(jdk)
      ? { tag: `3.9-eclipse-temurin-${jdk}${/alpine/.test(tag) ? '-alpine' : ''}`, fix: true, mild: true }
      : { tag: '3.9-eclipse-temurin-21', mild: true };
  },
};

const suffix = (tag: string): string => (/-alpine/.test(tag) ? '-alpine' : /-slim/.test(tag) ? '-slim' : '');

/** The versions that eclipse-temurin has images of. https://hub.docker.com/_/eclipse-temurin */
const MAINTAINED_JAVA = new Set(['8', '11', '17', '21', '25']);

/** https://hub.docker.com/_/openjdk : deprecated, made no more. */
function java(tag: string): Retired {
  const major = tag === 'latest' ? '21' : /^(?:1\.)?(\d+)/.exec(tag)?.[1];
  if (major === undefined || !MAINTAINED_JAVA.has(major) || /windows|nanoserver/.test(tag)) return { kind: 'image', instead: 'eclipse-temurin:21-jdk' };
  const fix = `eclipse-temurin:${major}-${/jre/.test(tag) ? 'jre' : 'jdk'}${/alpine/.test(tag) ? '-alpine' : ''}`;
  return { kind: 'image', instead: fix, fix };
}
