import { type Piece, type Problem, pieceOf, splitAt, whole } from '../../core/grammar/problem.ts';

export type MountReason = 'empty' | 'empty-section' | 'too-many-colons';

/** What Compose makes of a volume in the short syntax. */
export interface ShortMount {
  readonly type: 'bind' | 'volume';
  /** Absent for an anonymous volume. */
  readonly source?: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly noCopy: boolean;
  readonly selinux?: string;
  readonly propagation?: string;
}

/** A volume of the short syntax piece by piece. */
export interface MountPieces {
  readonly source?: Piece;
  readonly target: Piece;
  /** Each option by itself: `ro`, `z`. */
  readonly options: readonly Piece[];
}

const PROPAGATIONS = new Set(['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave']);

const isSelinux = (option: string) => option === 'z' || option === 'Z';

/** An option Compose heeds; all others it drops without a word. */
export const isKnownOption = (option: string): boolean => option === 'ro' || option === 'rw' || option === 'nocopy' || isSelinux(option) || PROPAGATIONS.has(option);

/** What Compose finds wrong with a volume of the short syntax. compose-go: format/volume.go */
export function mountProblem(text: string): Problem<MountReason> | undefined {
  if (text === '') return whole('empty', text);
  if (isShort(text)) return undefined;
  const sections = sectionsOf(text);
  const empty = sections.find((section) => section.text === '');
  if (empty) return { reason: 'empty-section', from: Math.max(0, empty.from - 1), to: Math.min(text.length, empty.to + 1) };
  const fourth = sections[3];
  return fourth ? { reason: 'too-many-colons', from: fourth.from - 1, to: text.length } : undefined;
}

/** The pieces of a volume in the short syntax; nothing where Compose refuses it. */
export function mountPieces(text: string): MountPieces | undefined {
  if (mountProblem(text)) return undefined;
  const [first, second, third] = isShort(text) ? [pieceOf(text, 0)] : sectionsOf(text);
  if (!first) return undefined;
  if (!second) return { target: first, options: [] };
  const options = third ? splitAt(third.text, ',').map((it) => pieceOf(text, third.from + it.from, third.from + it.to)) : [];
  return { source: first, target: second, options };
}

/** What Compose makes of a volume in the short syntax; nothing where it refuses it. */
export function mountOf(text: string): ShortMount | undefined {
  const pieces = mountPieces(text);
  if (!pieces) return undefined;
  const { source, target } = pieces;
  const options = pieces.options.map((it) => it.text);
  const access = options.findLast((it) => it === 'ro' || it === 'rw');
  const selinux = options.findLast(isSelinux);
  const propagation = options.findLast((it) => PROPAGATIONS.has(it));
  return {
    type: source && isHostPath(source.text) ? 'bind' : 'volume',
    ...(source && { source: source.text }),
    target: target.text,
    readOnly: access === 'ro',
    noCopy: options.includes('nocopy'),
    ...(selinux && { selinux }),
    ...(propagation && { propagation }),
  };
}

/** Whether Compose takes a source for a path of the host and not for the name of a volume. */
export const isHostPath = (source: string): boolean => /^(?:[./~]|\\\\|\p{L}:)/u.test(source);

/** A one-letter name that Compose takes for a drive: `d:/data` as a whole is a path inside the container, and in `d:/data:ro` one of the host. */
export const isDrivelikeVolume = (text: string): boolean => /^[A-Za-z]:\/[^:]*(?::(?:ro|rw|z|Z|nocopy))?$/.test(text);

/** One or two bytes are a target, whatever they are. */
const isShort = (text: string) => text.length <= 2 && !/[\u0800-\uffff]/.test(text) && !(text.length === 2 && /[\u0080-\uffff]/.test(text));

/** The pieces between colons; the colon behind a single letter is a drive's. */
function sectionsOf(text: string): Piece[] {
  const sections: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    if (/^\p{L}$/u.test(text.slice(from, at))) continue;
    sections.push(pieceOf(text, from, at));
    from = at + 1;
  }
  return [...sections, pieceOf(text, from)];
}
