/** What a file may know of its neighbours: facts, never their text or trees. */
export interface ProjectView {
  /** The value of a variable in the project's `.env`, with the name of that file. */
  variable(name: string): { readonly value: string; readonly file: string } | undefined;
  /** False where the project has neither `.env` nor `.env.example`. */
  readonly hasEnvFile: boolean;
}

export const emptyView: ProjectView = { variable: () => undefined, hasEnvFile: false };
