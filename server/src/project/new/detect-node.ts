import { nextFacts, type PackageFacts, packageFacts } from '../../web/index.ts';
import type { Folder } from './detect.ts';
import type { Clients, FoundExpress, FoundFrontend, FoundNode, Manager } from './found.ts';

const NEXT_CONFIGS = ['next.config.ts', 'next.config.mjs', 'next.config.js', 'next.config.cjs', 'next.config.mts'];

/** Where the server of a project that does not say it mostly is. */
const ENTRIES = ['server.js', 'app.js', 'index.js'];

/** The newest version of Node that has long-term support, for whoever names none. https://nodejs.org/en/about/previous-releases */
const NODE = '24';

/** What a `package.json` makes of its folder: Next.js, Vite, Express, or nothing that we know. */
export async function detectNode(folder: Folder): Promise<FoundFrontend | FoundExpress | undefined> {
  const { facts } = packageFacts((await folder.read('package.json')) ?? '');
  const has = (...names: string[]) => facts.dependencies.some(({ name }) => names.includes(name.text));
  const common: FoundNode = { folder: folder.path, manager: managerOf(folder, facts), node: nodeOf(facts) };
  const hasPublic = folder.names.has('public');
  if (has('next')) {
    const config = NEXT_CONFIGS.find((name) => folder.names.has(name));
    const { output } = nextFacts((config && (await folder.read(config))) ?? '').facts;
    return { ...common, kind: 'next', standalone: output?.text === 'standalone', hasPublic, port: '3000' };
  }
  if (has('express')) return expressOf(folder, facts, common, clientsOf(has));
  if (has('vite')) return { ...common, kind: 'vite', standalone: false, hasPublic, port: '80' };
  return undefined;
}

async function expressOf(folder: Folder, facts: PackageFacts, common: FoundNode, clients: Clients): Promise<FoundExpress> {
  const script = (name: string) => facts.scripts.find((it) => it.name.text === name)?.command.text;
  const entry = /^node (?:--\S+ )*(\S+)$/.exec(script('start') ?? '')?.[1] ?? facts.main?.text ?? ENTRIES.find((name) => folder.names.has(name)) ?? 'index.js';
  const source = (await folder.read(entry)) ?? '';
  const port = /\bPORT\s{0,9}(?:\|\||\?\?)\s{0,9}['"]?(\d{2,5})\b/.exec(source)?.[1] ?? /\.listen\(\s{0,9}(\d{2,5})\b/.exec(source)?.[1] ?? '8080';
  return { ...common, kind: 'express', entry, built: script('build') !== undefined, port, clients };
}

const clientsOf = (has: (...names: string[]) => boolean): Clients => {
  const database = has('mysql2', 'mysql') ? 'mysql' : has('mariadb') ? 'mariadb' : has('pg', 'postgres') ? 'postgres' : undefined;
  return { ...(database && { database }), redis: has('redis', 'ioredis') };
};

function managerOf({ names }: Folder, { packageManager }: PackageFacts): Manager {
  if (names.has('pnpm-lock.yaml')) return 'pnpm';
  if (names.has('yarn.lock')) return names.has('.yarnrc.yml') || /^yarn@[2-9]/.test(packageManager?.text ?? '') ? 'yarn-berry' : 'yarn';
  return names.has('package-lock.json') ? 'npm' : 'none';
}

/** `>=20` is content with the newest. */
function nodeOf({ engines }: PackageFacts): string {
  const wanted = /^[\^~v=]?(\d{2})(?:\.|$)/.exec(engines.find(({ name }) => name.text === 'node')?.version.text ?? '')?.[1];
  return wanted && ['20', '22', '24'].includes(wanted) ? wanted : NODE;
}
