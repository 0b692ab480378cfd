// The snippets that the server offers, out of the files that the editor is given too.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const LANGUAGES = ['compose', 'dockerfile', 'dockerignore', 'nginx'];

/** A module with the snippets of `folder` that have a place, by language. */
export function snippetsModule(folder) {
  const own = (language) =>
    Object.entries(JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8')))
      .filter(([, { place }]) => place !== undefined)
      .map(([name, { isFileTemplate: _, body, ...rest }]) => ({ name, ...rest, body: body.join('\n') }));
  const all = Object.fromEntries(LANGUAGES.map((language) => [language, own(language)]));
  const type = `Readonly<Record<${LANGUAGES.map((it) => `'${it}'`).join(' | ')}, readonly Snippet[]>>`;
  return `import type { Snippet } from '../core/snippet.ts';\n\n/** Snippets that belong to a place, by language. */\nexport const snippets: ${type} = ${JSON.stringify(all)};\n`;
}
