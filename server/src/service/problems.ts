import type { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings, type Reported, type RuleSettings } from '../core/check.ts';
import type { Files } from '../core/files.ts';
import type { Failed } from '../core/run.ts';
import type { Project } from '../project/load.ts';
import { folderOf } from '../project/paths.ts';
import type { Documents } from './documents.ts';
import { withStack } from './judge.ts';
import { type Source, sourceOf } from './languages.ts';
import type { JudgedStack, Stacks } from './stacks.ts';

/** What the rules of its own language say of one open document. */
interface Own {
  readonly source: Source;
  readonly reported: readonly Reported[];
  readonly project: Project;
  readonly settings: RuleSettings;
}

/** The findings of an open document. */
export interface Found {
  readonly document: TextDocument;
  readonly source: Source;
  readonly reported: readonly Reported[];
}

/** The findings of open documents, each computed once for a version, its neighbours and the settings. */
export interface Problems {
  of(uri: string): Promise<Found | undefined>;
  /** What would be said of an open document if this were its text, by the rules of its own language. */
  imagined(uri: string, text: string): Promise<readonly Reported[]>;
  /** A file was typed in (`text`), or made, deleted or changed on disk (`file`); answers the open documents that may say something else now. */
  changed(uri: string, how: 'text' | 'file'): Promise<string[]>;
  configure(settings: RuleSettings): void;
  forget(uri: string): void;
}

/** Whether a stack was made with a look at a file, or at the list of its folder. */
const concerns = ({ looked }: JudgedStack, uri: string, how: 'text' | 'file'): boolean => looked.has(uri) || (how === 'file' && looked.has(folderOf(uri)));

export function problemsIn(documents: Documents, files: Files, stacks: Stacks, failed: Failed): Problems {
  const known = new Map<string, Own>();
  /** The stack that an open document was last judged with. */
  const judged = new Map<string, JudgedStack | undefined>();
  let settings = defaultSettings;

  async function ownOf(uri: string, document: TextDocument, source: Source): Promise<Own | undefined> {
    const before = known.get(uri);
    if (before?.source === source && before.settings === settings) return before;
    const { version } = document;
    const now = settings;
    const checked = await source.check?.(uri, document.getText(), files, now, failed);
    const own = checked && { source, ...checked, settings: now };
    // What somebody typed meanwhile is not what was looked at.
    if (own && document.version === version) known.set(uri, own);
    return own;
  }

  return {
    async of(uri) {
      const open = documents.judged().includes(uri) ? await documents.get(uri) : undefined;
      if (!open) return undefined;
      const { document, source } = open;
      const { version } = document;
      const own = await ownOf(uri, document, source);
      // Pages and scripts belong to no stack; folders need not be looked through for them.
      const stack = source.converted ? undefined : await stacks.of(uri, source.language === 'compose');
      if (document.version !== version) return this.of(uri);
      judged.set(uri, stack);
      return { document, source, reported: await withStack(uri, document.getText(), source, own?.reported ?? [], stack, settings) };
    },

    async imagined(uri, text) {
      const { source, project } = known.get(uri) ?? {};
      const other = source && (await sourceOf(source.language, text, source));
      return (await other?.check?.(uri, text, files, settings, failed, project))?.reported ?? [];
    },

    async changed(uri, how) {
      const affected = new Set<string>();
      for (const [own, { project }] of known) {
        if (own === uri || !(how === 'text' ? project.read : project.files).has(uri)) continue;
        known.delete(own);
        affected.add(own);
      }
      for (const [own, stack] of judged) {
        if (own === uri || affected.has(own) || !(stack && concerns(stack, uri, how))) continue;
        // Only where something else is known now is something else said.
        const now = await stacks.of(own);
        if (now?.found !== stack.found && saidOf(own, now) !== saidOf(own, stack)) affected.add(own);
      }
      return [...affected];
    },

    configure(next) {
      settings = next;
      known.clear();
    },

    forget(uri) {
      known.delete(uri);
      judged.delete(uri);
    },
  };
}

/** What the rules over a stack say of one of its files, and what they keep others from saying of it; the same text for the same. */
const saidOf = (uri: string, stack: JudgedStack | undefined): string =>
  JSON.stringify(stack?.known.has(uri) ? stack.found.filter(([, { at, instead = [] }]) => at.uri === uri || instead.some((it) => it.at.uri === uri)) : []);
