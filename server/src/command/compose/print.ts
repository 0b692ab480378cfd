import type { Converted } from './convert.ts';
import { ko } from './ko.ts';
import { linesOf, map, scalar } from './node.ts';

/** The lines of a service below `services:`, its name first. */
export function serviceLines({ name, entries, lost }: Converted, as = name, indent = '  ', step = '  '): string[] {
  const inner = indent + step;
  const comments = lost.length === 0 ? [] : [`${inner}# ${ko.lostHead}`, ...lost.map((line) => `${inner}# ${line}`)];
  return [`${indent}${as}:`, ...comments, ...linesOf(map(...entries), inner)];
}

/** A compose file of its own for services that were docker run lines. */
export function composeFile(converted: readonly Converted[]): string {
  const names = uniqueNames(converted.map(({ name }) => name));
  const volumes = new Map(converted.flatMap(({ volumes: own }) => own.map((it) => [it.name, it] as const)));
  const networks = new Set(converted.flatMap(({ networks: own }) => own));
  const lines = [
    'services:',
    ...converted.flatMap((it, i) => [...(i > 0 ? [''] : []), ...serviceLines(it, names[i])]),
    ...section(
      'networks',
      [...networks].map((name) => [name]),
    ),
    ...section(
      'volumes',
      [...volumes.values()].map(({ name, driver }) => (driver === undefined ? [name] : [name, `driver: ${scalar(driver)}`])),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function section(name: 'networks' | 'volumes', entries: readonly (readonly string[])[]): string[] {
  if (entries.length === 0) return [];
  return ['', `${name}:`, `  # ${name === 'volumes' ? ko.volume : ko.network}`, ...entries.flatMap(([own = '', ...inner]) => [`  ${own}:`, ...inner.map((line) => `    ${line}`)])];
}

/** `web`, `web-2`, `web-3`: none that is taken. */
export function uniqueNames(wanted: readonly string[], taken: ReadonlySet<string> = new Set()): string[] {
  const used = new Set(taken);
  return wanted.map((name) => {
    let own = name;
    for (let i = 2; used.has(own); i++) own = `${name}-${i}`;
    used.add(own);
    return own;
  });
}
