import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type Language, languageOf, type Source, sourceOf } from './languages.ts';

/** An open document. Its source is read when somebody first asks for this version. */
interface Open {
  readonly language: Language;
  document: TextDocument;
  source: Promise<Source> | undefined;
  /** The last source that was read, whose blocks the next one takes over. */
  previous: Source | undefined;
}

/** The documents that are open in the editor, each parsed at most once a version. */
export class Documents {
  readonly #open = new Map<string, Open>();

  /** How often a document was opened, typed in or closed. */
  edits = 0;

  open(uri: string, languageId: string, version: number, text: string): void {
    const language = languageOf(languageId, uri);
    if (!language) return;
    this.edits++;
    this.#open.set(uri, { language, document: TextDocument.create(uri, languageId, version, text), source: undefined, previous: undefined });
  }

  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    const open = this.#open.get(uri);
    if (!open) return;
    this.edits++;
    open.document = TextDocument.update(open.document, changes, version);
    open.source = undefined;
  }

  close(uri: string): void {
    if (this.#open.delete(uri)) this.edits++;
  }

  /** The open documents; findings may stand in all of them. */
  judged(): string[] {
    return [...this.#open.keys()];
  }

  /** The open compose files. */
  composeFiles(): string[] {
    return [...this.#open].filter(([, { language }]) => language === 'compose').map(([uri]) => uri);
  }

  /** The text of an open document; nothing for one that is only on disk. */
  textOf(uri: string): string | undefined {
    return this.#open.get(uri)?.document.getText();
  }

  /** A document with its source, both of the version that is open now. */
  async get(uri: string): Promise<{ readonly document: TextDocument; readonly source: Source } | undefined> {
    const open = this.#open.get(uri);
    if (!open) return undefined;
    const { document } = open;
    const { version } = document;
    open.source ??= sourceOf(open.language, document.getText(), open.previous).then((source) => {
      open.previous = source;
      return source;
    });
    const source = await open.source;
    // The document is changed in place; what was typed meanwhile is read too.
    return document.version === version ? { document, source } : this.get(uri);
  }
}
