import type { Escape, Expansion, ExpansionOperator } from './file.ts';
import type { Joined } from './joined.ts';

const NAME = /[\p{L}\p{Nd}_]/u;
const QUOTE = /["']/;

/** Nobody nests deeper. */
const DEPTH = 20;

const NAME_START = /[\p{L}_]/u;

/**
 * Every `$NAME` and `${NAME…}` between `start` and `end` of the joined text, outermost first, nested ones behind their parent.
 * Read as BuildKit's word expansion reads them: nothing in single quotes, nothing behind the escape character.
 * Positional and special parameters (`$1`, `$?`, `$$`) are no variables and left out, as is anything never closed.
 * `quotes` are the characters that quote here: none in the body of a heredoc.
 * https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expansionsIn(line: Joined, escape: Escape, start = 0, end = line.text.length, quotes = '"\''): Expansion[] {
  const found: Expansion[] = [];
  const { text } = line;
  // A `}` that is missing once is missing for all that is nested; looking for it again and again would take for ever.
  let unclosed = false;
  let depth = 0;
  readUntil('', start);
  return found;

  /** Reads to `stop` outside quotes, or to the end; answers the index of `stop`, or -1 where it is missing. */
  function readUntil(stop: string, from: number): number {
    let doubleQuoted = false;
    for (let i = from; i < end; i++) {
      const char = text[i];
      if (char === stop && !doubleQuoted) return i;
      if (char === escape) i++;
      else if (char === undefined || (QUOTE.test(char) && !quotes.includes(char))) continue;
      else if (char === '"') doubleQuoted = !doubleQuoted;
      else if (char === "'" && !doubleQuoted) {
        const close = text.indexOf("'", i + 1);
        if (close < 0 || close >= end) return -1;
        i = close;
      } else if (char === '$') i = readDollar(i);
    }
    return stop === '' ? end : -1;
  }

  /** Reads one expansion; answers the index of its last character. */
  function readDollar(dollar: number): number {
    const braced = text[dollar + 1] === '{';
    const nameStart = dollar + (braced ? 2 : 1);
    if (!NAME_START.test(text[nameStart] ?? '')) return dollar;
    let nameEnd = nameStart + 1;
    while (nameEnd < end && NAME.test(text[nameEnd] ?? '')) nameEnd++;
    const name = line.word(nameStart, nameEnd);
    if (!braced) {
      found.push({ name, span: line.spanOf(dollar, nameEnd) });
      return nameEnd - 1;
    }
    if (text[nameEnd] === '}') {
      found.push({ name, span: line.spanOf(dollar, nameEnd + 1) });
      return nameEnd;
    }
    const operator = operatorAt(text, nameEnd);
    if (!operator || unclosed || depth >= DEPTH) return nameEnd - 1;
    const place = found.length;
    const operandStart = nameEnd + operator.length;
    depth++;
    const slash = operator === '/' || operator === '//' ? readUntil('/', operandStart) : undefined;
    const close = slash === -1 ? -1 : readUntil('}', (slash ?? operandStart - 1) + 1);
    depth--;
    if (close < 0) {
      unclosed = true;
      return nameEnd - 1;
    }
    found.splice(place, 0, {
      name,
      span: line.spanOf(dollar, close + 1),
      operator,
      operand: line.word(operandStart, slash ?? close),
      ...(slash !== undefined && { replacement: line.word(slash + 1, close) }),
    });
    return close;
  }
}

const OPERATORS: readonly ExpansionOperator[] = [':-', ':+', ':?', '##', '%%', '//', '-', '+', '?', '#', '%', '/'];

const operatorAt = (text: string, at: number) => OPERATORS.find((operator) => text.startsWith(operator, at));
