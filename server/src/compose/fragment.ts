import { nearest } from '../core/nearest.ts';
import type { ProjectView } from '../core/project-view.ts';
import { remembered } from '../core/remember.ts';
import { child, textOf } from './facts.ts';
import type { Block } from './file.ts';
import { gathered } from './gathered.ts';
import { linking, linksOf } from './links.ts';
import type { ComposeModel, ResourceSection, Service } from './model.ts';
import { imageOf, mountsOf, referencesUnder, servicesByName } from './services.ts';

/**
 * Whether a file is made to be merged with others: what it lacks then stands there, and is no mistake. The project may know;
 * else the file itself gives it away. One thing missing is a mistake; neighbours and what they share missing together are a design.
 */
export function isFragment(model: ComposeModel, project: ProjectView): boolean {
  if (project.partial) return true;
  return includesUnread(model, project) || looksPartial(model);
}

const looksPartial = remembered((model: ComposeModel): boolean => model.file.blocks.some(({ block }) => saysSo(block)) || lacksMuch(model));

/** Names may come from files that nobody could read. */
const includesUnread = (model: ComposeModel, project: ProjectView) => model.heads.some(({ name }) => name === 'include') && project.namesIn('services').size === 0;

/** A comment that shows how several files are given to Compose, or the variables of a platform that adds the rest. */
const saysSo = remembered(
  ({ text }: Block): boolean =>
    /#[^\n]*docker[ -]compose\b[^\n]*\s-f[ =][^\n]*(?:\s-f[ =]|\\)/.test(text) || /\bSERVICE_(?:FQDN|URL|USER|PASSWORD|BASE64|REALBASE64|HEX)_|^# slogan:/m.test(text),
);

/** What a service uses that the file must define. */
interface Needs {
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly links: readonly string[];
  readonly lacksSource: boolean;
}

const needing = gathered((service): Needs | undefined => {
  const needs: Needs = {
    networks: referencesUnder(service.node, 'networks').flatMap(({ text }) => (text === 'default' ? [] : [text])),
    volumes: mountsOf(service).flatMap(({ type, source }) => (type === 'volume' && source && !/[/\\]/.test(source.text) ? [source.text] : [])),
    links: linksOf(service).map(({ text }) => text),
    lacksSource: lacksSource(service),
  };
  return needs.lacksSource || needs.networks.length + needs.volumes.length + needs.links.length > 0 ? needs : undefined;
});

function lacksMuch(model: ComposeModel): boolean {
  const { services } = model;
  const needs = needing(model);
  const lacks = (key: 'networks' | 'volumes' | 'links', known: { has(name: string): boolean }) => needs.some(({ answer }) => answer[key].some((name) => isMissing(name, known)));
  const networks = lacks('networks', definedIn(model, 'networks'));
  const volumes = lacks('volumes', definedIn(model, 'volumes'));
  const links = lacks('links', servicesByName(model));
  // Who forgets sections forgets several; but services that are nowhere come from another file.
  if (links && (networks || volumes)) return true;
  const [only] = services;
  // A single service that takes its values and its neighbours from outside.
  if (services.length === 1 && only && (networks || links) && model.heads.every(({ name }) => name === 'services') && hasVariables(only)) return true;
  const bare = needs.filter(({ answer }) => answer.lacksSource).length;
  return services.length > 2 && bare > 1 && (bare < services.length || services.length > 3);
}

/**
 * Whether a file may well be a part of something, though it can as well be a mistake: what it lacks is told, but not as an error.
 * Of a name that nearly stands in the file, and of a service left bare among full ones, nobody thinks so.
 */
export const mayBePart = remembered((model: ComposeModel): boolean => lacksServices(model) || isOutline(model));

/** Its images are named by whoever runs it, or several of its neighbours are nowhere; and none of them is only misspelt. */
function lacksServices(model: ComposeModel): boolean {
  const { services } = model;
  const names = servicesByName(model);
  const missing = new Set(linking(model).flatMap(({ answer }) => answer.flatMap(({ text }) => (names.has(text) ? [] : [text]))));
  if (missing.size === 0 || [...missing].some((name) => nearest(name, names.keys()) !== undefined)) return false;
  const images = services.flatMap((service) => imageOf(service)?.raw.text ?? []);
  return (images.length > 0 && images.every((image) => /^\$\{[A-Za-z_]\w*\}$/.test(image))) || (missing.size > 1 && services.length > 1);
}

/** Its services say next to nothing of themselves, or none says what it is made of although what they share is laid out. */
function isOutline({ services, resources }: ComposeModel): boolean {
  const bare = services.filter(lacksSource);
  const built = services.filter(({ node }) => child(node, 'build'));
  if (bare.length > 0 && built.length > 1 && bare.length + built.length === services.length)
    return services.every(({ node }) => (node?.entries.length ?? 0) <= 2 && !child(node, 'image'));
  return bare.length > 1 && bare.length === services.length && Object.values(resources).filter((section) => section.length > 0).length > 1;
}

const isMissing = (name: string, known: { has(name: string): boolean }) => name !== '' && !name.includes('$') && !known.has(name);

const hasVariables = ({ block }: Service) => /(?<!\$)\$\{?[A-Za-z_]/.test(block.text);

const lacksSource = ({ node }: Service) => node !== undefined && !['image', 'build', 'extends', 'provider'].some((key) => child(node, key));

/** The names a section defines, also where it is written as a list, which another rule puts right. */
export function definedIn(model: ComposeModel, section: ResourceSection): ReadonlySet<string> {
  const head = model.heads.findLast(({ name }) => name === section)?.value;
  const listed = head?.kind === 'sequence' ? head.items.map(textOf) : [];
  return new Set([...model.resources[section].map(({ name }) => name), ...listed]);
}
