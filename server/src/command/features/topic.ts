import { imageHit } from '../../core/image.ts';
import { type Hit, hit } from '../../core/language.ts';
import { argumentsHit, operatorTopic } from '../../core/shell.ts';
import { isPath, portMapping, volumeMount } from '../../core/short.ts';
import { touches, type Word } from '../../core/text.ts';
import { type Topic, topicNamed } from '../../generated/topics.ts';
import type { CommandFile } from '../file.ts';
import { commandKind } from '../knowledge.ts';
import { ko } from '../ko.ts';
import { type Reading, type Role, readingOf } from '../reading.ts';

/** What a reader who points at a word of a docker command line wants to read about. */
export function topicAt(file: CommandFile, offset: number): Hit | undefined {
  const command = file.commands.find(({ span }) => touches(span, offset));
  if (command) {
    const reading = readingOf(command);
    // A value's own role stands behind its flag's, and is the nearer one.
    const role = reading.roles.findLast(({ span }) => touches(span, offset));
    return role && roleHit(reading, role, offset);
  }
  const operator = file.operators.find(({ span }) => touches(span, offset));
  return operator && hit(operator.span, operatorTopic(operator.text));
}

function roleHit(reading: Reading, role: Role, offset: number): Hit | undefined {
  switch (role.kind) {
    case 'command':
      return hit(role.span, role.path === 'docker-compose' ? 'command/docker-compose-legacy' : commandTopic(role.path));
    case 'flag': {
      const topic = flagTopic(role.of, role.name);
      return hit(role.span, topic ?? commandTopic(role.of), [topic ? undefined : ko.unknownFlag(role.written, role.of)]);
    }
    case 'flag-value':
      return valueHit(role, offset);
    case 'argument':
      return argumentHit(reading, role, offset);
  }
}

/** `docker compose up` → its lesson, or that of the nearest command above it. */
export function commandTopic(path: string): Topic | undefined {
  for (let words = path.split(' '); words.length > 0; words = words.slice(0, -1)) {
    const topic = topicNamed(`command/${words.join('-')}`);
    if (topic) return topic;
  }
  return undefined;
}

/** The lesson of a flag by its long name. */
export function flagTopic(path: string, name: string): Topic | undefined {
  const of = commandKind(path)?.like ?? path.replace(/ /g, '-');
  if (name === 'it') return topicNamed(`command/flag/${of}-it`) ?? topicNamed(`command/flag/${of}--interactive`);
  const long = name === 'net' ? 'network' : name === 'no-TTY' ? 'no-tty' : name === 'timeout' && of === 'docker-stop' ? 'time' : name;
  return topicNamed(`command/flag/${of}--${long}`);
}

function valueHit({ of, name, value }: Role & { kind: 'flag-value' }, offset: number): Hit | undefined {
  const topic = flagTopic(of, name) ?? commandTopic(of);
  const { text, span } = value;
  const own = topicNamed(`${topic}=${text}`);
  if (own) return hit(span, own);
  switch (name) {
    case 'publish':
      return hit(span, topic, [portLine(value), value.text.includes('$') ? undefined : ko.portItem(value.text.replace(/["']/g, ''))]);
    case 'volume':
      return hit(span, topic, [volumeLine(value)]);
    case 'env':
      return hit(span, topicNamed(`image/env/${text.replace(/=.*$/s, '')}`) ?? topic, [ko.variable(text)]);
    case 'tag':
      return imageHit(value, offset);
    case 'network':
    case 'net':
      return hit(span, of.startsWith('docker build') ? topic : 'command/arguments/network', [ko.value('--network', text)]);
    case 'file':
    case 'env-file':
    case 'output':
    case 'input':
    case 'compose-file':
      return hit(span, topic, [ko.value(`--${name}`, text)]);
    default:
      return hit(span, topic, [ko.value(`--${name}`, text)]);
  }
}

function portLine(word: Word): string | undefined {
  const { address, host, container } = portMapping(word);
  if (word.text.includes('$')) return undefined;
  return host?.text ? ko.portOpen(address?.text, host.text, container.text) : ko.portRandom(container.text);
}

function volumeLine(word: Word): string | undefined {
  const bare = (text: string) => text.replace(/["']/g, '');
  const { source, target } = volumeMount(word);
  if (!source) return ko.anonymousVolume(bare(target.text));
  const from = bare(source.text);
  // `$(pwd)` and `$PWD` are folders.
  return isPath(from) || from.startsWith('$') ? ko.bindMount(from, bare(target.text)) : ko.namedVolume(from, bare(target.text));
}

const ARGUMENTS = {
  container: 'command/arguments/container',
  'build-context': 'command/arguments/build-context',
  path: 'command/arguments/path',
  network: 'command/arguments/network',
  volume: 'command/arguments/volume',
  service: 'command/arguments/service',
} as const satisfies Record<string, Topic>;

function argumentHit({ inner }: Reading, { of, what, value }: Role & { kind: 'argument' }, offset: number): Hit | undefined {
  const { text, span } = value;
  switch (what) {
    case 'image':
      return imageHit(value, offset) ?? hit(span, 'command/arguments/image');
    case 'command':
      return argumentsHit(inner, inner.indexOf(value), 'command/arguments/command');
    case 'build-context':
      return hit(span, ARGUMENTS[what], [ko.context(text)]);
    case 'container':
      return hit(span, ARGUMENTS[what], [isName(text) ? ko.container(text) : undefined]);
    case 'service':
      return hit(span, ARGUMENTS[what], [ko.service(text)]);
    case 'other':
    case 'unknown':
      return hit(span, commandTopic(of));
    default:
      return hit(span, ARGUMENTS[what]);
  }
}

const isName = (text: string) => /^[\w.-]+$/.test(text);
