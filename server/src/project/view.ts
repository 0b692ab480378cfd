import { emptyView, type ProjectView } from '../core/project-view.ts';
import { parse } from '../dotenv/parse.ts';
import { type Held, valuesOf } from '../dotenv/values.ts';

/** A view over the texts of `.env` and, for a project nobody has set up yet, `.env.example`. */
export function viewOf(files: { readonly name: string; readonly text: string }[]): ProjectView {
  let read: { file: string; held: ReadonlyMap<string, Held> }[] | undefined;
  return {
    ...emptyView,
    hasEnvFile: files.length > 0,
    variable(name) {
      read ??= files.map(({ name: file, text }) => ({ file, held: valuesOf(parse(text)).held }));
      for (const { file, held } of read) {
        const value = held.get(name)?.value;
        if (value !== undefined) return { value, file };
      }
      return undefined;
    },
  };
}
