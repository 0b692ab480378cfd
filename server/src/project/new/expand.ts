/** What a template may ask for by name: a word, or whether something is so. */
export type Values = Readonly<Record<string, string | boolean>>;

/** How much a generated file explains: why every line is there, only what surprises, or nothing. */
export type Comments = 'why' | 'short' | 'none';

/** A template piece that others take in by its name. */
export type Part = (name: string) => string | undefined;

/** `#? database=mysql & cache`, `#? else`, `#?` alone ends; also behind `//`, `--` and in `<!-- -->`. */
const SECTION = /^\s*(?:#|\/\/|--|<!--)\?(?: (.*?))?(?: ?-->)?$/;
const PART = /^\s*(?:#|\/\/)\+ (\S+)$/;
/** `#: short` and `#:: why`; the second group holds the second colon. */
const COMMENT = /^(\s*)(#|\/\/|--|<!--):(:?) (.*)$/;
/** The same behind a line of code. */
const TRAILING = /^(.*\S) (#|\/\/):(:?) (.*)$/;
const NAME = /\{\{([A-Za-z]+)\}\}/g;

/** The file that a template makes: sections whose condition holds, comments as far as they are wanted, names filled in. */
export function expand(text: string, values: Values, comments: Comments, part: Part = () => undefined): string {
  const filled = linesOf(text, values, part)
    .flatMap((line) => commented(line, comments))
    .map((line) => line.replace(NAME, (_, name: string) => String(valueOf(name, values))));
  return tidy(filled.join('\n'));
}

function linesOf(text: string, values: Values, part: Part): string[] {
  const kept: string[] = [];
  /** Whether each open section is taken; `else` turns the innermost round. */
  const open: boolean[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const section = SECTION.exec(line);
    const condition = section?.[1]?.trim() ?? '';
    if (section && condition === '') open.pop();
    else if (section && condition === 'else') open.push(!open.pop());
    else if (section) open.push(holds(condition, values));
    else if (open.every(Boolean)) kept.push(...withPart(line, values, part));
  }
  return kept;
}

function withPart(line: string, values: Values, part: Part): string[] {
  const name = PART.exec(line)?.[1];
  if (name === undefined) return [line];
  const text = part(name);
  if (text === undefined) throw new Error(`no part ${name}`);
  return linesOf(text, values, part);
}

/** `database=mysql|mariadb & !proxy`: all of them hold. `database|cache`: one of them is there. */
export function holds(condition: string, values: Values): boolean {
  return condition.split('&').every((term) => {
    const isNegated = term.trim().startsWith('!');
    const [names = '', words] = term.trim().replace(/^!/, '').split('=');
    const isSo = words === undefined ? names.split('|').some((name) => isThere(valueOf(name, values))) : words.split('|').includes(String(valueOf(names, values)));
    return isSo !== isNegated;
  });
}

const isThere = (value: string | boolean): boolean => value !== false && value !== '' && value !== 'none';

function valueOf(name: string, values: Values): string | boolean {
  const value = values[name];
  if (value === undefined) throw new Error(`no value ${name}`);
  return value;
}

/** A line with its comment, without it, or, where it is nothing but a comment, no line. */
function commented(line: string, comments: Comments): string[] {
  const isWanted = (second: string | undefined) => comments === 'why' || (comments === 'short' && second === '');
  const own = COMMENT.exec(line);
  if (own) return isWanted(own[3]) ? [`${own[1]}${own[2]} ${own[4]}`] : [];
  const behind = TRAILING.exec(line);
  if (!behind) return [line];
  return [isWanted(behind[3]) ? `${behind[1]} ${behind[2]} ${behind[4]}` : (behind[1] ?? '')];
}

/** Sections that were left out leave no gaps, and no comma before a closing brace in a list of lines. */
function tidy(text: string): string {
  const whole = text
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
    .replace(/\{\n\n/g, '{\n')
    .replace(/\n\n(\s*\})/g, '\n$1');
  return whole === '' ? '' : `${whole}\n`;
}

/** A list of lines in JSON whose last one may have been left out. */
export const withoutLastCommas = (json: string): string => json.replace(/,(\s*[}\]])/g, '$1');
