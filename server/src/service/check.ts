import { check as checkCommandLines } from '../command/check.ts';
import type { CommandFile } from '../command/file.ts';
import { check } from '../compose/check.ts';
import type { ComposeFile } from '../compose/file.ts';
import { modelOf } from '../compose/model.ts';
import type { Reported, RuleSettings } from '../core/check.ts';
import type { Files } from '../core/files.ts';
import { withoutIgnored } from '../core/ignore.ts';
import { emptyView } from '../core/project-view.ts';
import type { Failed } from '../core/run.ts';
import { check as checkDockerfileText } from '../dockerfile/check.ts';
import type { DockerfileFile } from '../dockerfile/file.ts';
import { check as checkDockerignoreText } from '../dockerignore/check.ts';
import type { DockerignoreFile } from '../dockerignore/file.ts';
import { check as checkDotenvText } from '../dotenv/check.ts';
import type { DotenvFile } from '../dotenv/file.ts';
import { loadProject, type Project } from '../project/load.ts';
import { commandRules, composeRules, dockerfileRules, dockerignoreRules, dotenvRules } from './rules.ts';

/** What was found in a file, and the files it depends on. */
export interface Checked {
  readonly reported: readonly Reported[];
  readonly project: Project;
}

const alone: Project = { view: emptyView, files: new Set(), read: new Set() };

/** Checks a compose file with what lies around it. `known` is the project of an earlier version that still holds. */
export async function checkCompose(uri: string, text: string, file: ComposeFile, files: Files, settings: RuleSettings, failed: Failed, known?: Project): Promise<Checked> {
  const project = known ?? (uri === '' ? alone : await loadProject(uri, modelOf(file), files));
  const reported = check(file, await composeRules(), project.view, settings, failed);
  return { reported: withoutIgnored(text, reported), project };
}

/** Checks a Dockerfile by itself. */
export async function checkDockerfile(text: string, file: DockerfileFile, settings: RuleSettings, failed: Failed): Promise<Checked> {
  const reported = checkDockerfileText(file, await dockerfileRules(), settings, failed);
  return { reported: withoutIgnored(text, reported), project: alone };
}

/** Checks a `.dockerignore` file by itself. */
export async function checkDockerignore(text: string, file: DockerignoreFile, settings: RuleSettings, failed: Failed): Promise<Checked> {
  const reported = checkDockerignoreText(file, await dockerignoreRules(), settings, failed);
  return { reported: withoutIgnored(text, reported), project: alone };
}

/** Checks an env file by itself. */
export async function checkDotenv(text: string, file: DotenvFile, settings: RuleSettings, failed: Failed): Promise<Checked> {
  const reported = checkDotenvText(file, await dotenvRules(), settings, failed);
  return { reported: withoutIgnored(text, reported), project: alone };
}

/** Checks the docker command lines of a shell script or of a Markdown file. */
export async function checkCommands(file: CommandFile, settings: RuleSettings, failed: Failed): Promise<Checked> {
  return { reported: checkCommandLines(file, await commandRules(), settings, failed), project: alone };
}
