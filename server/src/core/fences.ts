import { linesOf, type Span } from './text.ts';

/** A fenced code block of a Markdown file: what stands between its fences. */
export interface Fence extends Span {
  /** In lower case; empty where none is named. */
  readonly language: string;
}

/** The fenced code blocks of a Markdown file, also in lists and quotations. https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
export function fencesOf(text: string): Fence[] {
  const found: Fence[] = [];
  let open: { readonly fence: string; readonly language: string; readonly start: number } | undefined;
  for (const { start, end } of linesOf(text)) {
    const [, fence, language = ''] = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})\s*([\w-]*)/.exec(text.slice(start, end)) ?? [];
    if (!fence) continue;
    if (!open) open = { fence, language: language.toLowerCase(), start: end };
    else if (language === '' && fence.startsWith(open.fence)) {
      found.push({ language: open.language, start: open.start, end: start });
      open = undefined;
    }
  }
  if (open) found.push({ language: open.language, start: open.start, end: text.length });
  return found;
}
