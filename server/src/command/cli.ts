import rows from './cli.json';
import { commandKind, flagsIn } from './knowledge.ts';

/** A command as the docker client knows it. */
export interface CliCommand {
  /** `docker run`, and every other name of it: `docker container run`. */
  readonly names: readonly string[];
  /** Long names; true where a value follows. */
  readonly flags: ReadonlyMap<string, boolean>;
  readonly short: ReadonlyMap<string, string>;
  /** How many words it takes at least and at most. Nothing where that is not known. */
  readonly least?: number;
  readonly most?: number;
  /** Flags of its own end where the first plain word stands: what follows belongs to the program that is run. */
  readonly stops: boolean;
  /** All its flags are known. */
  readonly isWhole: boolean;
}

// The client's own help, read by scripts/cli-data.mjs (docker 28.2). What follows is not in it: plugins, hidden and newer flags.

/** Flags that help does not show, and the client takes all the same. */
const HIDDEN: Readonly<Record<string, string>> = {
  'docker run': ':net= :net-alias= :dns-opt= :kernel-memory= :use-api-socket',
  'docker create': ':net= :net-alias= :dns-opt= :kernel-memory= :use-api-socket',
  'docker stop': ':time=',
  'docker restart': ':time=',
  'docker push': ':platform=',
  'docker history': ':platform=',
  'docker search': ':stars= :automated',
  'docker compose': ':verbose v:version :no-ansi :workdir=',
  'docker compose build': ':compress :force-rm :no-rm :parallel',
  'docker compose run': 't:tty :user= :use-api-socket',
  'docker compose rm': 'a:all',
  'docker compose pull': ':parallel :no-parallel',
  'docker compose up': ':quiet-pull :environment=',
};

/** How many words a command of a plugin takes at least. https://docs.docker.com/reference/cli/docker/compose/ */
const LEAST: Readonly<Record<string, number>> = {
  'docker compose exec': 2,
  'docker compose run': 1,
  'docker compose cp': 2,
  'docker compose port': 2,
  'docker compose attach': 1,
  'docker buildx build': 1,
};

const PLUGINS =
  'docker compose up,down,ps,logs,build,config,exec,run,stop,start,restart,rm,pull,push,images,top,watch,create,kill,cp,ls,port,events,version,volumes,stats,pause,unpause,attach,wait,scale,publish,commit,export,convert,bridge,alpha,viz,help;' +
  'docker buildx build,b,bake,create,dap,debug,debug-shell,dial-stdio,du,eval,history,imagetools,inspect,install,ls,policy,prune,replay,rm,stop,uninstall,use,version,help;' +
  'docker builder build,b,bake,create,debug,dial-stdio,du,history,imagetools,inspect,install,ls,prune,rm,stop,uninstall,use,version,help';

/** Plugins that come with Docker Desktop or are well known; whoever has others is not told off. */
const OTHER_PLUGINS =
  'compose buildx scout init debug desktop model mcp ai extension sbom dev offload cloud pass sandbox sbx agent cagent feedback harden help slim app machine kubernetes'.split(' ');

const STOPS = new Set(['docker run', 'docker create', 'docker exec', 'docker compose run', 'docker compose exec']);

const commands = new Map<string, CliCommand>();
const groups = new Map<string, Set<string>>();

function load(): void {
  if (commands.size > 0) return;
  for (const { names, flags = '', args } of rows) {
    const main = names.find((name) => name.split(' ').length === 2) ?? names[0] ?? '';
    add(names, flags, main, args);
  }
  for (const group of PLUGINS.split(';')) {
    const [path = '', subs = ''] = group.split(/ (?=\S+$)/);
    for (const sub of subs.split(',')) {
      const name = `${path} ${sub}`;
      if (commands.has(name)) continue;
      const kind = commandKind(name);
      add([name], '', name, LEAST[name] === undefined ? undefined : [LEAST[name]], kind !== undefined);
    }
    if (!commands.has(path)) add([path], '', path, undefined);
  }
  for (const name of OTHER_PLUGINS) groups.get('docker')?.add(name);
}

function add(names: readonly string[], written: string, main: string, args: readonly number[] | undefined, isWhole = true): void {
  const own = flagsIn(`${written} ${HIDDEN[main] ?? ''} :help`);
  const more = commandKind(main);
  const [least, most] = args ?? [];
  const command: CliCommand = {
    names: [main, ...names.filter((name) => name !== main)],
    flags: new Map([...(more?.flags ?? []), ...own.flags]),
    short: new Map([...(more?.short ?? []), ...own.short]),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    stops: STOPS.has(main),
    isWhole,
  };
  for (const name of names) {
    commands.set(name, command);
    const cut = name.lastIndexOf(' ');
    if (cut < 0) continue;
    const group = name.slice(0, cut);
    groups.set(group, (groups.get(group) ?? new Set()).add(name.slice(cut + 1)));
  }
}

/** A command by any of its names. */
export function cliCommand(path: string): CliCommand | undefined {
  load();
  return commands.get(path);
}

/** The words that may follow `docker`, `docker network` and their like; nothing for a command that is none. */
export function subCommands(path: string): ReadonlySet<string> | undefined {
  load();
  return groups.get(path);
}
