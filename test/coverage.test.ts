import assert from 'node:assert/strict';
import * as compose from '../server/src/compose/index.ts';
import type { Hit } from '../server/src/core/language.ts';
import * as dockerfile from '../server/src/dockerfile/index.ts';
import { withCursor } from './support/marks.ts';

/** https://docs.docker.com/reference/dockerfile/ : everything that the current frontend knows. */
const INSTRUCTIONS = [
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
];

const FLAGS: Readonly<Record<string, readonly string[]>> = {
  FROM: ['platform=linux/amd64'],
  RUN: ['mount=type=bind,target=/x', 'network=none', 'security=sandbox', 'device=vendor.com/gpu'],
  COPY: ['from=other', 'chown=app:app', 'chmod=755', 'link', 'parents', 'exclude=*.md'],
  ADD: ['keep-git-dir=true', 'checksum=sha256:00', 'chown=app', 'chmod=u=rwX', 'link=false', 'unpack=true', 'exclude=*.md'],
  HEALTHCHECK: ['interval=30s', 'timeout=3s', 'start-period=5s', 'start-interval=1s', 'retries=3'],
};

const MOUNTS: Readonly<Record<string, readonly string[]>> = {
  bind: ['target=/x', 'dst=/x', 'destination=/x', 'source=a', 'src=a', 'from=b', 'readwrite', 'rw', 'readonly', 'ro'],
  cache: [
    'id=a',
    'target=/x',
    'dst=/x',
    'destination=/x',
    'readonly',
    'ro',
    'sharing=shared',
    'sharing=private',
    'sharing=locked',
    'from=b',
    'source=a',
    'src=a',
    'mode=0755',
    'uid=0',
    'gid=0',
  ],
  tmpfs: ['target=/x', 'dst=/x', 'destination=/x', 'size=1g'],
  secret: ['id=a', 'target=/x', 'dst=/x', 'destination=/x', 'env=A', 'required', 'required=true', 'mode=0400', 'uid=0', 'gid=0'],
  ssh: ['id=a', 'target=/x', 'dst=/x', 'destination=/x', 'required', 'mode=0600', 'uid=0', 'gid=0'],
};

const PREDEFINED = [
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'FTP_PROXY',
  'ftp_proxy',
  'NO_PROXY',
  'no_proxy',
  'ALL_PROXY',
  'all_proxy',
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
];

const EXPANSIONS = ['$V', '${V}', '${V:-x}', '${V-x}', '${V:+x}', '${V+x}', '${V:?x}', '${V?x}', '${V#x}', '${V##x}', '${V%x}', '${V%%x}', '${V/x/y}', '${V//x/y}'];

/** The paths that the shopping mall and the 33 compose rows of the notes' inventory name. */
const COMPOSE_PATHS = [
  'services',
  'networks',
  'volumes',
  'secrets',
  'configs',
  'version',
  'name',
  'services/networks',
  'networks/driver',
  'services/network_mode',
  'services/volumes',
  'services/environment',
  'services/env_file',
  'services/image',
  'services/build',
  'services/build/context',
  'services/build/dockerfile',
  'services/build/target',
  'services/build/args',
  'services/ports',
  'services/expose',
  'services/container_name',
  'services/stdin_open',
  'services/tty',
  'services/command',
  'services/entrypoint',
  'services/depends_on',
  'services/depends_on/condition',
  'services/healthcheck',
  'services/healthcheck/test',
  'services/healthcheck/interval',
  'services/healthcheck/timeout',
  'services/healthcheck/retries',
  'services/healthcheck/start_period',
  'services/restart',
  'services/deploy',
  'services/deploy/replicas',
  'services/deploy/resources',
  'services/deploy/resources/limits',
  'services/stop_grace_period',
  'services/stop_signal',
  'services/pid',
  'services/ipc',
  'services/uts',
  'services/userns_mode',
  'services/privileged',
  'services/user',
  'services/platform',
  'services/pull_policy',
  'services/logging',
  'services/logging/driver',
  'services/logging/options',
  'services/secrets',
  'services/configs',
  'services/profiles',
  'services/develop',
  'services/develop/watch',
  'services/develop/watch/action',
  'services/develop/watch/path',
  'services/develop/watch/target',
];

const dockerfileAt = (marked: string): Hit | undefined => {
  const { text, offset } = withCursor(marked);
  return dockerfile.topicAt(dockerfile.parse(text), offset);
};

/** Cases that say nothing, or that share their whole answer with another. */
function unanswered(cases: Readonly<Record<string, Hit | undefined>>): string[] {
  const seen = new Map<string, string>();
  return Object.entries(cases).flatMap(([name, hit]) => {
    if (!hit) return [`${name}: nothing`];
    const answer = JSON.stringify([hit.topic, hit.live]);
    const other = seen.get(answer);
    seen.set(answer, name);
    return other ? [`${name}: the same as ${other}`] : [];
  });
}

const collect = (entries: Iterable<readonly [string, Hit | undefined]>) => Object.fromEntries(entries);

