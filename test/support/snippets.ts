import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-types';
import { type Abilities, itemsOf } from '../../server/src/service/completion.ts';
import { languageOf, sourceOf } from '../../server/src/service/languages.ts';
import { withCursor } from './marks.ts';

/** An entry of a file under `snippets/`. */
export interface Entry {
  readonly prefix?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly place?: string;
  readonly isFileTemplate?: boolean;
  readonly description: string;
  readonly body: readonly string[];
}

const folder = path.resolve(import.meta.dirname, '../../snippets');

export const snippetsOf = (file: string): [string, Entry][] => Object.entries(JSON.parse(readFileSync(path.join(folder, `${file}.json`), 'utf8')));

/** A snippet as it stands when somebody only presses Tab: written without the product's own reader, as a second opinion. */
export function expanded(body: string): string {
  const defaults = new Map<string, string>();
  let text = body.replace(/\\([\\$}])/g, (_, sign: string) => `\uE000${sign.charCodeAt(0)}\uE001`);
  const unescaped = (it: string) => it.replace(/\uE000(\d+)\uE001/g, (_, code: string) => String.fromCharCode(Number(code)));
  for (const [, number = '', first = ''] of text.matchAll(/\$\{(\d+)\|([^,|]+)[^|]*\|\}/g)) if (!defaults.has(number)) defaults.set(number, first);
  text = text.replace(/\$\{(\d+)\|[^|]*\|\}/g, (_, number: string) => defaults.get(number) ?? '');
  for (let before = ''; before !== text; ) {
    before = text;
    // Innermost first.
    text = text.replace(/\$\{(\d+):([^${}]*)\}/, (_, number: string, own: string) => {
      if (!defaults.has(number)) defaults.set(number, own);
      return defaults.get(number) ?? '';
    });
  }
  return unescaped(text.replace(/\$(?:(\d+)|\{(\d+)\})/g, (_, bare: string | undefined, braced: string | undefined) => defaults.get(bare ?? braced ?? '') ?? ''));
}

export const able: Abilities = { snippets: true, margins: true };

/** What is offered at the cursor `<|>` of a text. */
export async function offered(
  languageId: string,
  marked: string,
  uri = 'file:///shop/compose.yaml',
  abilities = able,
): Promise<{ document: TextDocument; items: CompletionItem[] }> {
  const { text, offset } = withCursor(marked);
  const document = TextDocument.create(uri, languageId, 1, text);
  const language = languageOf(languageId, uri);
  if (!language) throw new Error(`no language for ${languageId}`);
  const source = await sourceOf(language, text);
  return { document, items: itemsOf(document, language, (await source.completionsAt?.(offset)) ?? [], abilities) };
}

/** The text with an item taken and every default kept. */
export function accepted(document: TextDocument, item: CompletionItem): string {
  if (!item.textEdit || !('range' in item.textEdit)) throw new Error('no edit');
  return TextDocument.applyEdits(document, [{ range: item.textEdit.range, newText: expanded(item.textEdit.newText) }, ...(item.additionalTextEdits ?? [])]);
}
