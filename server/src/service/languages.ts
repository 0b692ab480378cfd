import type { Converted } from '../command/compose/index.ts';
import type { ComposeFile } from '../compose/index.ts';
import type { Reported, RuleSettings } from '../core/check.ts';
import type { Completion } from '../core/completion.ts';
import type { Known } from '../core/fact.ts';
import { type Fence, fencesOf } from '../core/fences.ts';
import type { Files } from '../core/files.ts';
import type { Hit } from '../core/language.ts';
import { emptyView, type ProjectView } from '../core/project-view.ts';
import type { Edit, RuleInfo } from '../core/rule.ts';
import type { Failed } from '../core/run.ts';
import { shift, touches, type Word } from '../core/text.ts';
import type { DockerfileFile } from '../dockerfile/index.ts';
import type { DockerignoreFile, Pattern } from '../dockerignore/file.ts';
import type { Project } from '../project/load.ts';
import { nameOf } from '../project/paths.ts';
import type { FactsByKind, StackKind } from '../project/stack/read.ts';
import type { Checked } from './check.ts';
import { type Neighbour, neighbourOf, neighbourSource } from './neighbours.ts';
import type { Ruled } from './rules.ts';

/** A document of one of our languages, parsed at most once. */
export interface Source {
  readonly language: Language;
  topicAt(offset: number, project?: ProjectView): Hit | undefined;
  /** A path or pattern at this place that picks files of the build context. */
  contextSourceAt?(offset: number): Word | undefined;
  /** The name of a variable that an env file sets at this place. */
  variableAt?(offset: number): Word | undefined;
  /** The pattern of an ignore file at this place. */
  patternAt?(offset: number): { readonly file: DockerignoreFile; readonly pattern: Pattern } | undefined;
  /** What may be typed at this place; nothing where the language offers nothing. */
  completionsAt?(offset: number): Promise<readonly Completion[]>;
  /** What the rules of the language say; nothing where the language has none. */
  check?(uri: string, text: string, files: Files, settings: RuleSettings, failed: Failed, known?: Project): Promise<Checked>;
  /** What the other files of a stack may know of it. */
  readonly known?: { readonly [K in StackKind]?: () => Known<FactsByKind[K]> };
  /** Leaves out what the language itself is asked not to say. */
  withoutSkipped?(reported: readonly Reported[], rules: Readonly<Record<string, RuleInfo>>): readonly Reported[];
  /** Whether a comment may stand on a line of its own above the line of this place. */
  takesCommentAbove?(offset: number): boolean;
  /** The docker run lines that a range touches, as compose services. */
  converted?(from: number, to: number): Promise<readonly Converted[]>;
  /** How the language itself is asked not to say what a rule says, where the file already asks for something. */
  skipping?(rule: RuleInfo): Edit | undefined;
}

/** A language of documents. Findings may stand in all of them. */
export type Language = Exclude<Ruled, 'command'> | Neighbour | 'shell' | 'markdown';

/** The language of a file by its name alone, as far as it is one that is judged. */
export function languageOfName(name: string): Exclude<Ruled, 'command'> | undefined {
  if (name.endsWith('.dockerignore')) return 'dockerignore';
  if (isDotenvName(name)) return 'dotenv';
  if (/^(?:docker-)?compose[\w.-]*\.ya?ml$/i.test(name)) return 'compose';
  return /^(?:Dockerfile|Containerfile)(?:\..+)?$|\.dockerfile$/i.test(name) ? 'dockerfile' : undefined;
}

/** `.env`, `.env.local`, `db.env`; not a program or document that is named after one. */
const isDotenvName = (name: string): boolean => /^\.env(?:\.[\w-]+)*$|\.env$/.test(name) && !/\.(?:[cm]?[jt]sx?|json|ya?ml|md|gpg|age|enc|vault|zip|bak)$/.test(name);

/** The language of a document by what the editor calls it, or by its file name for plain YAML, for ignore and env files, which no editor is sure about, and for neighbours. */
export function languageOf(languageId: string, uri: string): Language | undefined {
  switch (languageId) {
    case 'dockerfile':
      return 'dockerfile';
    case 'dockercompose':
      return 'compose';
    case 'dockerignore':
      return 'dockerignore';
    case 'dotenv':
      return 'dotenv';
    case 'yaml':
      return languageOfName(nameOf(uri)) === 'compose' ? 'compose' : neighbourOf(nameOf(uri));
    case 'shellscript':
    case 'bash':
    case 'sh':
      return 'shell';
    case 'markdown':
      return 'markdown';
    case 'nginx':
      return 'nginx';
    default: {
      const named = languageOfName(nameOf(uri));
      return named === 'dockerignore' || named === 'dotenv' ? named : neighbourOf(nameOf(uri));
    }
  }
}

/**
 * A parsed document; `previous` is the version before, whose unchanged blocks are taken over.
 * A language and its parser are loaded with its first document.
 */
