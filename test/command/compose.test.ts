import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { parse as parseYaml } from 'yaml';
import { composeSchema } from '../../scripts/compose-shape.mjs';
import { cliCommand } from '../../server/src/command/cli.ts';
import { composeFile, convertedIn, pasted } from '../../server/src/command/compose/index.ts';
import { valueOf } from '../../server/src/command/compose/value.ts';
import { lineOf } from '../../server/src/command/line.ts';
import { check } from '../../server/src/compose/check.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { defaultSettings } from '../../server/src/core/check.ts';
import { emptyView } from '../../server/src/core/project-view.ts';
import { rules } from '../../server/src/generated/compose-rules.ts';
import { RUN_LINES } from './run-lines.ts';

const schema = createRequire(import.meta.url)
  .resolve('dclint/package.json')
  .replace(/package\.json$/, 'schemas/compose.schema.json');
const validate = new Ajv({ strict: false, validateSchema: false, meta: false }).compile(composeSchema(JSON.parse(readFileSync(schema, 'utf8'))));

const converted = (text: string) => composeFile(convertedIn(pasted(text)));

/** What our own rules refuse. */
const errorsOf = (text: string) =>
  check(parse(text), rules, emptyView, defaultSettings, (_, error) => {
    throw error;
  })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);

/** What of a flag's value must be found again. */
const essence = (value: string) =>
  valueOf(value)
    .text.split(/[=,:]/)
    .map((it) => it.replace(/["']/g, ''))
    .filter((it) => it !== '');

describe('command/compose', () => {
  it('knows 60 lines', () => assert.ok(RUN_LINES.length >= 60, `${RUN_LINES.length}`));

  for (const line of RUN_LINES) {
    it(line.replace(/\s+/g, ' '), () => {
      const text = converted(line);
      assert.ok(validate(parseYaml(text)), `${text}${JSON.stringify(validate.errors?.slice(0, 3))}`);
      assert.deepEqual(errorsOf(text), [], text);
      keepsEveryFlag(line, text);
    });
  }

  it('every flag of docker run is in one of the lines', () => {
    const used = new Set(RUN_LINES.flatMap((line) => pasted(line).commands.flatMap((command) => lineOf(pasted(line), command).flags.map(({ name }) => name))));
    const rest = [...(cliCommand('docker run')?.flags.keys() ?? [])].filter((name) => !used.has(name));
    assert.deepEqual(rest, ['net-alias', 'dns-opt', 'help']);
  });

  it('reads values as a shell does', () => {
    const cases: Readonly<Record<string, string>> = {
      'a"b c"d': 'ab cd',
      "'$HOME'": '$$HOME',
      '"$HOME/x"': '${HOME}/x',
      '${A:-b}': '${A:-b}',
      '$(pwd)/x': './x',
      '`pwd`': '.',
      '%cd%\\x': '.\\x',
      '"a\\"b"': 'a"b',
      'a\\ b': 'a b',
      '\\$HOME': '$$HOME',
      C$1: 'C$$1',
    };
    for (const [source, text] of Object.entries(cases)) assert.deepEqual(valueOf(source), { text, isComputed: false }, source);
    assert.ok(valueOf('$(id -u)').isComputed);
  });

  it('puts several lines into one file, each under its own name', () => {
    const text = converted('docker run -d nginx:1.28\ndocker run -d -v data:/x nginx:1.28\n');
    assert.deepEqual(Object.keys(parseYaml(text).services), ['nginx', 'nginx-2']);
    assert.deepEqual(parseYaml(text).volumes, { data: null });
  });

  it('reads lines of other shells', () => {
    for (const mark of ['\\', '^', '`']) assert.deepEqual(parseYaml(converted(`docker run -d ${mark}\r\n  -p 80:80 ${mark}\n  nginx:1.28`)).services.nginx.ports, ['80:80'], mark);
    assert.match(converted('PS C:\\Users> docker run nginx:1.28'), /nginx:1\.28/);
    assert.match(converted('$ sudo docker run nginx:1.28'), /nginx:1\.28/);
  });

  it('makes nothing of other lines', () => {
    for (const line of ['docker ps', 'docker run', 'docker run -d', 'docker run <이미지>', 'docker run $(cat image)', 'ls']) assert.deepEqual(convertedIn(pasted(line)), [], line);
  });
});

/** Every flag is a key of the file, or named in a comment. */
function keepsEveryFlag(line: string, text: string): void {
  const file = pasted(line);
  const [command] = file.commands;
  assert.ok(command);
  const own = text
    .split('\n')
    .filter((it) => !/^\s*#/.test(it))
    .map((it) =>
      it
        .replace(/ # .*$/, '')
        .replaceAll('"', '')
        .replaceAll('\\', ''),
    )
    .join('\n');
  const comments = text.split('\n').filter((it) => /^\s*#/.test(it));
  for (const { written, name, value } of lineOf(file, command).flags) {
    if (comments.some((it) => it.includes(`# ${written}`))) continue;
    if (value) {
      const last = essence(file.text.slice(value.span.start, value.span.end))
        .filter((it) => it !== 'readonly')
        .at(-1);
      // A later -e A=2 is what counts.
      if (value.text === 'A=1') continue;
      assert.ok(last === undefined || own.includes(last), `${written} ${value.text} is neither kept nor named:\n${text}`);
    } else assert.match(own, /: (?:true|false)/, `${name} is neither kept nor named:\n${text}`);
  }
}
