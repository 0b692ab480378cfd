import { type Topic, topicNamed } from '../generated/topics.ts';
import type { DirectiveName, ExpansionOperator, Keyword } from './file.ts';

export const keywords = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const satisfies readonly Keyword[];

const keywordSet = new Set<string>(keywords);

export const isKeyword = (word: string): word is Keyword => keywordSet.has(word);

export const instructionTopic = (keyword: Keyword): Topic => `dockerfile/instruction/${keyword}` as const;

/** https://docs.docker.com/reference/dockerfile/ : every flag of the current frontend. */
const flags = {
  ADD: ['keep-git-dir', 'checksum', 'chown', 'chmod', 'link', 'unpack', 'exclude'],
  COPY: ['from', 'chown', 'chmod', 'link', 'parents', 'exclude'],
  FROM: ['platform'],
  HEALTHCHECK: ['interval', 'timeout', 'start-period', 'start-interval', 'retries'],
  RUN: ['mount', 'network', 'security', 'device'],
} as const;

type Flagged = keyof typeof flags;
type FlagTopic = { [K in Flagged]: `dockerfile/flag/${K}--${(typeof flags)[K][number]}` }[Flagged];

const flagTopics: ReadonlyMap<string, FlagTopic & Topic> = new Map(
  Object.entries(flags).flatMap(([keyword, names]) => names.map((name) => [`${keyword}--${name}`, `dockerfile/flag/${keyword}--${name}` as FlagTopic & Topic] as const)),
);

export const flagTopic = (keyword: string, name: string): Topic | undefined => flagTopics.get(`${keyword}--${name}`);

export const flagsOf = (keyword: string): readonly string[] => (keyword in flags ? flags[keyword as Flagged] : []);

/** The options of each `RUN --mount` type, under the name the lesson has. */
const mounts = {
  bind: ['target', 'source', 'from', 'readwrite', 'readonly'],
  cache: ['id', 'target', 'readonly', 'sharing', 'from', 'source', 'mode', 'uid', 'gid'],
  tmpfs: ['target', 'size'],
  secret: ['id', 'target', 'env', 'required', 'mode', 'uid', 'gid'],
  ssh: ['id', 'target', 'required', 'mode', 'uid', 'gid'],
} as const;

export type MountType = keyof typeof mounts;
type MountTopic = { [K in MountType]: `dockerfile/mount/${K}/${(typeof mounts)[K][number]}` }[MountType];

const mountAliases: Readonly<Record<string, string>> = { dst: 'target', destination: 'target', src: 'source', rw: 'readwrite', ro: 'readonly' };

export const isMountType = (name: string): name is MountType => name in mounts;

export const mountTypeTopic = (type: MountType): Topic => `dockerfile/mount/${type}` as const;

export function mountOptionTopic(type: MountType, option: string): Topic | undefined {
  const name = mountAliases[option] ?? option;
  const known: readonly string[] = mounts[type];
  return known.includes(name) ? (`dockerfile/mount/${type}/${name}` as MountTopic & Topic) : undefined;
}

/** https://docs.docker.com/reference/dockerfile/#predefined-args and #automatic-platform-args-in-the-global-scope */
const predefined = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'FTP_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
  'BUILDKIT_BUILD_NAME',
  'BUILDKIT_CACHE_MOUNT_NS',
  'BUILDKIT_CONTEXT_KEEP_GIT_DIR',
  'BUILDKIT_INLINE_CACHE',
  'BUILDKIT_MULTI_PLATFORM',
  'BUILDKIT_SANDBOX_HOSTNAME',
  'BUILDKIT_SYNTAX',
  'SOURCE_DATE_EPOCH',
] as const;

type Predefined = (typeof predefined)[number];
const predefinedSet = new Set<string>(predefined);

/** The lesson of a build argument that BuildKit knows by itself. Proxies have two spellings: all upper or all lower case. */
export function predefinedTopic(name: string): Topic | undefined {
  const upper = /^[a-z_]+_proxy$/.test(name) ? name.toUpperCase() : name;
  return predefinedSet.has(upper) ? (`dockerfile/predefined/${upper as Predefined}` as const) : undefined;
}

export const isProxy = (name: string): boolean => /_proxy$/i.test(name) && predefinedTopic(name) !== undefined;

export const directiveTopic = (name: DirectiveName): Topic => `dockerfile/directive/${name}` as const;

const operatorNames = {
  '-': 'default',
  ':-': 'default',
  '+': 'alternate',
  ':+': 'alternate',
  '?': 'required',
  ':?': 'required',
  '#': 'remove-prefix',
  '##': 'remove-prefix',
  '%': 'remove-suffix',
  '%%': 'remove-suffix',
  '/': 'replace',
  '//': 'replace',
} as const satisfies Record<ExpansionOperator, string>;

export const expansionTopic = (operator: ExpansionOperator | undefined): Topic =>
  operator ? (`dockerfile/expansion/${operatorNames[operator]}` as const) : 'dockerfile/expansion/variable';

/** Instructions whose arguments the builder expands; in the others `$NAME` is left to the shell or to nobody. */
const expanded = new Set<string>(['ADD', 'ARG', 'COPY', 'ENV', 'EXPOSE', 'FROM', 'LABEL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR', 'ONBUILD']);

export const isExpanded = (keyword: string): boolean => expanded.has(keyword);

/** The lesson of a variable that a well-known program reads. */
export const envTopic = (name: string): Topic | undefined => topicNamed(`image/env/${name}`);
