import type { Fact } from '../../core/fact.ts';
import type { CopyFact, StageFact } from '../../dockerfile/stack-facts.ts';
import { cleanPath } from '../../dockerignore/parse.ts';
import { chainOf } from './packages.ts';
import type { Program } from './stack.ts';

/** A program with its path in the context. */
export interface NamedProgram extends Omit<Program, 'script'> {
  readonly path: string;
}

const SCRIPT = /\.(?:ba)?sh$|^[\w-]*(?:entrypoint|start)[\w-]*$/i;
const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:sh|bash|ash|dash)$/;

/** The scripts of the context that a Dockerfile starts, as far as its copies show where they come from. */
export function programsIn(chain: readonly StageFact[], all: readonly StageFact[], entries: ReadonlySet<string>): NamedProgram[] {
  return [...startedIn(chain), ...all.flatMap((stage) => wrappersIn(stage, all, entries))];
}

function startedIn(chain: readonly StageFact[]): NamedProgram[] {
  const stage = chain.findLast(({ command }) => command.length > 0);
  if (!stage) return [];
  const copies = chain.flatMap((it) => it.copies);
  return stage.command.slice(0, 3).flatMap((at, i): NamedProgram[] => {
    const name = at.text.replace(/^["']|["']$/g, '');
    const isDirect = i === 0;
    if (!SCRIPT.test(name.slice(name.lastIndexOf('/') + 1)) || (i > 0 && !SHELL.test(stage.command[i - 1]?.text ?? ''))) return [];
    const path = sourceOf(name, chain.at(-1)?.workdir ?? '', copies);
    return path === undefined ? [] : [{ path, at, isDirect, stage }];
  });
}

/** `./gradlew` and `./mvnw` of the context's own folder. */
function wrappersIn(stage: StageFact, all: readonly StageFact[], entries: ReadonlySet<string>): NamedProgram[] {
  const copies = chainOf(all, stage).flatMap((it) => it.copies);
  const seen = new Set<string>();
  return stage.tasks.flatMap(({ program }): NamedProgram[] => {
    const path = /^(?:\.\/)(gradlew|mvnw)$/.exec(program.text)?.[1];
    if (path === undefined || seen.has(path) || !entries.has(path) || !copies.some((it) => it.sources.some((source) => takes(source, path)))) return [];
    seen.add(path);
    return [{ path, at: program, isDirect: true, stage }];
  });
}

const takes = ({ text }: Fact, name: string): boolean => {
  const path = cleanPath(`/${text}`).slice(1);
  return path === '' || path === name;
};

/** Where in the context a file of the image comes from; what later copies bring counts more. */
function sourceOf(name: string, workdir: string, copies: readonly CopyFact[]): string | undefined {
  const isBare = !name.includes('/');
  const inImage = cleanPath(name.startsWith('/') ? name : `${workdir || '/'}/${name}`);
  const base = inImage.slice(inImage.lastIndexOf('/') + 1);
  for (const { sources, destination } of [...copies].reverse()) {
    const into = cleanPath(destination === '' ? '/' : destination);
    for (const { text } of sources) {
      if (/[*?[$"']/.test(text)) continue;
      const path = cleanPath(`/${text}`).slice(1);
      const own = path.slice(path.lastIndexOf('/') + 1);
      if (path !== '' && (inImage === into || (own === base && (inImage === `${into}/${base}` || (isBare && /\/bin$/.test(into)))))) return path;
      if (inImage.startsWith(`${into === '/' ? '' : into}/`) && !/\.[a-z]+$/i.test(own) && (path === '' || own !== base)) {
        const rest = inImage.slice(into === '/' ? 1 : into.length + 1);
        return path === '' ? rest : `${path}/${rest}`;
      }
    }
  }
  return undefined;
}
