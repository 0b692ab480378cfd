import { imageReference } from '../core/image.ts';
import { remembered } from '../core/remember.ts';
import { evaluate } from './evaluate.ts';
import { type Facts, parentOf, type Stage } from './facts.ts';
import type { DockerfileModel } from './model.ts';
import { type Variable, variableAt } from './variables.ts';

/** An image of Docker Hub's own that a stage begins with, in the end. */
export interface Base {
  readonly name: string;
  readonly tag: string;
}

/** Nobody builds on more stages than that; a longer chain counts as unknown. */
const LONGEST = 20;

/** The stage and those it is built on, itself first. */
export function chainOf(facts: Facts, stage: Stage): readonly Stage[] {
  const chain = [stage];
  for (let parent = parentOf(facts, stage); parent && chain.length <= LONGEST; parent = parentOf(facts, parent)) chain.push(parent);
  return chain;
}

/** The official image at the root of a stage, with the defaults of build arguments put in. Nothing for `scratch` and for images of others. */
export function baseOf(model: DockerfileModel, stage: Stage): Base | undefined {
  const bases = basesOf(model);
  if (!bases.has(stage)) bases.set(stage, rootOf(model, stage));
  return bases.get(stage);
}

// Filled as rules ask.
const basesOf = remembered((_model: DockerfileModel) => new Map<Stage, Base | undefined>());

function rootOf(model: DockerfileModel, stage: Stage): Base | undefined {
  const { facts, file } = model;
  const chain = chainOf(facts, stage);
  const image = chain.at(-1)?.image;
  if (!image || chain.length > LONGEST) return undefined;
  const text = image.text.includes('$') ? evaluate(image.text, file.escape, globalOf(model)) : image.text;
  return text === undefined ? undefined : officialImage(text);
}

/** What a variable is worth in a FROM; the same in every one. */
const globalOf = remembered(({ facts, file }: DockerfileModel) => {
  const known = new Map<string, Variable>();
  const at = facts.stages[0]?.from.start ?? 0;
  return (name: string) => {
    const value = known.get(name) ?? variableAt(facts, name, at, file.escape);
    known.set(name, value);
    return value;
  };
});

/** Docker Hub's own image of this reference, whichever way it is written. */
export function officialImage(text: string): Base | undefined {
  const { registry, namespace, name, tag } = imageReference({ text, span: { start: 0, end: text.length } });
  if (registry && !/^(?:index\.)?docker\.io$/.test(registry.text)) return undefined;
  if ((namespace && namespace.text !== 'library') || name.text === 'scratch') return undefined;
  return { name: name.text, tag: tag?.text ?? 'latest' };
}

/** Images of an operating system alone: no language, no environment of their own but PATH, root, working directory `/`. */
const SYSTEMS = new Set(['alpine', 'ubuntu', 'debian', 'busybox', 'fedora', 'centos', 'rockylinux', 'almalinux', 'amazonlinux', 'oraclelinux', 'archlinux']);

export const isSystem = ({ name }: Base): boolean => SYSTEMS.has(name);

/** Images for programs of one's own that run as root in `/` unless a Dockerfile says otherwise. */
const LANGUAGES = new Set([
  'node',
  'python',
  'ruby',
  'eclipse-temurin',
  'amazoncorretto',
  'openjdk',
  'ibmjava',
  'sapmachine',

  'rust',
  'swift',
  'elixir',
  'erlang',
  'julia',
  'haskell',
]);

export const isLanguage = ({ name }: Base): boolean => LANGUAGES.has(name);

/** Which C library and tools an official image is made on, as its tag says: `alpine`, Debian without extras, or something fuller. */
export function variantOf({ name, tag }: Base): 'alpine' | 'slim' | 'full' {
  if (name === 'alpine' || /(?:^|-)alpine/.test(tag)) return 'alpine';
  return /(?:^|-)slim/.test(tag) || name === 'debian' || name === 'ubuntu' ? 'slim' : 'full';
}

/** An image that is made of a program may set that program's variables itself: `NODE_VERSION` in `node`. Some names are set by many. */
export function mayComeWithBase(model: DockerfileModel, stage: Stage, name: string): boolean {
  const base = baseOf(model, stage);
  if (base && isSystem(base)) return false;
  const image = (chainOf(model.facts, stage).at(-1)?.image?.text ?? '').replace(/\$\{[^}]*\}|\$\w+/g, '').toLowerCase();
  const first = name.split('_', 1)[0]?.toLowerCase() ?? '';
  if (/^(?:ld|library|cpath|manpath|pkg|java|jdk|jre|yarn|npm|node|python\w*|pip|conda|cuda|go\w*|cargo|rust\w*|gem|ruby|maven|gradle|debian|lang|home|user)$/.test(first))
    return true;
  return image === '' || (image !== 'scratch' && image.includes(first));
}

/** An image as people call it. */
export const calledAs = ({ name, tag }: Base): string => (tag === 'latest' ? name : `${name}:${tag}`);
