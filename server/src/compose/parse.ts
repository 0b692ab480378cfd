import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseAllDocuments, type Scalar as YamlScalar } from 'yaml';
import { reuse } from '../core/blocks.ts';
import type { Span, Word } from '../core/text.ts';
import type { Block, ComposeFile, Entry, Node, PlacedBlock, Scalar } from './file.ts';
import { split } from './split.ts';

/**
 * Any text as a compose file. Blocks of `previous` whose text did not change are taken over, moved or not;
 * the answer is the same as without it. A text that does not split cleanly is one block.
 */
export function parse(text: string, previous?: ComposeFile): ComposeFile {
  const pieces = split(text);
  if (!pieces) return whole(text, previous);
  const placed = reuse(text, pieces, previous?.blocks ?? [], blockOf);
  if (pieces.length > 1 && placed.some(({ block }) => block.errors.some(reachesOut) || block.documents.length > 1)) return whole(text, previous);
  return { blocks: placed.map(({ start, block }, i): PlacedBlock => ({ start, block, ...sectionOf(pieces[i]) })) };
}

const sectionOf = (piece: { section?: string } | undefined) => (piece?.section === undefined ? {} : { section: piece.section });

const whole = (text: string, previous?: ComposeFile): ComposeFile => ({
  blocks: reuse(text, [{ start: 0, end: text.length }], previous?.blocks.length === 1 ? previous.blocks : [], blockOf),
});

/** Errors that may mean the cut was wrong, such as a quote that is closed in the next block. */
const reachesOut = ({ code }: { readonly code: string }) => !LOCAL.has(code);
const LOCAL = new Set(['MISSING_CHAR_KEY', 'DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'KEY_OVER_1024_CHARS', 'BAD_ALIAS']);

function blockOf(text: string): Block {
  if (isTooDeep(text)) return tooDeep(text);
  try {
    const documents = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false, strict: true, logLevel: 'silent', version: '1.2', merge: false });
    const list = 'empty' in documents ? [] : documents;
    return {
      text,
      documents: list.map((document) => document.contents ?? undefined).map((node) => node && lower(node, text, 0)),
      errors: list.flatMap((document) => document.errors.map(({ code, pos, message }) => ({ code: specific(code, message), span: { start: pos[0], end: pos[1] } }))),
    };
  } catch {
    // The parser's own recursion ended.
    return tooDeep(text);
  }
}

/** Nothing is said about a file that nests so deep; the parser would take seconds for it. */
const tooDeep = (text: string): Block => ({ text, documents: [], errors: [{ code: 'TOO_DEEP', span: { start: 0, end: text.length } }] });

const DEPTH = 200;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (sign === '[' || sign === '{' ? 1 : -1));
    if (depth > DEPTH) return true;
  }
  return false;
}

/** A key without its colon is the commonest state of a line being typed, and stays within its block. */
const specific = (code: string, message: string) => (code === 'MISSING_CHAR' && /map keys? (?:need|must)/i.test(message) ? 'MISSING_CHAR_KEY' : code);

type YamlNode = ParsedNode;

function lower(node: YamlNode, text: string, from: number): Node {
  const [start, end] = node.range;
  const span: Span = { start, end };
  const properties = propertiesOf(node, text, from, start);
  if (isAlias(node)) return { kind: 'alias', name: node.source, span: { start, end: start + node.source.length + 1 }, ...properties };
  if (isMap(node)) {
    const entries: Entry[] = [];
    let last = start;
    for (const pair of node.items) {
      const key = pair.key as YamlNode | null;
      const value = pair.value as YamlNode | null;
      const lowered = key && isScalar(key) ? lowerScalar(key as YamlScalar.Parsed, text, last) : undefined;
      const keyEnd = key?.range?.[1] ?? last;
      const child = value?.range ? lowerValue(value, text, keyEnd) : undefined;
      last = Math.max(keyEnd, value?.range?.[1] ?? 0);
      if (lowered) entries.push({ key: lowered, span: { start: lowered.span.start, end: Math.max(last, lowered.span.end) }, ...(child && { value: child }) });
    }
    return { kind: 'mapping', entries, flow: node.flow === true, span: within(span, node.flow, entries.at(-1)), ...properties };
  }
  if (isSeq(node)) {
    const items: Node[] = [];
    let last = start;
    for (const item of node.items as YamlNode[]) {
      if (!item?.range) continue;
      items.push(lower(item, text, last));
      last = item.range[1];
    }
    return { kind: 'sequence', items, flow: node.flow === true, span: within(span, node.flow, items.at(-1)), ...properties };
  }
  return lowerScalar(node as YamlScalar.Parsed, text, from);
}

/** A block collection ends where its last entry does, not at the line's end behind it. */
const within = (span: Span, flow: boolean | undefined, last: { readonly span: Span } | undefined): Span => (flow || !last ? span : { start: span.start, end: last.span.end });

/** Nothing stands behind the colon of `key:`; the parser makes that an empty scalar. */
function lowerValue(value: YamlNode, text: string, from: number): Node | undefined {
  const empty = isScalar(value) && value.range[0] === value.range[1] && value.value === null && !value.anchor && !value.tag;
  return empty ? undefined : lower(value, text, from);
}

function lowerScalar(node: YamlScalar.Parsed, text: string, from: number): Scalar {
  const [start, end] = node.range;
  const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
  const quoted = style === 'single' || style === 'double';
  const inner: Span = quoted ? { start: start + 1, end: Math.max(start + 1, text[end - 1] === text[start] ? end - 1 : end) } : { start, end };
  const { value } = node;
  return {
    kind: 'scalar',
    span: { start, end },
    raw: { text: text.slice(inner.start, inner.end), span: inner },
    value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : typeof value === 'bigint' ? Number(value) : null,
    style,
    ...propertiesOf(node, text, from, start),
  };
}

const NONE = {};

const STYLES: Readonly<Record<string, Scalar['style']>> = { QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double', BLOCK_LITERAL: 'block', BLOCK_FOLDED: 'block' };

function propertiesOf(node: YamlNode, text: string, from: number, start: number): { anchor?: Word; tag?: Word } {
  if (!node.tag && !('anchor' in node && node.anchor)) return NONE;
  const before = text.slice(from, start);
  const at = (sign: string): Word | undefined => {
    const index = before.lastIndexOf(sign);
    return index < 0 ? undefined : { text: sign.replace(/^&/, ''), span: { start: from + index, end: from + index + sign.length } };
  };
  const anchor = 'anchor' in node && node.anchor ? at(`&${node.anchor}`) : undefined;
  const written = node.tag ? /![^\s,[\]{}]*/.exec(before)?.[0] : undefined;
  const tag = written ? at(written) : undefined;
  return { ...(anchor && { anchor }), ...(tag && { tag }) };
}
