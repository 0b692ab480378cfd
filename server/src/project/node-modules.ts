import type { ComposeModel } from '../compose/model.ts';
import { buildOf, mountsOf, scalarAt } from '../compose/services.ts';
import type { Files } from '../core/files.ts';
import { resolvePath } from './paths.ts';

/**
 * Where the image of a service has Node packages, by the service's name: of services that mount the folder they are built from, and where
 * that folder has no packages of its own.
 */
export async function nodeModulesIn(model: ComposeModel, folder: string, files: Files): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const service of model.services) {
    const build = buildOf(service);
    const context = build?.context && resolvePath(folder, build.context.raw.text);
    if (context === undefined || !mountsOf(service).some(({ type, source }) => type === 'bind' && source && resolvePath(folder, source.text) === context)) continue;
    const dockerfile = resolvePath(`${context}/`, scalarAt(build?.settings, 'dockerfile')?.raw.text ?? 'Dockerfile');
    const text = dockerfile === undefined ? undefined : await files.read(dockerfile);
    const place = text === undefined ? undefined : installsIn(text);
    if (place !== undefined && (await files.stat(`${context}/node_modules`)) === 'missing') found.set(service.name, place);
  }
  return found;
}

/** The folder in which a Dockerfile installs Node packages; the last one where there are several. */
export function installsIn(dockerfile: string): string | undefined {
  let folder = '/';
  let found: string | undefined;
  for (const line of dockerfile.split(/\r?\n/)) {
    if (/^\s*FROM\s/i.test(line)) folder = '/';
    const workdir = /^\s*WORKDIR\s+["']?([^\s"']+)/i.exec(line)?.[1];
    if (workdir !== undefined) folder = workdir.startsWith('/') ? workdir : `${folder.replace(/\/$/, '')}/${workdir}`;
    if (/^\s*(?:RUN\s.*)?\b(?:npm (?:ci|install|i)|yarn install|pnpm (?:install|i))(?![\w-])(?!.*(?:\s-g\b|--global))|^\s*RUN\s+yarn\s*$/i.test(line)) found = folder;
  }
  return found === undefined || found.includes('$') ? undefined : found.replace(/(?<=.)\/+$/, '');
}
