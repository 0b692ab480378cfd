import type { RuleInfo } from '../core/rule.ts';

/** The languages that have rules. */
export const RULED = ['compose', 'dockerfile', 'dockerignore', 'dotenv', 'command'] as const;
export type Ruled = (typeof RULED)[number];

/** The rules of compose files, loaded with the first file that is checked. */
export const composeRules = async () => (await import('../generated/compose-rules.ts')).rules;

/** The rules of Dockerfiles. */
export const dockerfileRules = async () => (await import('../generated/dockerfile-rules.ts')).rules;

/** The rules of `.dockerignore` files. */
export const dockerignoreRules = async () => (await import('../generated/dockerignore-rules.ts')).rules;

/** The rules of env files. */
export const dotenvRules = async () => (await import('../generated/dotenv-rules.ts')).rules;
/** The rules of docker command lines in shell scripts and Markdown files. */
export const commandRules = async () => (await import('../generated/command-rules.ts')).rules;

/** The rules over all files of a stack together. */
export const stackRules = async () => (await import('../generated/project-rules.ts')).rules;

/** All rules by language, for lists; `project` are those that look at several files. */
export const rulesByLanguage = async (): Promise<Readonly<Record<Ruled | 'project', Readonly<Record<string, RuleInfo>>>>> => ({
  compose: await composeRules(),
  dockerfile: await dockerfileRules(),
  dockerignore: await dockerignoreRules(),
  dotenv: await dotenvRules(),
  command: await commandRules(),
  project: await stackRules(),
});

let all: Promise<Readonly<Record<string, RuleInfo>>> | undefined;

/** Every rule by its id, which no two languages share. */
export function allRules(): Promise<Readonly<Record<string, RuleInfo>>> {
  all ??= rulesByLanguage().then((byLanguage) => Object.assign({}, ...Object.values(byLanguage)));
  return all;
}
