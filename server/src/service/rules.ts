import type { ComposeRules } from '../compose/check.ts';

/** The rules of compose files, loaded with the first file that is checked. */
export const composeRules = async (): Promise<ComposeRules> => (await import('../generated/compose-rules.ts')).rules;
