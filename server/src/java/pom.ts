import { type Book, type Fact, factBook, type Known } from '../core/fact.ts';
import type { Word } from '../core/text.ts';
import type { PomFacts } from './file.ts';
import { type Element, elementsIn } from './xml.ts';

const BOOT = 'org.springframework.boot';

/** What a Maven build says, as far as it can be read. https://maven.apache.org/pom.html */
export function pomFacts(text: string): Known<PomFacts> {
  const book = factBook();
  const elements = elementsIn(text);
  const properties = new Map(
    elements.flatMap(({ path, value }) => (/^project\/properties\/[^/]+$/.test(path) ? [[path.slice('project/properties/'.length), value] as const] : [])),
  );
  const resolve = (word: Word | undefined): Word | undefined => (word && properties.get(/^\$\{([^}]+)\}$/.exec(word.text)?.[1] ?? '')) ?? word;
  const at = (path: string) => resolve(elements.find((it) => it.path === path)?.value);
  const fact = (word: Word | undefined): Fact | undefined => word && book.fact(word.text, word.span);

  const artifacts = artifactsIn(elements);
  const bootPlugin = artifacts.find(({ path, artifactId }) => path === 'project/build/plugins/plugin' && artifactId?.text === 'spring-boot-maven-plugin');
  const boot = artifacts.find(
    ({ artifactId, groupId, version }) => version && groupId?.text === BOOT && /^spring-boot-(?:starter-parent|dependencies|maven-plugin)$/.test(artifactId?.text ?? ''),
  );
  const pieces = {
    artifactId: fact(at('project/artifactId')),
    version: fact(at('project/version') ?? at('project/parent/version')),
    packaging: fact(at('project/packaging')),
    springBoot: fact(resolve(boot?.version) ?? properties.get('spring-boot.version')),
    bootPlugin: fact(bootPlugin?.artifactId),
    javaVersion: fact(resolve(properties.get('java.version') ?? properties.get('maven.compiler.release') ?? properties.get('maven.compiler.source'))),
    finalName: fact(at('project/build/finalName')),
  };
  return book.known({
    ...present(pieces),
    modules: elements.flatMap(({ path, value }) => (path === 'project/modules/module' ? [book.fact(value.text, value.span)] : [])),
    dependencies: artifacts.filter(({ path }) => path === 'project/dependencies/dependency').flatMap((it) => dependencyOf(it, book)),
  });
}

interface Artifact {
  readonly path: string;
  readonly groupId?: Word;
  readonly artifactId?: Word;
  readonly version?: Word;
}

/** Everything that is named by its coordinates, in the order of the file. */
function artifactsIn(elements: readonly Element[]): Artifact[] {
  const found = new Map<number, Artifact>();
  for (const { path, owner, value } of elements) {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (name === 'groupId' || name === 'artifactId' || name === 'version') found.set(owner, { ...found.get(owner), path: path.slice(0, slash), [name]: value });
  }
  return [...found.values()];
}

const dependencyOf = ({ groupId, artifactId }: Artifact, book: Book): Fact[] => (groupId && artifactId ? [book.fact(`${groupId.text}:${artifactId.text}`, artifactId.span)] : []);

/** Without what is not there. */
function present<Key extends string>(pieces: Readonly<Record<Key, Fact | undefined>>): { readonly [K in Key]?: Fact } {
  const kept: { [K in Key]?: Fact } = {};
  for (const key in pieces) {
    const it = pieces[key];
    if (it) kept[key] = it;
  }
  return kept;
}
