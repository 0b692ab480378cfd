import { secondsOf } from '../../core/duration.ts';
import { imageHit } from '../../core/image.ts';
import { type Hit, hit } from '../../core/language.ts';
import { argumentsHit, shellHit } from '../../core/shell.ts';
import { spokenDuration } from '../../core/spoken.ts';
import type { Word } from '../../core/text.ts';
import { type Topic, topicNamed } from '../../generated/topics.ts';
import { textOf } from '../facts.ts';
import type { ComposeFile, Scalar, Sequence } from '../file.ts';
import { ko } from '../ko.ts';
import type { Trail } from '../trail.ts';
import { environmentHit, pairHit } from './environment.ts';
import { referenceHit, sectionReferredAt } from './name.ts';
import { portHit } from './ports.ts';
import { volumeHit } from './volumes.ts';

/** A scalar value, by where it stands. What has no answer of its own gets its key's lesson. */
export function valueHit(file: ComposeFile, trail: Trail, offset: number): Hit | undefined {
  const { node, path } = trail;
  if (node.kind !== 'scalar') return undefined;
  return specificHit(file, trail, node, offset) ?? knownValueHit(trail, node) ?? hit(node.span, topicNamed(path) ?? parentTopic(path), [durationLine(node)]);
}

function specificHit(file: ComposeFile, trail: Trail, node: Scalar, offset: number): Hit | undefined {
  const { path, steps } = trail;
  const isItem = steps.at(-1)?.kind === 'item';
  const section = sectionReferredAt(path);
  if (section) return referenceHit(file, section, textOf(node), node.span);
  switch (path) {
    case 'compose/services/image':
      return imageHit(node.raw, offset);
    case 'compose/services/build':
      return isItem ? undefined : hit(node.span, 'compose/services/build/context', [ko.buildFolder(node.raw.text)]);
    case 'compose/services/build/context':
      return hit(node.span, 'compose/services/build/context', [ko.buildFolder(node.raw.text)]);
    case 'compose/services/ports':
    case 'compose/services/expose':
      return portHit(trail, node.raw, offset);
    case 'compose/services/volumes':
      return volumeHit(file, node.raw, offset);
    case 'compose/services/environment':
      return environmentHit(file, trail, node, offset);
    case 'compose/services/build/args':
    case 'compose/services/labels':
      return pairHit(trail, node, offset);
    case 'compose/services/user':
      return userHit(node.raw, offset);
    case 'compose/services/healthcheck/test':
      return testHit(trail, node, offset);
    case 'compose/services/command':
    case 'compose/services/entrypoint':
      return commandHit(trail, node, offset, path, ko.commandPart);
    case 'compose/services/network_mode': {
      const [kind, name] = node.raw.text.split(':');
      if (kind === 'service' && name) return hit(node.span, 'compose/services/network_mode=service', referenceHit(file, 'services', name, node.span)?.live ?? []);
      return kind === 'container' && name ? hit(node.span, 'compose/services/network_mode=container') : undefined;
    }
    default:
      return undefined;
  }
}

/** A value the key knows, such as `always`: its own lesson, where there is one. */
function knownValueHit({ path }: Trail, { span, value, raw }: Scalar): Hit | undefined {
  const text = path.endsWith('/restart') ? raw.text.replace(/:\d+$/, '') : raw.text;
  const topic = topicNamed(`${path}=${LONG_NAMES[`${path}=${text}`] ?? text}`) ?? (typeof value === 'boolean' ? topicNamed(`${path}=${value}`) : undefined);
  return topic && hit(span, topic);
}

/** Lessons whose value would differ from another only in case, which some file systems do not keep apart. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  'compose/services/volumes/bind/selinux=z': 'shared',
  'compose/services/volumes/bind/selinux=Z': 'private',
};

function parentTopic(path: string): Topic | undefined {
  for (let at = path; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
    const topic = topicNamed(at);
    if (topic) return topic;
  }
  return undefined;
}

function durationLine({ raw }: Scalar): string | undefined {
  const seconds = /[a-zµ]$/.test(raw.text) ? secondsOf(raw.text) : undefined;
  return seconds === undefined ? undefined : ko.duration(raw.text, spokenDuration(seconds));
}

function userHit(word: Word, offset: number): Hit | undefined {
  const colon = word.text.indexOf(':');
  const split = colon < 0 ? word.span.end : word.span.start + colon;
  return offset <= split ? hit({ start: word.span.start, end: split }, 'compose/services/user~user') : hit({ start: split + 1, end: word.span.end }, 'compose/services/user~group');
}

function testHit(trail: Trail, node: Scalar, offset: number): Hit | undefined {
  const index = trail.steps.at(-1)?.index ?? 0;
  const isItem = trail.steps.at(-1)?.kind === 'item';
  if (isItem && index === 0) return knownValueHit(trail, node);
  return commandHit(trail, node, offset, 'compose/services/healthcheck/test', ko.testPart(1));
}

/** A word of a command, in a list (`["redis-server", "--appendonly"]`) or in one string. */
function commandHit(trail: Trail, node: Scalar, offset: number, path: string, line: string | undefined): Hit | undefined {
  const fallback = topicNamed(path);
  if (!fallback) return undefined;
  const list = listAround(trail);
  const withLine = (found: Hit | undefined) => found && { ...found, live: [...(found.live ?? []), ...(line ? [line] : [])] };
  if (!list || isShellString(list, trail)) {
    const found = shellHit(node.raw.text, offset - node.raw.span.start, fallback);
    return withLine(found && { ...found, span: { start: found.span.start + node.raw.span.start, end: found.span.end + node.raw.span.start } });
  }
  const first = path.endsWith('/test') ? 1 : 0;
  const words = list.items.slice(first).map((item): Word => ({ text: textOf(item), span: item.span }));
  return withLine(argumentsHit(words, (trail.steps.at(-1)?.index ?? 0) - first, fallback));
}

/** `["CMD-SHELL", "curl … || exit 1"]` and `["sh", "-c", "…"]`: one element is a whole command line. */
function isShellString({ items }: Sequence, { steps }: Trail): boolean {
  const at = steps.at(-1)?.index ?? 0;
  return (at === 1 && textOf(items[0]) === 'CMD-SHELL') || (at > 0 && textOf(items[at - 1]) === '-c');
}

function listAround({ steps }: Trail): Sequence | undefined {
  const step = steps.at(-1);
  const value = step?.kind === 'item' ? steps.findLast(({ entry }) => entry)?.entry?.value : undefined;
  return value?.kind === 'sequence' ? value : undefined;
}
