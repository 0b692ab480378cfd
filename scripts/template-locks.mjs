// Writes package-lock.json of the templates anew, from the registry that npm is set to. Where a template's dependencies hang on a choice,
// so do the packages in its lock file. Run by hand after a version in a template's package.json has changed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { bundled } from './rule-pages.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { expand, holds, withoutLastCommas } = await bundled(`export * from ${JSON.stringify(path.join(root, 'server/src/project/new/expand.ts'))};`);

const CONDITIONS = ['cache', 'database', 'database=mysql|mariadb', 'database=postgres', 'database|cache'];
const choices = ['none', 'mysql', 'mariadb', 'postgres'].flatMap((database) => ['none', 'redis'].map((cache) => ({ database, cache })));

for (const template of ['next', 'vite', 'express']) {
  const folder = path.join(root, 'snippets/templates', template, 'app');
  const source = readFileSync(path.join(folder, 'package.json'), 'utf8');
  const manifest = (values) => withoutLastCommas(expand(source, values, 'none'));
  const known = new Map();
  const locks = choices.map((values) => {
    const text = manifest(values);
    if (!known.has(text)) known.set(text, lockOf(text));
    return { values, lock: known.get(text) };
  });
  const merged = mergedLock(source, locks);
  for (const { values, lock } of locks) {
    const own = JSON.parse(withoutLastCommas(expand(merged, values, 'none')));
    if (!isDeepStrictEqual(own, lock)) throw new Error(`${template}: the merged lock file says something else for ${JSON.stringify(values)}`);
  }
  writeFileSync(path.join(folder, 'package-lock.json'), merged);
  console.log(`${template}: ${Object.keys(locks.at(-1).lock.packages).length} packages, ${known.size} sets of dependencies`);
}

/** What npm locks; without addresses, so that it holds for every registry. */
function lockOf(manifestText) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'docker-giljabi-lock-'));
  try {
    writeFileSync(path.join(folder, 'package.json'), manifestText);
    execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--omit-lockfile-registry-resolved'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One lock file with a section around whatever is not there for all choices. */
function mergedLock(source, locks) {
  const [{ lock: first }] = locks;
  const paths = [...new Set(locks.flatMap(({ lock }) => Object.keys(lock.packages)))].filter((it) => it !== '').sort();
  const lines = paths.flatMap((it) => sectioned(`    ${JSON.stringify(it)}: `, locks, ({ lock }) => lock.packages[it]));
  const dependencies = /^ {2}"dependencies": \{\n([\s\S]*?)^ {2}\}/m.exec(source)[1].replace(/^ {4}"/gm, '        "');
  const { dependencies: _, ...own } = first.packages[''];
  const ownText = JSON.stringify(own, null, 2)
    .replace(/^/gm, '    ')
    .trim()
    .replace(/\n {4}\}$/, '');
  return `{
  "name": ${JSON.stringify(first.name)},
  "version": ${JSON.stringify(first.version)},
  "lockfileVersion": 3,
  "requires": true,
  "packages": {
    "": ${ownText},
      "dependencies": {
${dependencies.trimEnd()}
      }
    },
${lines.join('\n')}
  }
}
`;
}

function sectioned(head, locks, valueOf) {
  const there = locks.filter((it) => valueOf(it) !== undefined);
  const values = new Set(there.map((it) => JSON.stringify(valueOf(it), null, 2)));
  if (values.size !== 1) throw new Error(`${head.trim()} differs between choices`);
  const text = `${head}${[...values][0].replace(/\n/g, '\n    ')},`;
  if (there.length === locks.length) return [text];
  const condition = CONDITIONS.find((it) => locks.every(({ values: own, ...rest }) => holds(it, own) === (valueOf({ values: own, ...rest }) !== undefined)));
  if (!condition) throw new Error(`no condition for ${head.trim()}`);
  return [`//? ${condition}`, text, '//?'];
}
