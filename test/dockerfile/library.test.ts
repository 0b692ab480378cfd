import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DockerfileParser, ModifiableInstruction } from 'dockerfile-ast';
import { fencesOf } from '../../server/src/core/fences.ts';
import { instructionsOf } from '../../server/src/dockerfile/facts.ts';
import { parse } from '../../server/src/dockerfile/parse.ts';
import { rules } from '../../server/src/generated/dockerfile-rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What the field's own parser makes of a Dockerfile: keyword, place, flags and their values. */
function byLibrary(text: string): string[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((it) => {
      const { line, character } = it.getInstructionRange().start;
      const flags = it instanceof ModifiableInstruction ? it.getFlags().map((flag) => `--${flag.getName()}${flag.getValue() === null ? '' : `=${flag.getValue()}`}`) : [];
      return [(starts[line] ?? 0) + character, it.getKeyword(), ...flags].join(' ');
    });
}

const byUs = (text: string): string[] =>
  [...instructionsOf(parse(text))].map(({ start, block }) =>
    [start + block.name.span.start, block.name.text.toUpperCase(), ...block.flags.map(({ name, value }) => `--${name.text}${value ? `=${value.text}` : ''}`)].join(' '),
  );

const lessons = readdirSync(path.join(root, 'server/content'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
const fences = lessons.flatMap((file) => {
  const text = readFileSync(path.join(root, 'server/content', file), 'utf8');
  return fencesOf(text)
    .filter(({ language }) => language === 'dockerfile')
    .map(({ start, end }) => text.slice(start, end));
});
const mall = ['frontend', 'backend', 'nginx'].map((folder) => readFileSync(path.join(root, 'examples/shopping-mall', folder, 'Dockerfile'), 'utf8'));
const examples = Object.values(rules).flatMap((rule) => rule.examples.flatMap(({ good, fixed }) => [good, fixed].filter((text) => text !== undefined)));

/** Where BuildKit reads otherwise than the library: https://github.com/rcjsuen/dockerfile-ast. Everything else must agree. */
const TRAPS: readonly (readonly [string, string])[] = [
  ['a blank between `<<` and the name of a heredoc', 'FROM a\nRUN << EOF\nhello\nEOF\n'],
  ['a command that begins with two dashes', 'FROM a\nCMD --version\n'],
];

describe('dockerfile/parse beside dockerfile-ast', () => {
  for (const [name, texts] of [
    ['the shopping mall', mall],
    ['the fences of the lessons', fences],
    ['the examples of the rules', examples],
  ] as const) {
    it(`${name}: the same instructions at the same places with the same flags`, () => {
      assert.ok(texts.length >= 3);
      const differing = texts.filter((text) => JSON.stringify(byUs(text)) !== JSON.stringify(byLibrary(text)));
      assert.deepEqual(
        differing.map((text) => [text, byUs(text), byLibrary(text)]),
        [],
      );
    });
  }

  for (const [name, text] of TRAPS) it(`differs on purpose: ${name}`, () => assert.notDeepEqual(byUs(text), byLibrary(text)));
});
