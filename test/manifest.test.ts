import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, expanded } from './support/snippets.ts';

const root = path.resolve(import.meta.dirname, '..');
const manifest: { contributes: { snippets: { language: string; path: string }[] } } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const contributed = manifest.contributes.snippets;

const entriesOf = (file: string): [string, Entry][] => Object.entries(JSON.parse(readFileSync(path.join(root, file), 'utf8')));
const wordsOf = ({ prefix = [], prefixes = [] }: Entry) => [...prefix, ...prefixes];

/** The file of nginx's snippets is the server's alone: no editor knows the language by itself. */
const files = [...contributed, { language: 'nginx', path: './snippets/nginx.json' }];

describe('the snippets of the manifest', () => {
  it('stand in files that are there', () => {
    for (const { path: file } of contributed) assert.ok(existsSync(path.join(root, file)), file);
  });

  it('are for every language of the field', () =>
    assert.deepEqual([...new Set(contributed.map(({ language }) => language))].sort(), ['dockercompose', 'dockerfile', 'dotenv', 'ignore', 'markdown', 'shellscript']));

  for (const language of new Set(files.map((it) => it.language))) {
    const entries = files.filter((it) => it.language === language).flatMap(({ path: file }) => entriesOf(file));

    it(`${language}: no two have a prefix in common`, () => {
      const words = entries.flatMap(([, entry]) => wordsOf(entry));
      assert.deepEqual(
        words.filter((word, index) => words.indexOf(word) !== index),
        [],
      );
    });

    for (const [name, entry] of entries)
      it(`${language}: ${name} has a Korean description, an English and a Korean prefix`, () => {
        assert.match(entry.description, /[가-힣].*[.]$/);
        const words = wordsOf(entry);
        assert.ok(
          words.some((it) => /^[a-z][\w-]*$/.test(it)),
          'English',
        );
        assert.ok(
          words.some((it) => /^[가-힣]/.test(it)),
          'Korean',
        );
        assert.ok(
          words.every((it) => /^[\p{L}\p{N}_-]+$/u.test(it)),
          'one word each',
        );
        assert.ok(expanded(entry.body.join('\n')).trim() !== '');
      });

    // What has a place is offered by the server, and only there: the editor would offer it everywhere.
    it(`${language}: either the editor offers a snippet or the server`, () => {
      for (const [name, entry] of entries) assert.equal(entry.prefix === undefined, entry.place !== undefined && entry.prefixes !== undefined, name);
    });
  }
});

describe('the walkthrough', () => {
  const all: { commands: { command: string }[]; walkthroughs: { steps: { description: string; media: { markdown: string }; completionEvents: string[] }[] }[] } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  ).contributes;
  const nls: Record<string, string> = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8'));
  const ours = new Set(all.commands.map(({ command }) => command));

  for (const { description, media, completionEvents } of all.walkthroughs.flatMap(({ steps }) => steps)) {
    const text = nls[description.replaceAll('%', '')] ?? '';
    it(`${media.markdown}: is there, in Korean, and its links and ends are commands of ours`, () => {
      assert.match(readFileSync(path.join(root, media.markdown), 'utf8'), /[가-힣]/);
      assert.match(text, /[가-힣]/);
      const commands = [...text.matchAll(/\(command:([\w.-]+)/g), ...completionEvents.join('\n').matchAll(/^onCommand:(.+)$/gm)].map(([, command = '']) => command);
      assert.ok(commands.length > 0);
      assert.deepEqual(
        commands.filter((it) => !ours.has(it)),
        [],
      );
    });
  }
});
