import type { Span, Word } from '../core/text.ts';
import { textOf } from './facts.ts';
import type { Scalar } from './file.ts';
import { mountProblem } from './grammar/mounts.ts';
import { booleanOf, bytesOf, durationOf } from './grammar/numbers.ts';
import { isAddress, portProblem } from './grammar/ports.ts';
import { wordsOf } from './grammar/words.ts';
import type { Format } from './shape.ts';
import type { Kind } from './walk.ts';

/** Why Compose can't read the text of a value. `span` is the piece to underline. */
export interface FormatProblem {
  readonly reason: string;
  readonly span: Span;
}

/** What Compose finds wrong with a scalar that it converts; nothing where it is fine. The scalar holds no variable. */
export function formatProblem(format: Format, node: Scalar, is: Kind): FormatProblem | undefined {
  const found = checks[format](textOf(node), node.raw, is);
  if (!found) return undefined;
  return found === true ? { reason: format, span: node.raw.span } : { reason: found.reason, span: found.at.span };
}

type Found = { readonly reason: string; readonly at: Word } | boolean | undefined;

const INTEGER = /^[-+]?\d+$/;

/** `true` where the whole text is wrong. */
const checks: Readonly<Record<Format, (text: string, raw: Word, is: Kind) => Found>> = {
  duration: (text, _, is) => is === 'string' && durationOf(text) === undefined,
  bytes: (text, _, is) => is === 'string' && bytesOf(text) === undefined,
  boolean: (text, _, is) => is === 'string' && booleanOf(text) === undefined,
  integer: (text, _, is) => is === 'string' && !INTEGER.test(text),
  natural: (text, _, is) => (is === 'string' && !INTEGER.test(text)) || (is !== 'number' && text.startsWith('-')),
  float: (text, _, is) => is === 'string' && !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text),
  count: (text, _, is) => is === 'string' && text.toLowerCase() !== 'all' && !INTEGER.test(text),
  mode: (text, _, is) => is === 'number' || (is === 'string' && !/^0?o?[0-7]+$/.test(text)),
  number: (_, __, is) => is === 'string',
  port: (_, raw, is) => (is === 'number' ? { reason: 'port', at: raw } : is === 'integer' && /^0+$/.test(raw.text) ? { reason: 'no-container-port', at: raw } : portProblem(raw)),
  address: (text) => !isAddress(text),
  mount: (_, raw) => mountProblem(raw),
  device: (text) => text.split(':').length > 3,
  'extra-host': (text) => {
    const at = text.includes('=') ? text.indexOf('=') : text.indexOf(':');
    return at <= 0 || at === text.length - 1;
  },
  variable: (text) => /^[^=]* =/.test(text),
  pair: (text) => !text.includes('='),
  command: (text) => wordsOf(text) === undefined,
  'env-format': (text) => text !== '' && text !== 'raw',
};
