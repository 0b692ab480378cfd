import { type Hit, hit } from '../../core/language.ts';
import type { Word } from '../../core/text.ts';
import { type Topic, topicNamed } from '../../generated/topics.ts';
import { definitions } from '../facts.ts';
import type { ComposeFile, Scalar } from '../file.ts';
import { ko } from '../ko.ts';
import type { Trail } from '../trail.ts';

/** `KEY: value`, `- KEY=value` or `- KEY` under `environment`. */
export function environmentHit(file: ComposeFile, trail: Trail, node: Scalar, offset: number): Hit | undefined {
  const isItem = trail.steps.at(-1)?.kind === 'item';
  const parts = isItem ? pairOf(node.raw) : undefined;
  if (isItem && !parts) return hit(node.span, 'compose/services/environment~pass-through');
  if (parts && offset <= parts.name.span.end) return hit(parts.name.span, topicNamed(`image/env/${parts.name.text}`) ?? 'compose/services/environment~name');
  const value = parts?.value ?? node.raw;
  return hit(parts ? value.span : node.span, 'compose/services/environment~value', hostLines(file, value.text));
}

/** Hosts in a value that are services of this file, or `localhost`, the commonest mistake. */
function hostLines(file: ComposeFile, value: string): string[] {
  const names = new Set(definitions(file, 'services').map(({ name }) => name));
  const hosts = [...value.matchAll(/(?:\/\/(?:[^/@\s]*@)?|^)([A-Za-z0-9_.-]+)(?=[:/]|$)/g)].map((match) => match[1] ?? '');
  const lines = [...new Set(hosts)].filter((host) => names.has(host)).map(ko.hostIsService);
  return hosts.some((host) => host === 'localhost' || host === '127.0.0.1') ? [...lines, ko.localhost] : lines;
}

/** A name or value of build arguments and labels, in either syntax. */
export function pairHit(trail: Trail, node: Scalar, offset: number): Hit | undefined {
  const nameTopic = topicNamed(`${trail.path}~name`);
  const valueTopic: Topic | undefined = topicNamed(`${trail.path}~value`) ?? topicNamed(trail.path);
  if (trail.steps.at(-1)?.kind !== 'item') return hit(node.span, valueTopic);
  const parts = pairOf(node.raw);
  if (!parts) return hit(node.span, nameTopic);
  return offset <= parts.name.span.end ? hit(parts.name.span, nameTopic) : hit(parts.value.span, valueTopic);
}

function pairOf({ text, span: { start, end } }: Word): { name: Word; value: Word } | undefined {
  const equals = text.indexOf('=');
  if (equals < 0) return undefined;
  return {
    name: { text: text.slice(0, equals), span: { start, end: start + equals } },
    value: { text: text.slice(equals + 1), span: { start: start + equals + 1, end } },
  };
}
