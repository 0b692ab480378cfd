import { open } from 'node:fs/promises';

/** A file above this is no compose file. */
const LIMIT = 5 * 1024 * 1024;

/** The text of a file, or why it is none. */
export type ReadText = { readonly text: string } | { readonly problem: 'unreadable' | 'binary' | 'too-large' | 'not-utf-8' };

export async function readText(file: string): Promise<ReadText> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > LIMIT) return { problem: 'too-large' };
      return textOf(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch {
    return { problem: 'unreadable' };
  }
}

/** Bytes as text. Hangul that was saved as CP949 or UTF-16 is told from what is no text at all. */
export function textOf(bytes: Uint8Array): ReadText {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { problem: 'not-utf-8' };
  if (bytes.subarray(0, 8000).includes(0)) return { problem: 'binary' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: 'not-utf-8' };
  }
}
