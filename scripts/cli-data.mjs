// Writes server/src/command/cli.json: what the docker client on this machine accepts, read from its own help. Run by hand with a new client;
// `docker compose` and `docker buildx` are plugins, whose rows are in knowledge.ts. Nothing is started: a wrong number of words is refused first.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const docker = (...words) => spawnSync('docker', words, { encoding: 'utf8', env: { ...process.env, DOCKER_HOST: 'unix:///nowhere', COLUMNS: '400' } });
const rows = new Map();

/** How many words a command takes, as it says when it gets none, or far too many. */
function wordsOf(words) {
  const said = ({ stderr }) => /(accepts no arguments)| requires (?:(at least|at most) )?(\d+)(?: (?:and at most|to) (\d+))? arguments?/.exec(stderr) ?? [];
  const [, , few, count = '0', both] = said(docker(...words));
  const [, none, many, limit, most] = said(docker(...words, ...Array(30).fill('x/:x')));
  const least = few === 'at most' ? 0 : Number(count);
  if (none) return [0, 0];
  const last = both ?? most ?? (many === 'at least' ? undefined : limit);
  return [least, ...(last === undefined ? [] : [Number(last)])];
}

function visit(words) {
  const help = docker(...words, '--help').stdout;
  const commands = [...help.matchAll(/^ {2}([a-z][\w-]*)\*? {2,}\S/gm)].map(([, name]) => name);
  const flags = [...help.matchAll(/^ +(?:-(\w), )? *--([\w-]+)(?: ([a-zA-Z0-9<>]+))? {2,}/gm)]
    .filter(([, , name]) => name !== 'help')
    .map(([, short = '', name, type]) => `${short}:${name}${type ? '=' : ''}`);
  const aliases = /^Aliases:\n {2}(.+)$/m.exec(help)?.[1].split(', ') ?? [['docker', ...words].join(' ')];
  // The help of an unknown word is that of the command above it.
  const isGroup = words.length < 2 && new RegExp(`^Usage: +${['docker', ...words].join(' ')}(?: \\[OPTIONS\\])? COMMAND$`, 'm').test(help);
  const args = isGroup ? undefined : wordsOf(words);
  rows.set(aliases.join(), { names: aliases, ...(flags.length > 0 && { flags: flags.join(' ') }), ...(args && { args }) });
  if (isGroup) for (const name of commands) visit([...words, name]);
}

visit([]);
const out = path.resolve(import.meta.dirname, '../server/src/command/cli.json');
writeFileSync(out, `[\n${[...rows.values()].map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
