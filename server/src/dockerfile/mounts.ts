import { nearest } from '../core/nearest.ts';
import type { Span, Word } from '../core/text.ts';
import type { Flag, Instruction } from './file.ts';
import { isMountType } from './knowledge.ts';
import { within } from './places.ts';

export type MountReason = 'empty' | 'type' | 'key' | 'no-value' | 'not-for-type' | 'boolean' | 'number' | 'mode' | 'sharing' | 'size' | 'from-variable' | 'secret-name' | 'target';

export interface MountProblem {
  readonly reason: MountReason;
  readonly at: Span;
  /** What is wrong, as written. */
  readonly text: string;
  readonly type: string;
  /** What was meant. */
  readonly better?: string;
}

export interface MountField {
  readonly key: string;
  readonly word: Word;
  readonly value?: Word;
}

const ALIASES: Readonly<Record<string, string>> = { src: 'source', dst: 'target', destination: 'target', ro: 'readonly', rw: 'readwrite' };
const KEYS = ['type', 'from', 'source', 'target', 'readonly', 'readwrite', 'id', 'sharing', 'required', 'mode', 'uid', 'gid', 'size', 'env', ...Object.keys(ALIASES)];
const TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const WITHOUT_VALUE = new Set(['readonly', 'readwrite', 'required']);
/** Options that only some types take; the others every type takes, used or not. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  required: ['secret', 'ssh'],
  size: ['tmpfs'],
  sharing: ['cache'],
  mode: ['cache', 'secret', 'ssh'],
  uid: ['cache', 'secret', 'ssh'],
  gid: ['cache', 'secret', 'ssh'],
  env: ['secret'],
};

export const mountFlags = (instruction: Instruction): Flag[] => (instruction.keyword === 'RUN' ? instruction.flags.filter(({ name }) => name.text === 'mount') : []);

/** The options of `--mount=`, split at commas. */
export function mountFields({ text, span }: Word): MountField[] {
  let from = 0;
  return text.split(',').map((piece): MountField => {
    const start = from;
    from += piece.length + 1;
    const equals = piece.indexOf('=');
    const name = (equals < 0 ? piece : piece.slice(0, equals)).toLowerCase();
    const place = (a: number, b: number): Word => ({ text: text.slice(a, b), span: within({ text, span }, a, b) });
    return {
      key: ALIASES[name] ?? name,
      word: place(start, start + (equals < 0 ? piece.length : equals)),
      ...(equals >= 0 && { value: place(start + equals + 1, start + piece.length) }),
    };
  });
}

/**
 * Why BuildKit refuses a mount of RUN; values with a variable are not judged.
 * moby/buildkit frontend/dockerfile/instructions/commands_runmount.go
 */
export function mountProblem(value: Word): MountProblem | undefined {
  const fields = mountFields(value);
  if (/["']/.test(value.text)) return undefined;
  if (fields.some(({ word, value: own }) => word.text === '' && !own)) return { reason: 'empty', at: value.span, text: value.text, type: '' };
  let type = 'bind';
  for (const field of fields) {
    const problem = fieldProblem(field, type);
    if (problem) return problem;
    if (field.key === 'type') type = field.value?.text.toLowerCase() ?? type;
  }
  if (type.includes('$')) return undefined;
  return shapeProblem(value, fields, type);
}

function fieldProblem({ key, word, value }: MountField, type: string): MountProblem | undefined {
  const problem = (reason: MountReason, of: Word, better?: string): MountProblem => ({ reason, at: of.span, text: of.text, type, ...(better && { better }) });
  if (!KEYS.includes(key)) return problem('key', word, nearest(key, KEYS));
  if (!value) return WITHOUT_VALUE.has(key) ? undefined : problem('no-value', word);
  if (key === 'from' && /\$./.test(value.text)) return problem('from-variable', value);
  if (value.text.includes('$')) return undefined;
  const reason = valueReason(key, value.text);
  if (!reason) return undefined;
  const better = reason === 'type' ? nearest(value.text, TYPES) : reason === 'sharing' ? nearest(value.text, ['shared', 'private', 'locked']) : undefined;
  return problem(reason, value, better);
}

function valueReason(key: string, text: string): MountReason | undefined {
  switch (key) {
    case 'type':
      return isMountType(text.toLowerCase()) ? undefined : 'type';
    case 'readonly':
    case 'readwrite':
    case 'required':
      return /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(text) ? undefined : 'boolean';
    case 'sharing':
      return /^(?:shared|private|locked)$/i.test(text) ? undefined : 'sharing';
    case 'mode':
      return /^[0-7]+$/.test(text) ? undefined : 'mode';
    case 'uid':
    case 'gid':
      return /^\d+$/.test(text) && Number(text) < 2 ** 32 ? undefined : 'number';
    case 'size':
      return /^\d+(?:\.\d+)? ?(?:[kmgtp]i?b?|b)?$/i.test(text) ? undefined : 'size';
    default:
      return undefined;
  }
}

/** What does not go together once all is read. */
function shapeProblem(value: Word, fields: readonly MountField[], type: string): MountProblem | undefined {
  const misplaced = fields.find(({ key }) => ONLY[key] && !ONLY[key].includes(type)) ?? fields.find(({ key }) => key === 'from' && type === 'secret');
  if (misplaced) return { reason: 'not-for-type', at: misplaced.word.span, text: misplaced.word.text, type };
  const has = (key: string) => fields.some((it) => it.key === key && it.value?.text !== '');
  if (type === 'secret' && !has('id') && !has('source') && !has('target')) return { reason: 'secret-name', at: value.span, text: value.text, type };
  // Without a target all goes to the working directory, which may be meant of a `bind`.
  const needsTarget = type === 'cache' || type === 'tmpfs';
  return needsTarget && !has('target') ? { reason: 'target', at: value.span, text: value.text, type } : undefined;
}
