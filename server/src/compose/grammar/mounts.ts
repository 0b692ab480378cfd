import { volumeMount } from '../../core/short.ts';
import type { Word } from '../../core/text.ts';

export type MountReason = 'empty' | 'empty-section' | 'too-many-colons';

/** What Compose finds wrong with a volume of the short syntax, and the piece that is. compose-go: format/volume.go */
export function mountProblem(word: Word): { readonly reason: MountReason; readonly at: Word } | undefined {
  if (word.text === '') return { reason: 'empty', at: word };
  if (word.text.length <= 2) return undefined;
  const sections = sectionsOf(word.text);
  if (sections.some((section) => section === '')) return { reason: 'empty-section', at: word };
  return sections.length > 3 ? { reason: 'too-many-colons', at: word } : undefined;
}

/** The pieces between colons; the colon behind a single letter is a drive's. */
function sectionsOf(text: string): string[] {
  const sections: string[] = [];
  let section = '';
  for (const char of text) {
    if (char === ':' && !/^\p{L}$/u.test(section)) {
      sections.push(section);
      section = '';
    } else section += char;
  }
  return [...sections, section];
}

/** The target of a mount as Compose sees it, without a trailing slash. */
export const targetOf = (word: Word): string => volumeMount(word).target.text.replace(/(?<=.)\/+$/, '');
