import { type Fact, factBook, type Known } from '../core/fact.ts';
import type { Word } from '../core/text.ts';
import type { Dependency, DependencyKind, PackageFacts } from './file.ts';
import { type Leaf, leavesIn } from './json.ts';

const KINDS: readonly DependencyKind[] = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** What a `package.json` says, as far as it can be read. https://docs.npmjs.com/cli/configuring-npm/package-json */
export function packageFacts(text: string): Known<PackageFacts> {
  const book = factBook();
  const leaves = leavesIn(text);
  const fact = ({ text: it, span }: Word): Fact => book.fact(it, span);
  const pairs = (section: string) =>
    leaves.filter(isEntry).flatMap(({ path, key, value }) => (path.length === 1 && path[0] === section ? [{ key: fact(key), value: fact(value) }] : []));
  const own = (name: string): Fact | undefined => {
    const leaf = leaves.findLast(({ path, key }) => path.length === 0 && key?.text === name);
    return leaf && fact(leaf.value);
  };
  const [name, packageManager, type, main] = ['name', 'packageManager', 'type', 'main'].map(own);
  return book.known({
    ...(name && { name }),
    scripts: pairs('scripts').map(({ key, value }) => ({ name: key, command: value })),
    dependencies: KINDS.flatMap((kind) => pairs(kind).map(({ key, value }): Dependency => ({ name: key, version: value, kind }))),
    ...(packageManager && { packageManager }),
    engines: pairs('engines').map(({ key, value }) => ({ name: key, version: value })),
    ...(type && { type }),
    ...(main && { main }),
  });
}

const isEntry = (leaf: Leaf): leaf is Leaf & { readonly key: Word } => leaf.key !== undefined;
