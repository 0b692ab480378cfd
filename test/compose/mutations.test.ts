import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { check } from '../../server/src/compose/check.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { lineOf } from '../../server/src/compose/position.ts';
import { defaultSettings, type Reported } from '../../server/src/core/check.ts';
import { emptyView } from '../../server/src/core/project-view.ts';
import { rules } from '../../server/src/generated/compose-rules.ts';

const mall = readFileSync(path.resolve(import.meta.dirname, '../../examples/shopping-mall/compose.yaml'), 'utf8');

/** One mistake in one line; nothing where the line is not of that kind. */
const MISTAKES: Readonly<Record<string, (line: string) => string | undefined>> = {
  'a key misspelt': (line) =>
    /^\s+(?:image|ports|volumes|environment|depends_on|healthcheck|networks|restart|interval|condition|build|context|test):/.test(line)
      ? line.replace(/(\w)(\w)(\w*:)/, '$1$3')
      : undefined,
  'no colon': (line) => (/^\s+[\w-]+:(?:\s|$)/.test(line) ? line.replace(':', '') : undefined),
  'no space after the colon': (line) => (/^\s+[\w-]+: [a-z]/.test(line) ? line.replace(': ', ':') : undefined),
  'one column too far': (line) => (/^\s+[\w-]+: \S/.test(line) ? ` ${line}` : undefined),
  'one column short': (line) => (/^\s+[\w-]+: \S/.test(line) ? line.slice(1) : undefined),
  'a tab': (line) => (/^\s+\S/.test(line) ? line.replace(/^\s+/, '\t') : undefined),
  'a quote left open': (line) => (/"\s*$/.test(line) && !line.includes('#') ? line.replace(/"\s*$/, '') : undefined),
  'a wide colon': (line) => (/^\s+[\w-]+:(?:\s|$)/.test(line) ? line.replace(':', '：') : undefined),
  'no space after the dash': (line) => (/^\s+- \S/.test(line) ? line.replace('- ', '-') : undefined),
  'a list instead of a text': (line) => (/^\s+(?:image|container_name|restart|context|interval|working_dir): \S/.test(line) ? line.replace(/: (.*)$/, ': [[$1]]') : undefined),
  'a number instead of a map': (line) => (/^\s+(?:healthcheck|logging|deploy|build):$/.test(line) ? `${line} 7` : undefined),
  'a port out of range': (line) => (/^\s+- "(?:127\.0\.0\.1:)?\d+:\d+"/.test(line) ? line.replace(/:(\d+)"/, ':$1999"') : undefined),
  'a name that is not there': (line) => (/^\s+- (?:[a-z]+-)?[a-z]+(?::\/.*)?$/.test(line) ? line.replace(/- ([a-z-]+)/, '- $1-xyz') : undefined),
  'a variable left open': (line) => (/\$\{[A-Z_]+[^}]*\}/.test(line) ? line.replace('}', '') : undefined),
};

/** Lines that break by being broken, with what they say then. */
function mutants(text: string): { readonly name: string; readonly text: string; readonly line: number }[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (/^\s*(?:#|$)/.test(line)) return [];
    return Object.entries(MISTAKES).flatMap(([name, mistake]) => {
      const broken = mistake(line);
      return broken === undefined || broken === line ? [] : [{ name, text: lines.with(index, broken).join('\n'), line: index + 1 }];
    });
  });
}

describe('compose/mutations', () => {
  const errorsOf = (text: string): readonly Reported[] =>
    check(parse(text), rules, emptyView, defaultSettings, (_, error) => {
      throw error;
    }).filter(({ severity }) => severity === 'error');

  it('one mistake in the shopping mall is one error, at its line', () => {
    let single = 0;
    let atLine = 0;
    let seen = 0;
    const off: string[] = [];
    for (const { name, text, line } of mutants(mall)) {
      const errors = errorsOf(text);
      // Some lines may be written either way.
      if (errors.length === 0) continue;
      seen++;
      const file = parse(text);
      const lines = errors.flatMap(({ at, related = [] }) => [lineOf(file, at.start), ...related.map((it) => lineOf(file, it.at.start))]);
      if (errors.length === 1) single++;
      if (lines.includes(line)) atLine++;
      if (errors.length !== 1 || !lines.includes(line)) off.push(`${name}, line ${line}: ${errors.map(({ rule, at }) => `${rule}@${lineOf(file, at.start)}`).join(' ')}`);
    }
    assert.ok(seen >= 300, `${seen} mutants`);
    assert.ok(single / seen >= 0.97 && atLine / seen >= 0.97, `${single} single, ${atLine} at the line, of ${seen}\n${off.join('\n')}`);
  });

  it('the shopping mall itself has none, in any profile', () => {
    for (const profile of ['beginner', 'work', 'exam'] as const) {
      const found = check(parse(mall), rules, emptyView, { ...defaultSettings, profile }, (_, error) => {
        throw error;
      });
      assert.deepEqual(
        found.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    }
  });
});
