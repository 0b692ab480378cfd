import { type Topic, topicNamed } from '../generated/topics.ts';
import { ko } from './ko.ts';
import { type Hit, hit } from './language.ts';
import { covers, span, touches, type Word } from './text.ts';

/** The pieces of `registry/namespace/name:tag@digest`; spans are in the same text as the reference's own. */
export interface ImageReference {
  readonly registry?: Word;
  readonly namespace?: Word;
  readonly name: Word;
  readonly tag?: Word;
  readonly digest?: Word;
}

/**
 * Takes an image reference apart. The first piece is a registry when it has a dot or a colon or is `localhost`.
 * https://docs.docker.com/reference/cli/docker/image/tag/
 */
export function imageReference({ text, span: { start } }: Word): ImageReference {
  const at = text.indexOf('@');
  const untilDigest = at < 0 ? text.length : at;
  const colon = text.lastIndexOf(':', untilDigest - 1);
  const tagged = colon > text.lastIndexOf('/', untilDigest - 1);
  const pathEnd = tagged ? colon : untilDigest;
  const piece = (from: number, to: number): Word => ({ text: text.slice(from, to), span: span(start + from, start + to) });

  const first = text.indexOf('/');
  const hasRegistry = first > 0 && first < pathEnd && /[.:]|^localhost$/.test(text.slice(0, first));
  const pathStart = hasRegistry ? first + 1 : 0;
  const nameStart = Math.max(pathStart, text.lastIndexOf('/', pathEnd - 1) + 1);
  return {
    ...(hasRegistry && { registry: piece(0, first) }),
    ...(nameStart > pathStart && { namespace: piece(pathStart, nameStart - 1) }),
    name: piece(nameStart, pathEnd),
    ...(tagged && { tag: piece(colon + 1, untilDigest) }),
    ...(at >= 0 && { digest: piece(at + 1, text.length) }),
  };
}

/** Whether images come from Docker Hub: that is where they come from when nothing else is said. */
export const isDockerHub = (registry: Word | undefined): boolean => !registry || /^(?:index\.)?docker\.io$/.test(registry.text);

/** The lesson of a well-known image, whichever way Docker Hub's own images are written. */
export function imageTopic({ registry, namespace, name }: ImageReference): Topic | undefined {
  if (!isDockerHub(registry)) return undefined;
  const owner = namespace && namespace.text !== 'library' ? `${namespace.text}/` : '';
  return topicNamed(`image/${owner}${name.text}`);
}

/** What a reader who points into an image reference wants to know: of its name, its tag, its registry … */
export function imageHit(word: Word, offset: number): Hit | undefined {
  if (!touches(word.span, offset) || word.text.includes('$')) return undefined;
  const reference = imageReference(word);
  const { registry, namespace, name, tag, digest } = reference;
  if (registry && covers(registry.span, offset)) return hit(registry.span, 'reference/registry', [ko.registry(registry.text)]);
  if (namespace && covers(namespace.span, offset)) return hit(namespace.span, 'reference/namespace', [ko.namespace(namespace.text)]);
  if (digest && touches(digest.span, offset)) return hit(digest.span, 'reference/digest');
  if (tag && touches(tag.span, offset) && offset >= tag.span.start) return tagHit(name.text, tag);
  if (word.text === 'scratch') return hit(word.span, 'reference/scratch');
  const known = imageTopic(reference);
  const missing = tag || digest ? undefined : ko.noTag(name.text);
  return hit(name.span, known ?? 'reference/name', [known ? undefined : ko.unknownImage(word.text, !registry), missing]);
}

const VARIANTS: readonly (readonly [RegExp, Topic])[] = [
  [/alpine/, 'reference/variant=alpine'],
  [/(?:^|-)slim(?:-|$)/, 'reference/variant=slim'],
  [/(?:^|-)(?:bookworm|bullseye|trixie|buster)(?:-|$)/, 'reference/variant=debian'],
  [/(?:^|-)(?:noble|jammy|focal)(?:-|$)/, 'reference/variant=ubuntu'],
  [/(?:^|-)jre(?:-|$)/, 'reference/variant=jre'],
  [/(?:^|-)jdk(?:-|$)/, 'reference/variant=jdk'],
  [/^v?\d/, 'reference/variant=version'],
];

function tagHit(image: string, tag: Word): Hit | undefined {
  if (tag.text === 'latest') return hit(tag.span, 'reference/tag=latest', [ko.latest(image)]);
  const topic = VARIANTS.find(([pattern]) => pattern.test(tag.text))?.[1] ?? 'reference/tag';
  return hit(tag.span, topic, [ko.tag(image, tag.text, partsOf(tag.text))]);
}

/** `24-alpine` → version 24 and variant alpine. */
function partsOf(tag: string): { version?: string; variant?: string } {
  const match = /^v?(\d[\d.]*)(?:-(.+))?$/.exec(tag);
  if (!match) return { variant: tag };
  return { ...(match[1] && { version: match[1] }), ...(match[2] && { variant: match[2] }) };
}
