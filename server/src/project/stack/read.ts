import { modelOf } from '../../compose/model.ts';
import { parse as parseCompose } from '../../compose/parse.ts';
import type { ComposeFacts } from '../../compose/stack-facts.ts';
import { composeStackFacts } from '../../compose/stack-facts.ts';
import type { Known } from '../../core/fact.ts';
import { parse as parseDockerfile } from '../../dockerfile/parse.ts';
import { type DockerfileFacts, dockerfileStackFacts } from '../../dockerfile/stack-facts.ts';
import { type NginxFacts, nginxFacts } from '../../nginx/index.ts';

/** What may be known of a file, by what it is. */
export interface FactsByKind {
  readonly compose: ComposeFacts;
  readonly dockerfile: DockerfileFacts;
  readonly nginx: NginxFacts;
}

export type StackKind = keyof FactsByKind;

/** How the text of a file becomes what is known of it. Any text gives something. */
export const READERS: { readonly [K in StackKind]: (text: string) => Known<FactsByKind[K]> } = {
  compose: (text) => composeStackFacts(modelOf(parseCompose(text))),
  dockerfile: (text) => dockerfileStackFacts(parseDockerfile(text)),
  nginx: nginxFacts,
};
