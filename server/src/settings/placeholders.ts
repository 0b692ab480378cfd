import type { Span, Word } from '../core/text.ts';

/** `${NAME}` or `${NAME:default}` in a value. */
export interface Placeholder {
  readonly name: Word;
  /** May hold placeholders in turn; empty in `${NAME:}`. */
  readonly default?: Word;
  readonly span: Span;
}

/** The placeholders of a value, outermost ones. Spans hold where the text is what is written. https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.files.property-placeholders */
export function placeholdersIn({ text, span: { start } }: Word): Placeholder[] {
  const found: Placeholder[] = [];
  const cut = (from: number, to: number): Word => ({ text: text.slice(from, to), span: { start: start + from, end: start + to } });
  for (let open = text.indexOf('${'); open >= 0; ) {
    const close = closing(text, open);
    if (close < 0) break;
    const inside = text.slice(open + 2, close);
    const colon = inside.indexOf(':');
    const nested = inside.indexOf('${');
    const divided = colon >= 0 && (nested < 0 || colon < nested) ? open + 2 + colon : -1;
    found.push({
      name: cut(open + 2, divided < 0 ? close : divided),
      ...(divided >= 0 && { default: cut(divided + 1, close) }),
      span: { start: start + open, end: start + close + 1 },
    });
    open = text.indexOf('${', close + 1);
  }
  return found;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '$' && text[i + 1] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

/** A value with what its placeholders become: what `lookup` knows, else the default; a placeholder without either stays. */
export function filled(text: string, lookup: (name: string) => string | undefined, depth = 0): string {
  let result = '';
  let from = 0;
  for (const { name, default: fallback, span } of placeholdersIn({ text, span: { start: 0, end: text.length } })) {
    const known = lookup(name.text) ?? (fallback && (depth < 10 ? filled(fallback.text, lookup, depth + 1) : fallback.text));
    result += text.slice(from, span.start) + (known ?? text.slice(span.start, span.end));
    from = span.end;
  }
  return result + text.slice(from);
}
