import { parseArgs } from 'node:util';
import { CHOICES, type ChoiceName, isChoice } from '../../src/service/new-project.ts';
import { ko } from '../ko.ts';

/** What somebody asked `new` to do. */
export interface NewOptions {
  readonly folder: string;
  /** Empty where what is there decides. */
  readonly wanted: Readonly<Record<string, string>>;
  readonly isDry: boolean;
  /** Files that may be written over, as they were given. */
  readonly force: readonly string[];
}

/** Names for pieces of a stack, and what each chooses. */
const PIECES: Readonly<Record<string, readonly [ChoiceName, string]>> = {
  next: ['frontend', 'next'],
  nextjs: ['frontend', 'next'],
  vite: ['frontend', 'vite'],
  react: ['frontend', 'vite'],
  spring: ['backend', 'spring-gradle'],
  'spring-gradle': ['backend', 'spring-gradle'],
  'spring-maven': ['backend', 'spring-maven'],
  express: ['backend', 'express'],
  node: ['backend', 'express'],
  nginx: ['proxy', 'nginx'],
  mysql: ['database', 'mysql'],
  mariadb: ['database', 'mariadb'],
  postgres: ['database', 'postgres'],
  redis: ['cache', 'redis'],
};

/** Stacks that have a name of their own. */
const STACKS: Readonly<Record<string, string>> = { mall: 'next+spring+nginx+mysql+redis', [ko.newProject.mall]: 'next+spring+nginx+mysql+redis' };

const SERVICES: readonly ChoiceName[] = ['frontend', 'backend', 'proxy', 'database', 'cache'];
const NAMES: readonly ChoiceName[] = [...SERVICES, 'purpose', 'comments', 'file'];

/** The options of `new`, or a Korean line that says what is wrong with them. */
export function newOptions(words: readonly string[]): NewOptions | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (error) {
    return ko.badOption(/'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '');
  }
  const { values, positionals } = parsed;
  const [first, ...rest] = positionals;
  const stack = first === undefined ? undefined : stackOf(first);
  const folders = stack ? rest : positionals;
  if (folders.length > 1) return stack ? ko.newProject.oneFolder : ko.newProject.badStack(folders[0] ?? '', Object.keys(PIECES));
  const wanted: Record<string, string> = { ...stack };
  for (const name of NAMES) {
    const given = values[name];
    if (given === undefined) continue;
    const word = name === 'purpose' ? (ko.newProject.purposes[given] ?? given) : given;
    if (!isChoice(name, word)) return ko.badValue(`--${name}`, given, name === 'purpose' ? Object.keys(ko.newProject.purposes) : CHOICES[name]);
    wanted[name] = word;
  }
  return { folder: folders[0] ?? '.', wanted, isDry: values['dry-run'], force: values.force.flatMap((it) => it.split(',')) };
}

/** `next+spring+mysql`: what it does not name is not wanted. Nothing for a word that is no stack. */
function stackOf(word: string): Readonly<Record<string, string>> | undefined {
  const pieces = (STACKS[word] ?? word).split(/[+,]/).map((name) => PIECES[name.toLowerCase()]);
  if (!pieces.every((it) => it !== undefined)) return undefined;
  return Object.fromEntries([...SERVICES.map((name) => [name, 'none'] as const), ...pieces]);
}

const text = { type: 'string' } as const;

const parse = (words: readonly string[]) =>
  parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      frontend: text,
      backend: text,
      proxy: text,
      database: text,
      cache: text,
      purpose: text,
      comments: text,
      file: text,
      'dry-run': { type: 'boolean', default: false },
      force: { type: 'string', multiple: true, default: [] },
    },
  });
