import { type Edit, insert } from '../../core/rule.ts';
import { plainOf, type Snippet } from '../../core/snippet.ts';
import { declaration, textOfFile } from '../declare.ts';
import { definitions } from '../facts.ts';
import type { ComposeModel, ResourceSection } from '../model.ts';

/** How the names that a snippet uses come to be defined. */
export interface Declared {
  /** Sections that stand behind the snippet, as part of it: its tab stops are theirs too. */
  readonly below?: string;
  /** Definitions elsewhere in the file. */
  readonly also?: readonly Edit[];
}

const SECTIONS: readonly ResourceSection[] = ['networks', 'volumes', 'secrets', 'configs'];

/** What of `declares` a file does not define yet. `isLast`: nothing follows the snippet, so that new sections can be a part of it. */
export function missing(model: ComposeModel, declares: NonNullable<Snippet['declares']>, step: number, isLast: boolean): Declared {
  const text = textOfFile(model);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: Edit[] = [];
  const sections: string[] = [];
  for (const section of SECTIONS) {
    const known = new Set(definitions(model.file, section).map(({ name }) => name));
    const wanted = Object.entries(declares[section] ?? {}).filter(([name]) => !known.has(plainOf(name)));
    if (wanted.length === 0) continue;
    if (model.heads.some(({ name }) => name === section)) {
      const own = wanted.map(([name, lines]) => declaration(model, section, plainOf(name), lines.map(plainOf)));
      edits.push(...joined(own.filter((it) => it !== undefined)));
    } else sections.push(`${section}:\n${wanted.map(([name, lines]) => entry(name, lines, step)).join('\n')}\n`);
  }
  if (sections.length === 0) return edits.length === 0 ? {} : { also: edits };
  if (isLast) return { below: `\n\n${sections.join('\n').trimEnd()}`, ...(edits.length > 0 && { also: edits }) };
  const end = text.length;
  const own = `${text.endsWith('\n') ? '' : '\n'}\n${plainOf(sections.join('\n'))}`.replace(/\n/g, newline);
  return { also: joined([...edits, insert(end, own)]) };
}

function entry(name: string, lines: readonly string[], step: number): string {
  const margin = ' '.repeat(step);
  return lines.length === 0 ? `${margin}${name}: {}` : [`${margin}${name}:`, ...lines.map((line) => margin.repeat(2) + line)].join('\n');
}

/** Insertions at one place as one, in their order. */
function joined(edits: readonly Edit[]): Edit[] {
  const found: Edit[] = [];
  for (const edit of edits) {
    const last = found.findIndex(({ span }) => span.start === edit.span.start && span.end === edit.span.end);
    const before = found[last];
    if (before) found[last] = { span: before.span, text: before.text + edit.text };
    else found.push(edit);
  }
  return found;
}
