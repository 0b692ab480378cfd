import { placedAt } from '../../core/text.ts';
import type { DockerfileFile } from '../file.ts';

/** Whether a comment may stand on a line of its own above the line of `offset`: not inside a heredoc, whose text it would become, nor above directives. */
export function takesCommentAbove(file: DockerfileFile, offset: number): boolean {
  const placed = placedAt(file.blocks, offset);
  if (!placed) return true;
  const { start, block } = placed;
  if (block.directives.length > 0) return false;
  const at = offset - start;
  const line = at === 0 ? 0 : block.text.lastIndexOf('\n', at - 1) + 1;
  return !(block.instruction?.heredocs ?? []).some(({ body, close }) => body.start <= line && line <= (close?.start ?? body.end));
}
