import { placedAt } from '../../core/text.ts';
import type { ComposeFile, Node } from '../file.ts';

/** Whether a comment may stand on a line of its own above the line of `offset`: not where that would put it inside a text of several lines. */
export function takesCommentAbove(file: ComposeFile, offset: number): boolean {
  const placed = placedAt(file.blocks, offset);
  if (!placed) return true;
  const { start, block } = placed;
  const at = offset - start;
  const line = at === 0 ? 0 : block.text.lastIndexOf('\n', at - 1) + 1;
  return !block.documents.some((document) => document && goesOnAt(document, line));
}

/** Whether a scalar that began on a line above goes on at `line`. */
function goesOnAt(node: Node, line: number): boolean {
  if (node.span.start >= line || node.span.end <= line) return false;
  if (node.kind === 'scalar') return true;
  if (node.kind === 'sequence') return node.items.some((item) => goesOnAt(item, line));
  return node.kind === 'mapping' && node.entries.some(({ key, value }) => goesOnAt(key, line) || (value !== undefined && goesOnAt(value, line)));
}
