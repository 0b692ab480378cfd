// Carries out a generated Dockerfile without an engine: each stage is a folder, COPY copies between them and from the build context,
// RUN runs on this machine inside the stage's WORKDIR. What this can not show: the base images themselves.
import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const LIMIT_MS = 8 * 60_000;

/** Stages of images that bring files of their own, which are not there, are folders too. */
export function layOut(context, into) {
  const stages = new Map();
  let stage;
  for (const line of readFileSync(path.join(context, 'Dockerfile'), 'utf8').split('\n')) {
    const [, keyword, rest] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    if (!keyword || line.startsWith('#')) continue;
    if (keyword === 'FROM') {
      const [image, , name] = rest.split(' ');
      stage = { image, name, root: path.join(into, name ?? String(stages.size)), workdir: '/', env: {}, user: undefined, exposed: undefined, cmd: undefined };
      mkdirSync(stage.root, { recursive: true });
      stages.set(name, stage);
    } else STEPS[keyword]?.(stage, rest, { context, stages });
  }
  return stage;
}

const STEPS = {
  WORKDIR(stage, rest) {
    stage.workdir = rest;
    mkdirSync(path.join(stage.root, rest), { recursive: true });
  },
  ENV(stage, rest) {
    for (const [, name, value] of rest.matchAll(/(\w+)=("[^"]*"|\S+)/g)) stage.env[name] = value.replace(/^"|"$/g, '');
  },
  USER(stage, rest) {
    stage.user = rest;
  },
  EXPOSE(stage, rest) {
    stage.exposed = Number(rest);
  },
  CMD(stage, rest) {
    stage.cmd = JSON.parse(rest);
  },
  RUN(stage, rest) {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...npmSettings(), NEXT_TELEMETRY_DISABLED: '1', ...stage.env };
    execFileSync('sh', ['-c', rest], { cwd: path.join(stage.root, stage.workdir), env, stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT_MS });
  },
  COPY(stage, rest, { context, stages }) {
    const words = rest.split(' ');
    const flags = Object.fromEntries(words.filter((it) => it.startsWith('--')).map((it) => it.slice(2).split('=')));
    const paths = words.filter((it) => !it.startsWith('--'));
    const destination = paths.pop();
    const target = path.resolve(path.join(stage.root, stage.workdir), destination.startsWith('/') ? stage.root + destination : destination);
    const from = flags.from ? stages.get(flags.from).root : context;
    const isKept = flags.from ? () => true : keptBy(context);
    for (const source of paths.flatMap((it) => matching(from, it)))
      copy(path.join(from, source), target, destination.endsWith('/') || paths.length > 1, (file) => isKept(path.relative(from, file)));
    if (flags.chown) own(target);
  },
};

/** As BuildKit does it: of a folder its contents, a file into a folder or under a name. */
function copy(source, target, isFolder, filter) {
  const into = statSync(source).isFile() && isFolder ? path.join(target, path.basename(source)) : target;
  mkdirSync(path.dirname(into), { recursive: true });
  cpSync(source, into, { recursive: true, filter, verbatimSymlinks: true });
}

/** A pattern of `COPY` with a star at the end of its name. */
function matching(from, pattern) {
  const plain = pattern.replace(/^\//, '');
  if (!plain.includes('*')) {
    if (!existsSync(path.join(from, plain))) throw new Error(`COPY: ${pattern} is not there`);
    return [plain];
  }
  const start = plain.replace(/\*$/, '');
  return readdirSync(from).filter((name) => name.startsWith(start));
}

/** The generated `.dockerignore` files name things at the top of the context, with a star at the end at most. */
function keptBy(context) {
  const patterns = readFileSync(path.join(context, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return (file) => !patterns.some((it) => (it.endsWith('*') ? file.startsWith(it.slice(0, -1)) : file === it || file.startsWith(`${it}/`)));
}

/** The `node` user of the official images. */
export const NODE_USER = 1000;

function own(folder) {
  if (process.getuid?.() !== 0) return;
  chownSync(folder, NODE_USER, NODE_USER);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chownSync(path.join(entry.parentPath, entry.name), NODE_USER, NODE_USER);
  }
}

/** npm's own settings of this machine hold for the images' npm too. */
const npmSettings = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => /^npm_config_|^(?:https?|no)_proxy$|^NODE_EXTRA_CA_CERTS$/i.test(name)));
