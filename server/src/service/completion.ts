import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode, type TextEdit } from 'vscode-languageserver-types';
import type { Completion } from '../core/completion.ts';
import type { Edit } from '../core/rule.ts';
import { plainOf } from '../core/snippet.ts';
import type { Span } from '../core/text.ts';
import type { Language } from './languages.ts';

/** What the editor at the other end can do with a completion. */
export interface Abilities {
  /** It knows tab stops. */
  readonly snippets: boolean;
  /** It leaves the margins of a text of several lines as they are, where it is asked to. */
  readonly margins: boolean;
}

/** Completions in the words of the protocol. */
export function itemsOf(document: TextDocument, language: Language, completions: readonly Completion[], abilities: Abilities): CompletionItem[] {
  const rangeOf = ({ start, end }: Span) => ({ start: document.positionAt(start), end: document.positionAt(end) });
  const editOf = ({ span, text }: Edit): TextEdit => ({ range: rangeOf(span), newText: text });
  const newline = document.getText().includes('\r\n') ? '\r\n' : '\n';
  return completions.map((it, index): CompletionItem => {
    const typed = document.getText().slice(it.span.start, it.span.end).toLowerCase();
    // An editor that compares beginnings only must find the word that is being typed first.
    const words = [...it.words].sort((a, b) => Number(b.startsWith(typed)) - Number(a.startsWith(typed)));
    const text = textOf(it, abilities, newline);
    return {
      label: words[0] ?? '',
      kind: CompletionItemKind.Snippet,
      detail: it.meaning,
      documentation: { kind: 'markdown', value: `${it.meaning}\n\n\`\`\`${FENCES[language] ?? language}\n${plainOf(it.insert + (it.below ?? ''))}\n\`\`\`` },
      filterText: words.join(' '),
      sortText: String(index).padStart(3, '0'),
      insertTextFormat: abilities.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      insertTextMode: abilities.margins ? InsertTextMode.asIs : InsertTextMode.adjustIndentation,
      textEdit: { range: rangeOf(it.span), newText: abilities.snippets ? text : plainOf(text) },
      ...(it.also && { additionalTextEdits: it.also.map(editOf) }),
    };
  });
}

/** Where the name of a fence is not that of the language. */
const FENCES: Readonly<Partial<Record<Language, string>>> = { compose: 'yaml', dockerignore: 'ignore', shell: 'bash' };

/** Its lines moved in to where it stands; an editor that does this by itself gets them as they are, without what begins at the first column. */
function textOf({ insert, below = '', column }: Completion, { margins }: Abilities, newline: string): string {
  const text = margins ? insert.replace(/\n(?=.)/g, `\n${' '.repeat(column)}`) + below : insert;
  return text.replace(/\n/g, newline);
}