export async function sourceOf(language: Language, text: string, previous?: Source): Promise<Source> {
  switch (language) {
    case 'dockerfile': {
      const { checksOf, contextSourceAt, dockerfileStackFacts, parse, skipping, takesCommentAbove, topicAt, withoutSkipped } = await import('../dockerfile/index.ts');
      const file = parse(text, previous && dockerfiles.get(previous));
      const source: Source = {
        language,
        topicAt: (offset) => topicAt(file, offset),
        contextSourceAt: (offset) => contextSourceAt(file, offset),
        completionsAt: async (offset) => (await import('../dockerfile/features/completions.ts')).completionsAt(file, offset),
        check: async (_, content, __, settings, failed) => (await import('./check.ts')).checkDockerfile(content, file, settings, failed),
        takesCommentAbove: (offset) => takesCommentAbove(file, offset),
        skipping: (rule) => skipping(file, rule),
        withoutSkipped: (reported, rules) => withoutSkipped(file, reported, rules, checksOf(file)),
        known: { dockerfile: () => dockerfileStackFacts(file) },
      };
      dockerfiles.set(source, file);
      return source;
    }
    case 'compose': {
      const { composeStackFacts, modelOf, parse, takesCommentAbove, topicAt } = await import('../compose/index.ts');
      const file = parse(text, previous && composeFiles.get(previous));
      const source: Source = {
        language,
        topicAt: (offset, project = emptyView) => topicAt(file, offset, project),
        completionsAt: async (offset) => (await import('../compose/features/completions.ts')).completionsAt(file, offset),
        check: async (uri, content, files, settings, failed, known) => (await import('./check.ts')).checkCompose(uri, content, file, files, settings, failed, known),
        takesCommentAbove: (offset) => takesCommentAbove(file, offset),
        known: { compose: () => composeStackFacts(modelOf(file)) },
      };
      composeFiles.set(source, file);
      return source;
    }
    case 'dockerignore': {
      const { ignoreFacts, parse, takesCommentAbove, topicAt } = await import('../dockerignore/index.ts');
      const file = parse(text);
      return {
        language,
        topicAt: (offset) => topicAt(file, offset),
        patternAt(offset) {
          const pattern = file.patterns.find(({ span }) => touches(span, offset));
          return pattern && { file, pattern };
        },
        completionsAt: async (offset) => (await import('../dockerignore/features/completions.ts')).completionsAt(file, offset),
        check: async (_, content, __, settings, failed) => (await import('./check.ts')).checkDockerignore(content, file, settings, failed),
        takesCommentAbove: (offset) => takesCommentAbove(file, offset),
        known: { dockerignore: () => ignoreFacts(text) },
      };
    }
    case 'dotenv': {
      const { parse, takesCommentAbove, topicAt, variableAt } = await import('../dotenv/index.ts');
      const file = parse(text);
      return {
        language,
        topicAt: (offset) => topicAt(file, offset),
        variableAt: (offset) => variableAt(file, offset),
        check: async (_, content, __, settings, failed) => (await import('./check.ts')).checkDotenv(content, file, settings, failed),
        takesCommentAbove: (offset) => takesCommentAbove(file, offset),
      };
    }
    case 'shell':
    case 'markdown': {
      const { parse, takesCommentAbove, topicAt } = await import('../command/index.ts');
      const file = parse(text, language);
      const inner = language === 'markdown' ? await innerSources(text) : [];
      return {
        language,
        topicAt: (offset) => topicAt(file, offset) ?? innerHit(inner, offset),
        check: async (_, __, ___, settings, failed) => (await import('./check.ts')).checkCommands(file, settings, failed),
        converted: async (from, to) => (await import('../command/compose/index.ts')).convertedIn(file, from, to),
        // Whoever reads a page does not want to read what an editor was told.
        takesCommentAbove: (offset) => language === 'shell' && takesCommentAbove(file, offset),
      };
    }
    default:
      return neighbourSource(language, text);
  }
}

/** A fence of a Markdown file with what it holds. */
interface Inner {
  readonly fence: Fence;
  readonly source: Source;
}

const FENCES: Readonly<Record<string, Language>> = {
  dockerfile: 'dockerfile',
  docker: 'dockerfile',
  yaml: 'compose',
  yml: 'compose',
  compose: 'compose',
  dockerignore: 'dockerignore',
  dotenv: 'dotenv',
  env: 'dotenv',
};

/** Dockerfiles, compose files, ignore and env files shown in a Markdown file. YAML is one where it has services. */
async function innerSources(text: string): Promise<Inner[]> {
  const found: Inner[] = [];
  for (const fence of fencesOf(text)) {
    const language = FENCES[fence.language];
    const own = text.slice(fence.start, fence.end);
    if (!language || (language === 'compose' && !/^\s*services:/m.test(own))) continue;
    found.push({ fence, source: await sourceOf(language, own) });
  }
  return found;
}

function innerHit(inner: readonly Inner[], offset: number): Hit | undefined {
  const around = inner.find(({ fence }) => touches(fence, offset));
  const hit = around?.source.topicAt(offset - around.fence.start);
  return around && hit && { ...hit, span: shift(hit.span, around.fence.start) };
}

// What a source was made from, for the next version of its document; gone with the source.
const dockerfiles = new WeakMap<Source, DockerfileFile>();
const composeFiles = new WeakMap<Source, ComposeFile>();
