import { type Command, isKnown, programOf, type ShellWord } from './script.ts';

/** A command that installs what a manifest in the working directory lists. */
export interface DependencyInstall {
  readonly tool: 'npm' | 'yarn' | 'pnpm' | 'pip' | 'maven' | 'gradle';
  /** The file without which there is nothing to install. */
  readonly manifest: string;
  /** The sources of a COPY that brings all it reads; those that may be missing with a `*`. */
  readonly sources: string;
}

const NODE = (tool: 'npm' | 'yarn' | 'pnpm', lock: string): DependencyInstall => ({ tool, manifest: 'package.json', sources: `package.json ${lock}*` });

/** The install of dependencies that a command is, if it is one: `npm ci`, `pip install -r requirements.txt`, `mvn package`. */
export function dependencyInstall(command: Command): DependencyInstall | undefined {
  const { words } = command;
  const program = programOf(command);
  const rest = words.slice(1);
  const [action, ...others] = rest.filter(({ text }) => !text.startsWith('-'));
  if (!isKnown(command) || rest.some(({ text }) => ELSEWHERE.test(text))) return undefined;
  switch (program) {
    case 'npm':
      if (action?.text === 'ci' || action?.text === 'clean-install') return { ...NODE('npm', 'package-lock.json'), sources: 'package*.json' };
      return /^(?:install|i)$/.test(action?.text ?? '') && others.length === 0 ? { ...NODE('npm', 'package-lock.json'), sources: 'package*.json' } : undefined;
    case 'yarn':
      return (action === undefined && !rest.some(({ text }) => /^--?(?:v|version|help)$/.test(text))) || (action?.text === 'install' && others.length === 0)
        ? NODE('yarn', 'yarn.lock')
        : undefined;
    case 'pnpm':
      return /^(?:install|i)$/.test(action?.text ?? '') && others.length === 0 ? NODE('pnpm', 'pnpm-lock.yaml') : undefined;
    case 'mvn':
    case 'mvnw':
      return rest.some(({ text }) => MAVEN_GOAL.test(text)) ? { tool: 'maven', manifest: 'pom.xml', sources: 'pom.xml' } : undefined;
    case 'gradle':
    case 'gradlew':
      return rest.some(({ text }) => GRADLE_TASK.test(text)) ? { tool: 'gradle', manifest: 'build.gradle', sources: '*.gradle*' } : undefined;
    default:
      return pipInstall(program, rest);
  }
}

/** It works in another folder, or for the whole machine. */
const ELSEWHERE = /^(?:-g|--global|--prefix.*|-C|--cwd|--dir|-f|--file|-p|--project-dir|-D?user\.dir.*|--help|--version)$/;
const MAVEN_GOAL = /^(?:package|install|verify|compile|test|dependency:(?:go-offline|resolve))$/;
const GRADLE_TASK = /^:?(?:build|bootJar|assemble|jar|test|dependencies)$/;

function pipInstall(program: string, rest: readonly ShellWord[]): DependencyInstall | undefined {
  const module = /^python[\d.]*$/.test(program) && rest[0]?.text === '-m' && rest[1]?.text === 'pip';
  if (!module && !/^pip[\d.]*$/.test(program)) return undefined;
  const words = rest.map(({ text }) => text);
  const at = words.findIndex((text) => text === '-r' || text === '--requirement');
  const file = words[at + 1];
  if (!words.includes('install') || at < 0 || file === undefined || !/^[\w.-]+\.txt$/.test(file)) return undefined;
  return { tool: 'pip', manifest: file, sources: file };
}
