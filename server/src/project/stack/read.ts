import { modelOf } from '../../compose/model.ts';
import { parse as parseCompose } from '../../compose/parse.ts';
import { type ComposeFacts, composeStackFacts } from '../../compose/stack-facts.ts';
import { type Fact, factBook, type Known } from '../../core/fact.ts';
import { parse as parseDockerfile } from '../../dockerfile/parse.ts';
import { type DockerfileFacts, dockerfileStackFacts } from '../../dockerfile/stack-facts.ts';
import { type IgnoreFacts, ignoreFacts } from '../../dockerignore/facts.ts';
import { type DotenvFacts, dotenvStackFacts } from '../../dotenv/stack-facts.ts';
import { type GradleFacts, gradleFacts, type PomFacts, pomFacts } from '../../java/index.ts';
import { type NginxFacts, nginxFacts } from '../../nginx/index.ts';
import { type SettingsFacts, settingsFacts } from '../../settings/index.ts';
import { type ConfigFacts, nextFacts, type PackageFacts, packageFacts } from '../../web/index.ts';

/** What is known of a shell script. */
export interface ScriptFacts {
  /** Its first line, `#!/bin/sh` as a rule. */
  readonly first: Fact;
  /** The line ends as Windows has them. */
  readonly isCrlf: boolean;
}

/** What may be known of a file, by what it is. */
export interface FactsByKind {
  readonly compose: ComposeFacts;
  readonly dockerfile: DockerfileFacts;
  readonly dockerignore: IgnoreFacts;
  readonly dotenv: DotenvFacts;
  readonly gradle: GradleFacts;
  readonly nginx: NginxFacts;
  readonly package: PackageFacts;
  readonly pom: PomFacts;
  readonly script: ScriptFacts;
  readonly settings: SettingsFacts;
  /** `next.config.*` and `vite.config.*`. */
  readonly web: ConfigFacts;
}

export type StackKind = keyof FactsByKind;

/** How the text of a file becomes what is known of it. Any text gives something. */
export const READERS: { readonly [K in StackKind]: (text: string, name: string) => Known<FactsByKind[K]> } = {
  compose: (text) => composeStackFacts(modelOf(parseCompose(text))),
  dockerfile: (text) => dockerfileStackFacts(parseDockerfile(text)),
  dockerignore: ignoreFacts,
  dotenv: dotenvStackFacts,
  gradle: gradleFacts,
  nginx: nginxFacts,
  package: packageFacts,
  pom: pomFacts,
  script: scriptFacts,
  settings: (text, name) => settingsFacts(name, text),
  web: nextFacts,
};

function scriptFacts(text: string): Known<ScriptFacts> {
  const book = factBook();
  const newline = text.indexOf('\n');
  const line = newline < 0 ? text : text.slice(0, newline);
  const first = line.slice(0, 200).replace(/\r$/, '');
  return book.known({ first: book.fact(first, { start: 0, end: first.length }), isCrlf: line.endsWith('\r') });
}
