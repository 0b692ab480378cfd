import type { ProjectView } from '../core/project-view.ts';
import { child, textOf } from './facts.ts';
import type { Block } from './file.ts';
import { linksOf } from './links.ts';
import type { ComposeModel, ResourceSection, Service } from './model.ts';
import { mountsOf, referencesUnder } from './services.ts';

/**
 * Whether a file is made to be merged with others: what it lacks then stands there, and is no mistake. The project may know;
 * else the file itself gives it away. One thing missing is a mistake; neighbours and what they share missing together are a design.
 */
export function isFragment(model: ComposeModel, project: ProjectView): boolean {
  if (project.partial) return true;
  const known = kept.get(model);
  if (known !== undefined) return known;
  const answer = includesUnread(model, project) || model.file.blocks.some(({ block }) => saysSo(block)) || lacksMuch(model);
  kept.set(model, answer);
  return answer;
}

const kept = new WeakMap<ComposeModel, boolean>();

/** Names may come from files that nobody could read. */
const includesUnread = (model: ComposeModel, project: ProjectView) => model.heads.some(({ name }) => name === 'include') && project.namesIn('services').size === 0;

/** A comment that shows how several files are given to Compose, or the variables of a platform that adds the rest. */
const saysSo = ({ text }: Block) =>
  /#[^\n]*docker[ -]compose\b[^\n]*\s-f[ =][^\n]*(?:\s-f[ =]|\\)/.test(text) || /\bSERVICE_(?:FQDN|URL|USER|PASSWORD|BASE64|REALBASE64|HEX)_|^# slogan:/m.test(text);

function lacksMuch(model: ComposeModel): boolean {
  const { services } = model;
  const [knownNetworks, knownVolumes] = [definedIn(model, 'networks'), definedIn(model, 'volumes')];
  const networks = services.some((service) => referencesUnder(service.node, 'networks').some(({ text }) => isMissing(text, knownNetworks) && text !== 'default'));
  const volumes = services.some((service) =>
    mountsOf(service).some(({ type, source }) => type === 'volume' && source && !/[/\\]/.test(source.text) && isMissing(source.text, knownVolumes)),
  );
  const names = new Set(services.map(({ name }) => name));
  const links = services.some((service) => linksOf(service).some(({ text }) => isMissing(text, names)));
  // Who forgets sections forgets several; but services that are nowhere come from another file.
  if (links && (networks || volumes)) return true;
  const [only] = services;
  // A single service that takes its values and its neighbours from outside.
  if (services.length === 1 && only && (networks || links) && model.heads.every(({ name }) => name === 'services') && hasVariables(only)) return true;
  return services.length > 2 && services.filter((service) => lacksSource(service)).length > 1 && services.some((service) => !lacksSource(service) || services.length > 3);
}

const isMissing = (name: string, known: ReadonlySet<string>) => name !== '' && !name.includes('$') && !known.has(name);

const hasVariables = ({ block }: Service) => /(?<!\$)\$\{?[A-Za-z_]/.test(block.text);

const lacksSource = ({ node }: Service) => node !== undefined && !['image', 'build', 'extends', 'provider'].some((key) => child(node, key));

/** The names a section defines, also where it is written as a list, which another rule puts right. */
export function definedIn(model: ComposeModel, section: ResourceSection): ReadonlySet<string> {
  const head = model.heads.findLast(({ name }) => name === section)?.value;
  const listed = head?.kind === 'sequence' ? head.items.map(textOf) : [];
  return new Set([...model.resources[section].map(({ name }) => name), ...listed]);
}
