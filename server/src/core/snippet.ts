/** A snippet of `snippets/*.json` that belongs to a place of a file, so that the server offers it and the editor does not. */
export interface Snippet {
  readonly name: string;
  /** `file`: a file that is still empty. The others are places of the snippet's language. */
  readonly place: string;
  /** What one may type for it, the English words first. */
  readonly prefixes: readonly string[];
  readonly description: string;
  /** In the snippet syntax of VS Code and the Language Server Protocol. A tab is one step of the file's own indentation. */
  readonly body: string;
  /** Official images, and systems in images, in which what it says is there. Absent where any will do. */
  readonly images?: readonly string[];
  readonly systems?: readonly string[];
  /** Names that the snippet uses and the file must define, by section, each with the lines of its definition. */
  readonly declares?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Tab stops whose choices are names of the file: which names, by the number of the stop. */
  readonly choose?: Readonly<Record<string, string>>;
}

/** Whether a snippet is right in an image; one of which nothing is known may be any. */
export function fitsImage({ images, systems }: Snippet, image: { readonly name?: string; readonly system?: string }): boolean {
  if (images && image.name && !images.includes(image.name)) return false;
  return !systems || !image.system || systems.includes(image.system);
}

/** A snippet's text as it stands when nobody changes a default: the first of the choices, nothing for an empty stop. */
export function plainOf(body: string): string {
  const known = new Map<string, string>();
  return read(body, 0, false, known).text;
}

interface Read {
  readonly text: string;
  /** Behind what was read. */
  readonly end: number;
}

/** Reads up to the end, or up to the brace that closes a placeholder. */
function read(body: string, from: number, inside: boolean, known: Map<string, string>): Read {
  let text = '';
  let at = from;
  while (at < body.length) {
    const char = body[at] ?? '';
    if (char === '\\' && /[$}\\]/.test(body[at + 1] ?? '')) {
      text += body[at + 1];
      at += 2;
    } else if (inside && char === '}') {
      return { text, end: at + 1 };
    } else if (char === '$') {
      const stop = readStop(body, at, known);
      text += stop.text;
      at = stop.end;
    } else {
      text += char;
      at += 1;
    }
  }
  return { text, end: at };
}

const BARE = /\$(\d+)/y;
const BRACED = /\$\{(\d+)([}:|])/y;
const CHOICES = /((?:[^\\|]|\\.)*)\|\}/y;

/** `$1`, `${1}`, `${1:default}` or `${1|a,b|}`. A stop that was given a default before says the same again. */
function readStop(body: string, at: number, known: Map<string, string>): Read {
  const bare = matchAt(BARE, body, at);
  if (bare) return { text: known.get(bare[1] ?? '') ?? '', end: at + bare[0].length };
  const [open = '', number = '', sign] = matchAt(BRACED, body, at) ?? [];
  const start = at + open.length;
  if (open === '') return { text: '$', end: at + 1 };
  if (sign === '}') return { text: known.get(number) ?? '', end: start };
  if (sign === ':') {
    const inner = read(body, start, true, known);
    if (!known.has(number)) known.set(number, inner.text);
    return { text: known.get(number) ?? '', end: inner.end };
  }
  const choices = matchAt(CHOICES, body, start);
  const first = /^(?:[^\\,]|\\.)*/.exec(choices?.[1] ?? '')?.[0].replace(/\\(.)/g, '$1') ?? '';
  if (!known.has(number)) known.set(number, first);
  return { text: known.get(number) ?? '', end: start + (choices?.[0].length ?? 0) };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The body with these names to choose from at a tab stop, wherever the stop stands. */
export function withChoices(body: string, stop: string, names: readonly string[]): string {
  const choices = names.map((name) => name.replace(/[\\,|$}]/g, '\\$&')).join(',');
  return body.replaceAll(new RegExp(`\\$\\{${stop}\\|(?:[^\\\\|]|\\\\.)*\\|\\}`, 'g'), () => `\${${stop}|${choices}|}`);
}
