import type { Source } from './value.ts';

/** Why Docker refuses the project, beyond what the rules say of each file by itself. */
export type Problem = { readonly at?: Source } & (
  | { readonly kind: 'no-file' }
  | { readonly kind: 'missing-file'; readonly what: 'compose' | 'include' | 'extends' | 'env_file' | 'label_file'; readonly path: string }
  | { readonly kind: 'no-mapping' | 'unreadable' }
  | { readonly kind: 'invalid-template'; readonly text: string }
  | { readonly kind: 'required-variable'; readonly name: string; readonly message: string }
  | { readonly kind: 'unknown-service'; readonly service: string; readonly path?: string }
  | { readonly kind: 'extends-cycle'; readonly service: string }
  | { readonly kind: 'include-cycle'; readonly path: string }
  | { readonly kind: 'undefined'; readonly section: string; readonly name: string; readonly service: string }
  /** It is there, but only runs with a profile that is not switched on. */
  | { readonly kind: 'inactive'; readonly name: string; readonly service: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'no-source'; readonly service: string }
  | { readonly kind: 'bad-dotenv' }
  | { readonly kind: 'bad-name'; readonly name: string }
);

/** What Docker says besides. */
export type Warning = { readonly at?: Source } & (
  | { readonly kind: 'unset-variable'; readonly name: string }
  | { readonly kind: 'boolean-spelling'; readonly text: string; readonly instead: string }
  | { readonly kind: 'obsolete-version' }
  | { readonly kind: 'several-files'; readonly files: readonly string[]; readonly taken: string }
);

/** Collects while a project is loaded. The same thing about the same place is said once. */
export interface Report {
  problem(problem: Problem): void;
  warn(warning: Warning): void;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

export function newReport(): Report {
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  const seen = new Set<string>();
  const isNew = (it: unknown) => {
    const key = JSON.stringify(it);
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  return {
    problems,
    warnings,
    problem: (it) => isNew(it) && problems.push(it),
    warn: (it) => isNew(it) && warnings.push(it),
  };
}
