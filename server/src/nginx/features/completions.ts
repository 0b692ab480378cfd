import { aloneOnLine, type Completion, lineStart, ofSnippet, outerLines } from '../../core/completion.ts';
import { snippets } from '../../generated/snippets.ts';
import { tokens } from '../parse.ts';

/** What may be typed at `offset` of an nginx configuration: snippets that belong to the block there, where a directive begins. */
export function completionsAt(text: string, offset: number): readonly Completion[] {
  const word = aloneOnLine(text, offset);
  const block = word && blockAt(text.slice(0, word.start));
  if (!word || !block) return [];
  return snippets.nginx
    .filter((it) => it.place.split(' ').includes(block) && !outerLines(it.body).some((line) => isNamed(line) && text.includes(line)))
    .map((it) => ofSnippet(it, word, word.start - lineStart(text, word.start), it.body));
}

/** A block of which a file has one with these words. */
const isNamed = (line: string) => line.endsWith('{') && line !== 'server {';

/**
 * The block that is open at the end of a text; `http` for the top of a file, as most files are included there.
 * Nothing in the middle of a directive.
 */
function blockAt(text: string): string | undefined {
  const open: string[] = [];
  let first: string | undefined;
  for (const { kind, text: token } of tokens(text)) {
    if (kind === 'word') {
      first ??= token;
      continue;
    }
    if (kind === '{') open.push(first ?? '');
    else if (kind === '}') open.pop();
    first = undefined;
  }
  return first === undefined ? (open.at(-1) ?? 'http') : undefined;
}