describe('coverage of the Dockerfile reference', () => {
  it('all 18 instructions answer, each with a text of its own', () => {
    assert.equal(INSTRUCTIONS.length, 18);
    assert.deepEqual(unanswered(collect(INSTRUCTIONS.map((name) => [name, dockerfileAt(`<|>${name} x`)]))), []);
  });

  it('all 23 flags answer, each with a text of its own', () => {
    const cases = Object.entries(FLAGS).flatMap(([keyword, flags]) =>
      flags.map((flag): [string, Hit | undefined] => [`${keyword} --${flag}`, dockerfileAt(`${keyword} --<|>${flag} a /b`)]),
    );
    assert.equal(cases.length, 23);
    assert.deepEqual(unanswered(collect(cases)), []);
    for (const [name, hit] of cases) assert.match(hit?.topic ?? '', /^dockerfile\/flag\//, name);
  });

  it('the value of every flag answers', () => {
    const values = Object.entries(FLAGS).flatMap(([keyword, flags]) =>
      flags.filter((flag) => flag.includes('=')).map((flag): [string, Hit | undefined] => [`${keyword} --${flag}`, dockerfileAt(`${keyword} --${flag.replace('=', '=<|>')} a /b`)]),
    );
    assert.deepEqual(
      values.filter(([, hit]) => !hit?.topic).map(([name]) => name),
      [],
    );
  });

  it('all mount types and their options answer', () => {
    const types = Object.keys(MOUNTS).map((type): [string, Hit | undefined] => [type, dockerfileAt(`RUN --mount=type=<|>${type} ls`)]);
    assert.deepEqual(unanswered(collect(types)), []);
    const names = new Map<string, string>();
    for (const [type, options] of Object.entries(MOUNTS)) {
      for (const option of options) {
        const topic = dockerfileAt(`RUN --mount=type=${type},<|>${option} ls`)?.topic;
        assert.match(topic ?? `nothing at ${type} ${option}`, new RegExp(`^dockerfile/mount/${type}/`));
        names.set(topic ?? '', option);
      }
    }
    assert.equal(names.size, 29, 'the options of one type each have their own lesson');
  });

  it('the three directives answer', () => {
    const lines = ['syntax=docker/dockerfile:1', 'escape=`', 'check=skip=all'];
    assert.deepEqual(unanswered(collect(lines.map((line) => [line, dockerfileAt(`# <|>${line}\nFROM a`)]))), []);
  });

  it('all 26 predefined ARGs answer where they are used and where they are declared', () => {
    assert.equal(PREDEFINED.length, 26);
    for (const at of ['FROM a\nARG <|>NAME\n', 'FROM a\nARG NAME\nLABEL x=$<|>NAME\n']) {
      const cases = PREDEFINED.map((name): [string, Hit | undefined] => [name, dockerfileAt(at.replaceAll('NAME', name))]);
      for (const [name, hit] of cases) assert.match(hit?.topic ?? '', /^dockerfile\/predefined\//, name);
    }
    assert.equal(new Set(PREDEFINED.map((name) => dockerfileAt(`FROM a\nARG <|>${name}\n`)?.topic)).size, 21, 'two spellings of a proxy are one lesson');
  });

  it('every form of expansion answers, each with its own words', () => {
    assert.deepEqual(unanswered(collect(EXPANSIONS.slice(1).map((form) => [form, dockerfileAt(`FROM a\nARG V=xz\nLABEL l=<|>${form}`)]))), []);
    assert.equal(dockerfileAt('FROM a\nLABEL l=<|>$V')?.topic, 'dockerfile/expansion/variable');
  });

  it('the pieces of an image reference answer, each with a text of its own', () => {
    const pieces = [
      '<|>ghcr.io/acme/shop:1.2@sha256:00',
      'ghcr.io/<|>acme/shop:1.2@sha256:00',
      'ghcr.io/acme/<|>shop:1.2@sha256:00',
      'ghcr.io/acme/shop:<|>1.2@sha256:00',
      'ghcr.io/acme/shop:1.2@<|>sha256:00',
    ];
    assert.deepEqual(unanswered(collect(pieces.map((piece) => [piece, dockerfileAt(`FROM ${piece}`)]))), []);
  });
});

describe('coverage of Compose', () => {
  for (const path of COMPOSE_PATHS) {
    it(path, () => {
      const [section = '', ...keys] = path.split('/');
      // `depends_on`, `services` and their like hold names of one's own.
      const lines = [`${section}:`];
      if (keys.length > 0) lines.push('  a:');
      for (const [depth, key] of keys.entries()) {
        const named = keys[depth - 1] === 'depends_on';
        const item = keys[depth - 1] === 'watch';
        const indent = '  '.repeat(depth + 2 + keys.slice(0, depth).filter((it) => it === 'depends_on').length);
        if (named) lines.push(`${indent}b:`);
        lines.push(`${indent}${named ? '  ' : ''}${item ? '- ' : ''}${key}:`);
      }
      const text = lines.join('\n');
      const offset = text.lastIndexOf(keys.at(-1) ?? section) + 1;
      assert.equal(compose.topicAt(compose.parse(text), offset)?.topic, `compose/${path}`);
    });
  }
});
