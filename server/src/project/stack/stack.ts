import type { ComposeFacts, ServiceFact } from '../../compose/stack-facts.ts';
import type { Fact } from '../../core/fact.ts';
import type { FileKind } from '../../core/files.ts';
import type { DockerfileFacts, StageFact } from '../../dockerfile/stack-facts.ts';
import type { IgnoreFacts } from '../../dockerignore/facts.ts';
import type { DotenvFacts } from '../../dotenv/stack-facts.ts';
import type { GradleFacts, PomFacts } from '../../java/index.ts';
import type { NginxFacts } from '../../nginx/index.ts';
import type { SettingsFacts } from '../../settings/index.ts';
import type { ConfigFacts, PackageFacts } from '../../web/index.ts';
import type { SourceState } from './copies.ts';
import type { ScriptFacts } from './read.ts';

/** A file of the stack with what is known of it. */
export interface StackFile<Facts> {
  readonly uri: string;
  readonly facts: Facts;
}

/** A place in a file of the stack: a fact, or the piece of its text from one offset to another. */
export interface Spot {
  readonly uri: string;
  readonly fact: Fact;
  readonly from?: number;
  readonly to?: number;
}

/** A script of the context that a Dockerfile starts. */
export interface Program {
  readonly script: StackFile<ScriptFacts>;
  /** The word that names it. */
  readonly at: Fact;
  /** It is the program itself, not given to a shell. */
  readonly isDirect: boolean;
  readonly stage: StageFact;
}

/** How a service's image is built. */
export interface StackBuild extends NodeFolder {
  /** Address of the context's folder, with a slash behind it. */
  readonly context: string;
  /** Where the compose file says so. */
  readonly at: Spot;
  /** Absent where there is none, or none that may be read. */
  readonly dockerfile?: StackFile<DockerfileFacts>;
  /** The stages that end up in the image, from its base to the last. */
  readonly stages: readonly StageFact[];
  /** `<Dockerfile>.dockerignore`, else the context's own. */
  readonly ignore?: StackFile<IgnoreFacts>;
  /** What becomes of the Dockerfile's sources that are not taken. */
  readonly sources: ReadonlyMap<Fact, SourceState>;
  /** What ENTRYPOINT and CMD of the image start, and the wrappers of Gradle and Maven that RUN does. */
  readonly programs: readonly Program[];
  readonly gradle?: StackFile<GradleFacts>;
  readonly pom?: StackFile<PomFacts>;
  /** `application.yml` and its like. */
  readonly settings: readonly StackFile<SettingsFacts>[];
}

/** The folder of a Node.js program. */
export interface NodeFolder {
  /** What lies in the folder itself. */
  readonly entries: ReadonlySet<string>;
  readonly package?: StackFile<PackageFacts>;
  readonly web: readonly StackFile<ConfigFacts>[];
}

/** A service with all that its files say of it; what an override adds stands behind. */
export interface StackService {
  readonly name: string;
  readonly parts: readonly StackFile<ServiceFact>[];
  readonly build?: StackBuild;
  /** Of a service without a build: what is mounted where its command runs. */
  readonly mounted?: NodeFolder;
  /** nginx configuration that is mounted or copied into it. */
  readonly nginx: readonly StackFile<NginxFacts>[];
  /** nginx configuration that lies where one would put it for this service, which is nginx, but which it does not get. */
  readonly strayNginx: readonly StackFile<NginxFacts>[];
  readonly envFiles: readonly StackFile<DotenvFacts>[];
}

/** A project as all its files show it: the compose files and what they point at. */
export interface Stack {
  /** The compose file that Compose would begin with. */
  readonly uri: string;
  readonly compose: readonly StackFile<ComposeFacts>[];
  readonly services: readonly StackService[];
  /** The `.env` that Compose reads by itself, and the example that it is made from. */
  readonly dotenv?: StackFile<DotenvFacts>;
  readonly example?: StackFile<DotenvFacts>;
  /** What stands at an address; nothing where it was not looked at or may not be. */
  kindAt(uri: string): FileKind | undefined;
}

/** A word of a fact's text as a spot of its own. */
export const pieceOf = (uri: string, fact: Fact, from: number, to: number): Spot => ({ uri, fact, from, to });

/** What a service says under one of its lists, each with the file it stands in. */
export function* each<K extends ListKey>(service: StackService, key: K): Generator<{ readonly uri: string; readonly it: ServiceFact[K][number] }> {
  for (const { uri, facts } of service.parts) for (const it of facts[key]) yield { uri, it };
}

type ListKey = { [K in keyof ServiceFact]-?: ServiceFact[K] extends readonly unknown[] ? K : never }[keyof ServiceFact];
