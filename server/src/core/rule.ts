import { type Span, shift } from './text.ts';

/** `error` only where Docker itself refuses, or the app certainly cannot work. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Replaces a stretch of the file that is checked. An empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  /** Korean, what the light bulb shows. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** It cures without changing anything that works: preferred, and part of “fix all”. */
  readonly safe?: true;
}

/** Another place that explains a finding. */
export interface Related {
  readonly at: Span;
  readonly message: string;
  /** Its file where that is another one, as a path relative to the checked file's folder. `at` counts in that file. */
  readonly file?: string;
  /** The same, as an address. */
  readonly uri?: string;
}

/** What a rule has to say about one place. */
export interface Finding {
  readonly at: Span;
  /** One Korean sentence that names the cause and the cure. */
  readonly message: string;
  /** Where this case weighs otherwise than the rule. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** How an editor may draw it: faded or struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** The page of a rule: what is seen, why it matters, how it is cured. Korean. */
export interface RuleLesson {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly how: string;
}

/** A file as a learner may meet it. Marks: a line `# ^^^` underlines the line above it; a rule's tests take such lines out. */
export interface Example {
  readonly good?: string;
  readonly bad?: string;
  /** What the first fix of the first finding makes of `bad`. */
  readonly fixed?: string;
  /** Its path where it is not the usual one of its language: `nginx/default.conf`. */
  readonly file?: string;
  /** Files beside it, by path. */
  readonly around?: Readonly<Record<string, string>>;
}

/** How sharply the rules look: for learning, for work, as in an examination (errors only). */
export type Profile = 'beginner' | 'work' | 'exam';

/** What every rule says about itself, whatever it looks at. */
export interface RuleInfo {
  /** `off`: it speaks only where somebody switches it on. */
  readonly severity: Severity | 'off';
  /** Severities of single profiles, where they are not the rule's own. */
  readonly profiles?: Readonly<Partial<Record<Profile, Severity | 'off'>>>;
  readonly lesson: RuleLesson;
  /** The catalogue's id and the names peers have for it: `C202`, `DL3006`, `dclint:no-version-field`. */
  readonly also: readonly string[];
  /** The official page. */
  readonly href?: string;
  /** It looks at other files too. */
  readonly scope?: 'project';
  readonly examples: readonly Example[];
}

export const replace = (span: Span, text: string): Edit => ({ span, text });

export const insert = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text });

/** A finding whose spans count from `start`, as it stands in the file. */
export function placed(start: number, finding: Finding): Finding {
  if (start === 0) return finding;
  const { at, fixes, related } = finding;
  return {
    ...finding,
    at: shift(at, start),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(({ span, text }) => ({ span: shift(span, start), text })) })) }),
    ...(related && { related: related.map((it) => (it.file === undefined && it.uri === undefined ? { ...it, at: shift(it.at, start) } : it)) }),
  };
}
