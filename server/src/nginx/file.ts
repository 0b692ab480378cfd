import type { Fact } from '../core/fact.ts';
import type { Span, Word } from '../core/text.ts';

/** A directive with its arguments, in a file that is a list of them. */
export interface Directive {
  readonly name: Word;
  /** Without quotes; the span of a quoted argument is what stands between them. */
  readonly args: readonly Word[];
  /** What its braces hold; absent for a directive that ends with `;`. */
  readonly block?: readonly Directive[];
  /** Without the blanks around it. */
  readonly span: Span;
}

/** A piece of the file that is one token to nginx. */
export interface Token extends Word {
  readonly kind: 'word' | ';' | '{' | '}';
}

/** What nginx hands a request on to. */
export interface Pass {
  readonly directive: PassDirective;
  /** The argument as written. */
  readonly whole: Fact;
  readonly scheme?: string;
  /** Absent for a Unix socket and where a variable says it all. May hold a variable, and may name an upstream. */
  readonly host?: Fact;
  readonly port?: Fact;
  /** The part that takes the place of the location's, with its leading `/`. */
  readonly path?: Fact;
  /** A part comes from a variable: nginx then looks names up while it runs. A variable set to an address in the same file is replaced by it. */
  readonly usesVariable: boolean;
}

export type PassDirective = 'proxy_pass' | 'fastcgi_pass' | 'uwsgi_pass' | 'grpc_pass' | 'memcached_pass' | 'scgi_pass';

export interface Location {
  readonly path: Fact;
  /** `=`, `~`, `~*`, `^~`. */
  readonly modifier?: Fact;
  /** Also those of conditions inside it; those of locations inside it are theirs. */
  readonly passes: readonly Pass[];
}

export interface Listen {
  readonly port: Fact;
  readonly ssl: boolean;
}

export interface Server {
  readonly listens: readonly Listen[];
  readonly names: readonly Fact[];
  /** Locations inside others too. */
  readonly locations: readonly Location[];
  /** Those that stand in no location. */
  readonly passes: readonly Pass[];
}

export interface UpstreamServer {
  readonly host: Fact;
  readonly port?: Fact;
}

export interface Upstream {
  readonly name: Fact;
  readonly servers: readonly UpstreamServer[];
}

/** What a project wants to know of an nginx configuration. */
export interface NginxFacts {
  readonly servers: readonly Server[];
  readonly upstreams: readonly Upstream[];
  readonly resolver?: Fact;
  readonly includes: readonly Fact[];
  /** It is a whole configuration, with `events` or `http`, not one that another includes. */
  readonly isMain: boolean;
  /** Locations that stand in no server, as in a file that another one includes. */
  readonly locations: readonly Location[];
}
