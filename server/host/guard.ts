import type { Connection } from 'vscode-languageserver';

/** Runs what answers a request. What fails is logged and answers nothing. */
export type Guard = <T>(what: string, answer: () => Promise<T | undefined>) => Promise<T | null>;

export function guardOver(connection: Connection): Guard {
  return async (what, answer) => {
    try {
      return (await answer()) ?? null;
    } catch (error) {
      connection.console.error(`${what}: ${textOf(error)}`);
      return null;
    }
  };
}

/** An error as the log has it. */
export const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
