import type { CommandFile } from '../file.ts';
import { lineOf } from '../line.ts';
import { parse } from '../parse.ts';
import { type Converted, convert } from './convert.ts';

export type { Converted } from './convert.ts';
export { composeFile, serviceLines, uniqueNames } from './print.ts';

/** The services of all docker run lines of a file that a range touches. */
export function convertedIn(file: CommandFile, from = 0, to = file.text.length): readonly Converted[] {
  return file.commands.flatMap((command) => {
    const { start, end } = command.span;
    const converted = start <= to && from <= end ? convert(lineOf(file, command)) : undefined;
    return converted ? [converted] : [];
  });
}

/** A text that was pasted, whatever shell it is from: lines that end in `\`, `^` or a backtick go on. Offsets stay. */
export function pasted(text: string): CommandFile {
  const joined = text
    .replace(/[\\^`][ \t]*(\r?\n)/g, (all) => ' '.repeat(all.length))
    .replace(/^(\s*)(?:[\w.@~:/\\-]*[$#]|PS [^>\n]*>|[A-Z]:\\[^>\n]*>)(?=\s+(?:sudo\s+)?docker)/gm, (all) => ' '.repeat(all.length));
  return parse(joined, 'shell');
}
