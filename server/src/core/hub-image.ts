import { imageReference, isDockerHub } from './image.ts';
import type { Word } from './text.ts';

/** An image by its name on Docker Hub, whichever way the reference is written. */
export interface HubImage {
  /** `mysql`, `dpage/pgadmin4`; of other registries with the registry in front. */
  readonly name: string;
  /** Absent where a reference names none, or only a digest. */
  readonly tag?: string;
  readonly major?: number;
}

/** The image that a reference without variables means. */
export function hubImageIn(word: Word): HubImage {
  const { registry, namespace, name, tag } = imageReference(word);
  const host = registry && !isDockerHub(registry) ? `${registry.text}/` : '';
  const owner = namespace && (host !== '' || namespace.text !== 'library') ? `${namespace.text}/` : '';
  const major = /^v?(\d+)/.exec(tag?.text ?? '')?.[1];
  return { name: `${host}${owner}${name.text}`, ...(tag && { tag: tag.text }), ...(major !== undefined && { major: Number(major) }) };
}

/** The same of a text alone. */
export const hubImageNamed = (text: string): HubImage => hubImageIn({ text, span: { start: 0, end: text.length } });

/** Whether it is one of Docker Hub's own images, which nobody's name stands before. */
export const isOfficial = ({ name }: HubImage): boolean => !name.includes('/') && name !== 'scratch';
