import { type Edit, insert } from '../core/rule.ts';
import type { Node } from './file.ts';
import type { Part } from './model.ts';

/** Adds an item to a list of names or paths, one a line. Nothing where the list is written otherwise, or stands elsewhere. Counts from the part's start. */
export function addItem({ alone, block }: Part, list: Node | undefined, item: string): Edit | undefined {
  const last = list?.kind === 'sequence' && !list.flow ? list.items.at(-1) : undefined;
  if (!alone || last?.kind !== 'scalar') return undefined;
  const margin = block.text.slice(block.text.lastIndexOf('\n', last.span.start - 1) + 1, last.span.start);
  return /^[ \t]*- +$/.test(margin) && /^[\w./-]+$/.test(item) ? insert(last.span.end, `${block.text.includes('\r\n') ? '\r\n' : '\n'}${margin}${item}`) : undefined;
}
