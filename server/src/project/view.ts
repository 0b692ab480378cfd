import { emptyView, type ProjectView } from '../core/project-view.ts';
import { type Variable, variablesOf } from './env-file.ts';

/** A view over the texts of `.env` and, for a project nobody has set up yet, `.env.example`. */
export function viewOf(files: { readonly name: string; readonly text: string }[]): ProjectView {
  let read: { file: string; variables: Variable[] }[] | undefined;
  return {
    ...emptyView,
    hasEnvFile: files.length > 0,
    variable(name) {
      read ??= files.map(({ name: file, text }) => ({ file, variables: variablesOf(text) }));
      for (const { file, variables } of read) {
        const value = variables.findLast((it) => it.name.text === name)?.value;
        if (value !== undefined) return { value, file };
      }
      return undefined;
    },
  };
}
