import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings, type Reported } from '../../server/src/core/check.ts';
import { check } from '../../server/src/dockerfile/check.ts';
import { lineOf } from '../../server/src/dockerfile/facts.ts';
import { parse } from '../../server/src/dockerfile/parse.ts';
import { rules } from '../../server/src/generated/dockerfile-rules.ts';

const mall = ['backend', 'frontend', 'nginx'].map((folder) => ({
  folder,
  text: readFileSync(path.resolve(import.meta.dirname, `../../examples/shopping-mall/${folder}/Dockerfile`), 'utf8'),
}));

/** One mistake in one line; nothing where the line is not of that kind. A line `0` means the line below. */
const MISTAKES: Readonly<Record<string, (line: string) => string | undefined>> = {
  'a letter of the instruction missing': (line) => (/^[A-Z]{3,} /.test(line) ? line.replace(/^(\w)\w/, '$1') : undefined),
  'two letters of the instruction swapped': (line) => (/^[A-Z]{3,} /.test(line) ? line.replace(/^(\w)(\w)(\w)/, '$1$3$2') : undefined),
  'a letter of the instruction doubled': (line) => (/^[A-Z]{3,} /.test(line) ? line.replace(/^(\w)(\w)/, '$1$2$2') : undefined),
  'no space behind the instruction': (line) => (/^[A-Z]+ [[."'a-z]/.test(line) ? line.replace(' ', '') : undefined),
  'a colon behind the instruction': (line) => (/^[A-Z]+ /.test(line) ? line.replace(' ', ':') : undefined),
  'a wide space behind the instruction': (line) => (/^[A-Z]+ /.test(line) ? line.replace(' ', '\u3000') : undefined),
  'a space without break behind the instruction': (line) => (/^[A-Z]+ /.test(line) ? line.replace(' ', '\u00A0') : undefined),
  'nothing behind the instruction': (line) => (/^(?!RUN|CMD|ENTRYPOINT)[A-Z]+ /.test(line) && !line.endsWith('\\') ? line.replace(/ .*/, '') : undefined),
  'a comment of another language': (line) => (/^# \S/.test(line) && !line.includes('=') ? line.replace('#', '//') : undefined),
  'a letter of a flag missing': (line) => (/ --(?:from|chown|mount|platform|interval|timeout|retries|start-period)=/.test(line) ? line.replace(/ --(\w)\w/, ' --$1') : undefined),
  'a flag in upper case': (line) => (/ --(?:from|chown|mount|platform|interval|timeout|retries)=/.test(line) ? line.replace(/ --(\w+)/, (flag) => flag.toUpperCase()) : undefined),
  'a space instead of the equals sign of a flag': (line) => (/^(?:COPY|FROM|HEALTHCHECK) --[\w-]+=/.test(line) ? line.replace('=', ' ') : undefined),
  'a flag twice': (line) => (/^(?:COPY|FROM) --/.test(line) ? line.replace(/( --\S+)/, '$1$1') : undefined),
  'a type of mount misspelt': (line) => (/type=\w+/.test(line) ? line.replace(/type=(\w)\w/, 'type=$1') : undefined),
  'an option of a mount misspelt': (line) => (/,target=/.test(line) ? line.replace(',target', ',tagret') : undefined),
  'an image in upper case': (line) => (/^FROM [a-z]+[:-]/.test(line) ? line.replace(/ [a-z]/, (first) => first.toUpperCase()) : undefined),
  'an equals sign before the tag': (line) => (/^FROM [\w/-]+:\S/.test(line) ? line.replace(':', '=') : undefined),
  'no tag behind the colon': (line) => (/^FROM [\w/-]+:\S+/.test(line) ? line.replace(/:\S+/, ':') : undefined),
  'a space before the tag': (line) => (/^FROM [\w/-]+:\S/.test(line) ? line.replace(':', ' :') : undefined),
  'two tags': (line) => (/^FROM [\w/-]+:\S/.test(line) ? line.replace(/:\S+/, '$&:latest') : undefined),
  'no AS': (line) => (/ AS /.test(line) ? line.replace(' AS ', ' ') : undefined),
  'no name behind AS': (line) => (/ AS /.test(line) ? line.replace(/ AS .*/, ' AS') : undefined),
  'a number before the name of a stage': (line) => (/ AS /.test(line) ? line.replace(' AS ', ' AS 1') : undefined),
  'a space in the name of a stage': (line) => (/ AS /.test(line) ? line.replace(/( AS \w\w)/, '$1 ') : undefined),
  'a stage that comes later': (line) => (/--from=/.test(line) ? line.replace(/--from=\w+/, '--from=9') : undefined),
  'a port in words': (line) => (/^EXPOSE \d/.test(line) ? line.replace(/\d+/, 'web') : undefined),
  'a port too large': (line) => (/^EXPOSE \d/.test(line) ? line.replace(/\d+/, '$&99') : undefined),
  'ports with a comma': (line) => (/^EXPOSE \d/.test(line) ? line.replace(/\d+/, '$&,80') : undefined),
  'a port in brackets': (line) => (/^EXPOSE \d/.test(line) ? line.replace(/\d+/, '["$&"]') : undefined),
  'a comment behind': (line) => (/^(?:EXPOSE|FROM|ENV) /.test(line) && !line.endsWith('\\') ? `${line} # here` : undefined),
  'no equals sign': (line) => (/^ENV \w+=\S+ \w+=/.test(line) ? line.replace(/(=\S+ \w+)=/, '$1 ') : undefined),
  'no name before the equals sign': (line) => (/^(?:ENV|ARG) \w+=/.test(line) ? line.replace(/ \w+=/, ' =') : undefined),
  'a name alone': (line) => (/^ENV \w+=\S+$/.test(line) ? line.replace(/=.*/, '') : undefined),
  'a quote left open': (line) => (/^(?:ENV|ARG|WORKDIR|COPY|USER|EXPOSE) \S/.test(line) && !/["\\]/.test(line) ? `${line}"` : undefined),
  'a brace left open': (line) => (/^(?:ENV|ARG|WORKDIR|COPY|USER) \S/.test(line) && !/["\\]/.test(line) ? `${line}\${A` : undefined),
  'an array with a number': (line) => (/^(?:CMD|ENTRYPOINT) \[.*\]/.test(line) ? line.replace(/\]$/, ', 1]') : undefined),
  'no unit': (line) => (/--interval=\d+s/.test(line) ? line.replace(/(--interval=\d+)s/, '$1') : undefined),
  'a count in words': (line) => (/--retries=\d/.test(line) ? line.replace(/(--retries=)\d/, '$1three') : undefined),
  'a healthcheck without CMD': (line) => (/^HEALTHCHECK.* CMD |^\s+CMD /.test(line) ? line.replace('CMD ', '') : undefined),
  'a conflict': (line) => (/^(?:RUN|COPY|CMD|ENV) /.test(line) && !line.endsWith('\\') ? `<<<<<<< HEAD\n${line}\n=======\n${line}\n>>>>>>> other` : undefined),
  'a forbidden trigger': (line) => (/^FROM /.test(line) ? `${line}\nONBUILD FROM a` : undefined),
  'an unknown signal': (line) => (/^(?:EXPOSE|USER) /.test(line) ? `STOPSIGNAL SIGQIUT` : undefined),
  'a shell without an array': (line) => (/^(?:EXPOSE|USER) /.test(line) ? `SHELL /bin/sh -c` : undefined),
};

/** Lines that break by being broken, with the line that says so. */
function mutants(text: string): { readonly name: string; readonly text: string; readonly line: number }[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const broken = Object.entries(MISTAKES).flatMap(([name, mistake]) => {
      const put = mistake(line);
      if (put === undefined || put === line) return [];
      return [{ name, text: lines.with(index, put).join('\n'), line: index + 1 + (name === 'a forbidden trigger' ? 1 : 0) }];
    });
    const next = lines[index + 1] ?? '';
    const cut = line.endsWith('\\') && /^\s*\S/.test(next) ? [{ name: 'no backslash', text: lines.with(index, line.replace(/ *\\$/, '')).join('\n'), line: index + 2 }] : [];
    return [...broken, ...cut];
  });
}

describe('dockerfile/mutations', () => {
  const errorsOf = (text: string): readonly Reported[] =>
    check(parse(text), rules, defaultSettings, (_, error) => {
      throw error;
    }).filter(({ severity }) => severity === 'error');

  it('one mistake in the shopping mall is one error, at its line', () => {
    let single = 0;
    let atLine = 0;
    let seen = 0;
    const off: string[] = [];
    for (const { folder, text: whole } of mall) {
      for (const { name, text, line } of mutants(whole)) {
        seen++;
        const errors = errorsOf(text);
        const file = parse(text);
        const lines = errors.map(({ at }) => lineOf(file, at.start));
        if (errors.length === 1) single++;
        if (lines.includes(line)) atLine++;
        if (errors.length !== 1 || !lines.includes(line))
          off.push(`${folder}: ${name}, line ${line}: ${errors.map(({ rule, at }) => `${rule}@${lineOf(file, at.start)}`).join(' ')}`);
      }
    }
    assert.ok(seen >= 150, `${seen} mutants`);
    assert.ok(single / seen >= 0.95 && atLine / seen >= 0.95, `${single} single, ${atLine} at the line, of ${seen}\n${off.join('\n')}`);
  });

  for (const { folder, text } of mall) {
    it(`${folder}/Dockerfile itself has none, in any profile`, () => {
      for (const profile of ['beginner', 'work', 'exam'] as const) {
        const found = check(parse(text), rules, { ...defaultSettings, profile }, (_, error) => {
          throw error;
        });
        assert.deepEqual(
          found.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      }
    });
  }
});
