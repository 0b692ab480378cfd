import { type Hit, hit } from '../../core/language.ts';
import type { Span } from '../../core/text.ts';
import { type Topic, topicNamed } from '../../generated/topics.ts';
import { child, definition, namesUnder, type Section, textOf, usersOf } from '../facts.ts';
import type { ComposeFile } from '../file.ts';
import { ko } from '../ko.ts';
import { lineOf } from '../position.ts';
import type { Trail } from '../trail.ts';

const DEFINED: Readonly<Record<string, { readonly section: Section; readonly topic: Topic }>> = {
  'compose/services': { section: 'services', topic: 'compose/name/service' },
  'compose/networks': { section: 'networks', topic: 'compose/name/network' },
  'compose/volumes': { section: 'volumes', topic: 'compose/name/volume' },
  'compose/secrets': { section: 'secrets', topic: 'compose/name/secret' },
  'compose/configs': { section: 'configs', topic: 'compose/name/config' },
};

/** Places under `services` whose names refer to an entry of a section. */
const REFERS: Readonly<Record<string, Section>> = {
  'compose/services/depends_on': 'services',
  'compose/services/links': 'services',
  'compose/services/networks': 'networks',
  'compose/services/secrets': 'secrets',
  'compose/services/configs': 'configs',
  'compose/services/secrets/source': 'secrets',
  'compose/services/configs/source': 'configs',
  'compose/services/build/secrets': 'secrets',
};

const REFERENCE_TOPICS: Readonly<Record<Section, Topic>> = {
  services: 'compose/reference/service',
  networks: 'compose/reference/network',
  volumes: 'compose/reference/volume',
  secrets: 'compose/reference/secret',
  configs: 'compose/reference/config',
};

/** A key that is a name: of a service, a network, a variable … */
export function nameHit(file: ComposeFile, { path }: Trail, name: string, span: Span): Hit | undefined {
  const defined = DEFINED[path];
  if (defined) return hit(span, defined.topic, linesOf(file, defined.section, name));
  const section = REFERS[path];
  if (section) return referenceHit(file, section, name, span);
  if (path === 'compose/services/environment') return hit(span, topicNamed(`image/env/${name}`) ?? 'compose/services/environment~name');
  return hit(span, topicNamed(`${path}~name`) ?? topicNamed(`${path}~option`) ?? topicNamed(path));
}

function linesOf(file: ComposeFile, section: Section, name: string): (string | undefined)[] {
  if (section !== 'services') return [ko.usedBy(usersOf(file, section, name))];
  const value = definition(file, 'services', name)?.entry.value;
  const build = child(value, 'build');
  const context = build?.kind === 'mapping' ? textOf(child(build, 'context')) || '.' : textOf(build);
  return [
    ko.service(name, textOf(child(value, 'image')) || undefined, context || undefined),
    ko.dns(name, namesUnder(value, 'networks')),
    ko.dependsOn(namesUnder(value, 'depends_on')),
    ko.waitedFor(usersOf(file, 'services', name)),
  ];
}

/** A word that names an entry of a top-level section. */
export function referenceHit(file: ComposeFile, section: Section, name: string, span: Span): Hit | undefined {
  const kind = ko.kinds[section] ?? section;
  const target = definition(file, section, name);
  if (!target && section === 'networks' && name === 'default') return hit(span, REFERENCE_TOPICS[section], [ko.defaultNetwork]);
  const line = target ? ko.refersTo(kind, name, lineOf(file, target.start + target.entry.key.span.start)) : ko.notDeclared(kind, name);
  const value = target?.entry.value;
  const image = section === 'services' ? textOf(child(value, 'image')) : '';
  return hit(span, REFERENCE_TOPICS[section], [line, image ? ko.service(name, image, undefined) : undefined]);
}

/** The section that list items and values at `path` refer to. */
export const sectionReferredAt = (path: string): Section | undefined => REFERS[path];
