import { type Edit, insert } from '../core/rule.ts';
import { indentAt } from './indentation.ts';
import type { ComposeModel, ResourceSection } from './model.ts';

/** The whole text of the file, as it was read. */
export const textOfFile = ({ file }: ComposeModel): string => file.blocks.map(({ block }) => block.text).join('');

/**
 * Defines a name in a top-level section: behind the section's last entry, or in a new section at the end of the file.
 * Nothing where the section is written in a way that a line can't be added to.
 */
export function declaration(model: ComposeModel, section: ResourceSection, name: string, lines: readonly string[] = []): Edit | undefined {
  if (!/^[a-zA-Z0-9._-]+$/.test(name)) return undefined;
  const text = textOfFile(model);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const entry = (indent: number) => [`${' '.repeat(indent)}${name}:`, ...lines.map((line) => `${' '.repeat(indent * 2)}${line}`)].map((line) => line + newline).join('');
  const head = model.heads.find((it) => it.name === section);
  if (!head) {
    if (model.file.blocks.some(({ block }) => block.documents.length > 1) || /^\s*\{/.test(text)) return undefined;
    return insert(text.length, `${text === '' || text.endsWith('\n') ? '' : newline}${section}:${newline}${entry(2)}`);
  }
  const last = model.resources[section].at(-1);
  if (!last || head.value?.anchor || (head.value?.kind === 'mapping' && head.value.flow)) return undefined;
  const at = last.start + (last.value?.span.end ?? last.key.span.end);
  const end = text.indexOf('\n', Math.max(at - 1, 0));
  const indent = indentAt(text, last.start + last.key.span.start);
  if (indent === 0) return undefined;
  return end < 0 ? insert(text.length, `${newline}${entry(indent).trimEnd()}`) : insert(end + 1, entry(indent));
}
