import type { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings, type Reported, type RuleSettings } from '../core/check.ts';
import type { Files } from '../core/files.ts';
import type { Failed } from '../core/run.ts';
import type { Project } from '../project/load.ts';
import type { Documents } from './documents.ts';
import { type Source, sourceOf } from './languages.ts';

/** What is known of one open document. */
interface Known {
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
  /** What would be said of an open document if this were its text. */
  imagined(uri: string, text: string): Promise<readonly Reported[]>;
  /** A file was changed, made or deleted; answers the open documents that may say something else now. */
  changed(uri: string): string[];
  configure(settings: RuleSettings): void;
  forget(uri: string): void;
}

export function problemsIn(documents: Documents, files: Files, failed: Failed): Problems {
  const known = new Map<string, Known>();
  let settings = defaultSettings;

  return {
    async of(uri) {
      const open = documents.judged().includes(uri) ? await documents.get(uri) : undefined;
      if (!open) return undefined;
      const { document, source } = open;
      const before = known.get(uri);
      if (before?.source === source && before.settings === settings) return { document, source, reported: before.reported };
      const { version } = document;
      const checked = await source.check?.(uri, document.getText(), files, settings, failed);
      // Somebody typed meanwhile: what was found no longer fits.
      if (document.version !== version) return this.of(uri);
      if (checked) known.set(uri, { source, ...checked, settings });
      return { document, source, reported: checked?.reported ?? [] };
    },

    async imagined(uri, text) {
      const { source, project } = known.get(uri) ?? {};
      const other = source && (await sourceOf(source.language, text, source));
      return (await other?.check?.(uri, text, files, settings, failed, project))?.reported ?? [];
    },

    changed(uri) {
      const affected = [...known].filter(([own, { project }]) => own !== uri && project.files.has(uri)).map(([own]) => own);
      for (const own of affected) known.delete(own);
      return affected;
    },

    configure(next) {
      settings = next;
      known.clear();
    },

    forget(uri) {
      known.delete(uri);
    },
  };
}
