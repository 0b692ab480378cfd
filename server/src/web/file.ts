import type { Fact } from '../core/fact.ts';

export interface Script {
  readonly name: Fact;
  readonly command: Fact;
}

export interface Dependency {
  readonly name: Fact;
  readonly version: Fact;
  readonly kind: DependencyKind;
}

export type DependencyKind = 'dependencies' | 'devDependencies' | 'peerDependencies' | 'optionalDependencies';

/** What a project wants to know of a `package.json`. */
export interface PackageFacts {
  readonly name?: Fact;
  readonly scripts: readonly Script[];
  readonly dependencies: readonly Dependency[];
  /** `pnpm@9.1.0` */
  readonly packageManager?: Fact;
  readonly engines: readonly { readonly name: Fact; readonly version: Fact }[];
  /** `module` or `commonjs` */
  readonly type?: Fact;
  readonly main?: Fact;
}

/** A URL in a configuration file; a piece may hold an expression as written: `${process.env.API_HOST}`. */
export interface WebAddress {
  readonly whole: Fact;
  readonly scheme: string;
  readonly host: Fact;
  readonly port?: Fact;
  readonly path?: Fact;
}

/** Where an address comes from that the file puts together, as in `${process.env.API_URL ?? 'http://localhost:8080'}/api`, also by way of a constant. */
export interface WebOrigin {
  /** The variable's name. */
  readonly environment?: Fact;
  /** The text it begins with where the variable is not set. */
  readonly base?: Fact;
}

/** Where the server of Next.js sends a path of its own. */
export interface Rewrite extends WebOrigin {
  readonly source?: Fact;
  /** Without quotes; of a template what stands between the backticks; of another expression its first word. */
  readonly destination: Fact;
}

export interface Proxy extends WebOrigin {
  readonly path: Fact;
  /** As a rewrite's destination. */
  readonly target: Fact;
}

/** `process.env.NAME`, and what stands in for it: `?? 'http://localhost:8080'`. */
export interface EnvironmentUse {
  readonly name: Fact;
  readonly fallback?: Fact;
}

/** What a project wants to know of `next.config.*` or `vite.config.*`. */
export interface ConfigFacts {
  /** Next.js: `standalone` or `export`. */
  readonly output?: Fact;
  /** Whether the word stands somewhere in the code, in whatever way, or another file of settings is brought in: then nothing can be said of its absence. */
  readonly mentions: { readonly host: boolean; readonly standalone: boolean; readonly otherConfig: boolean };
  /** Every URL that is no comment. */
  readonly addresses: readonly WebAddress[];
  readonly rewrites: readonly Rewrite[];
  readonly usesEnvironment: readonly EnvironmentUse[];
  /** Vite: `server.host` (also `true`) and `server.port`. */
  readonly server: { readonly host?: Fact; readonly port?: Fact };
  /** Vite: what `server.proxy` hands on to whom. */
  readonly proxies: readonly Proxy[];
}
