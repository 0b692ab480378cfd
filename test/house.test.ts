import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

const sources = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replace(/\\/g, '/'))
    .filter((file) => !file.includes('/generated/') && !file.includes('node_modules'));

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const code = [...sources('client/src'), ...sources('server')];
const LANGUAGES = ['dockerfile', 'compose', 'command', 'dockerignore', 'dotenv'];

/** Rooms that only read what a stack's other files say: no hovers, no rules. */
const READERS = ['nginx', 'settings', 'web', 'java'];

/** The room of a file: `core`, `dockerfile`, `service`, `host`, `client` … */
function roomOf(file: string): string {
  if (file.startsWith('client/')) return 'client';
  if (file.startsWith('server/host/')) return 'host';
  return file.split('/')[2] ?? '';
}

/** Whom each room may import from; nobody else. */
const MAY_SEE: Readonly<Record<string, readonly string[]>> = {
  core: ['generated'],
  dockerfile: ['core', 'generated'],
  compose: ['core', 'generated'],
  command: ['core', 'generated'],
  ...Object.fromEntries(READERS.map((room) => [room, ['core', 'generated']])),
  dockerignore: ['core', 'generated'],
  dotenv: ['core', 'generated'],
  project: ['core', ...LANGUAGES, ...READERS],
  service: ['core', 'project', 'generated', 'nginx', ...LANGUAGES],
  host: ['core', 'service', 'generated'],
  client: [],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isType: boolean;
}

const imports: Import[] = code.flatMap((file) =>
  [...read(file).matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'/gm)].map((match) => ({ file, target: match[2] ?? '', isType: match[1] !== undefined })),
);

describe('the house', () => {
  it('imports go one way', () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith('.'))
      .map((it) => ({ ...it, to: path.posix.normalize(path.posix.join(path.posix.dirname(it.file), it.target)) }))
      .filter(({ file, to, isType }) => {
        const [from, into] = [roomOf(file), roomOf(to)];
        if (from === into) return false;
        if (from === 'client') return !(isType && to === 'server/host/protocol.ts');
        return !MAY_SEE[from]?.includes(into);
      });
    assert.deepEqual(
      wrong.map(({ file, target }) => `${file} → ${target}`),
      [],
    );
  });

  it('the parser of YAML is seen by one file', () => {
    assert.deepEqual([...new Set(imports.filter(({ target }) => target === 'yaml').map(({ file }) => file))], ['server/src/compose/parse.ts']);
  });

  it('the product knows no editor, no connection, no file system', () => {
    const outside = imports.filter(({ file, target }) => file.startsWith('server/src/') && !target.startsWith('.'));
    const allowed = new Set(['yaml', 'vscode-languageserver-textdocument', 'vscode-languageserver-types']);
    assert.deepEqual(
      outside.filter(({ target }) => !allowed.has(target)).map(({ file, target }) => `${file} → ${target}`),
      [],
    );
  });

  it('the languages have one shape', () => {
    for (const language of LANGUAGES) {
      const own = code.filter((file) => file.startsWith(`server/src/${language}/`)).map((file) => file.slice(`server/src/${language}/`.length));
      for (const file of ['index.ts', 'file.ts', 'parse.ts', 'ko.ts', 'features/topic.ts']) assert.ok(own.includes(file), `${language} has ${file}`);
    }
  });

  it('Korean stands only in ko.ts and in rules', () => {
    const hangul = code.filter((file) => !file.endsWith('/ko.ts') && !/\/rules\/[\w-]+\.ts$/.test(file) && /[\u3131-\uD79D]/.test(read(file)));
    assert.deepEqual(hangul, []);
  });

  it('no source file is over 300 lines', () => {
    const all = [...code, ...sources('test'), ...sources('scripts')].filter((file) => !file.includes('test/e2e/host/'));
    assert.deepEqual(
      all.filter((file) => read(file).split('\n').length > 301),
      [],
    );
  });

  it('nobody silences the compiler', () => {
    assert.deepEqual(
      code.filter((file) => /@ts-ignore|@ts-expect-error|\bas any\b|: any\b/.test(read(file))),
      [],
    );
  });

  it('the project names no machine and no registry', () => {
    const lock = read('package-lock.json') + read('test/e2e/host/package-lock.json');
    assert.ok(!/"resolved": "https?:/.test(lock), 'lock files name no host');
  });

  it('the lock file can be installed on every platform', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { optionalDependencies?: Record<string, string> }> };
    const missing = Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !packages[`node_modules/${name}`] && !packages[`${where}/node_modules/${name}`]),
    );
    assert.deepEqual(missing, []);
  });
});
