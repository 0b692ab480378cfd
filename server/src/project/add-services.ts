import { type Converted, serviceLines, uniqueNames } from '../command/compose/index.ts';
import { ko } from '../command/compose/ko.ts';
import { declaration } from '../compose/declare.ts';
import { indentAt } from '../compose/indentation.ts';
import { modelOf, type ResourceSection } from '../compose/model.ts';
import { parse } from '../compose/parse.ts';
import { type Edit, insert } from '../core/rule.ts';

/**
 * Puts services that were docker run lines into a compose file: behind its last service, with the networks and volumes that they need and that
 * are not there. Only inserts. Nothing where the file is written in a way that lines can't be added to.
 */
export function servicesAdded(text: string, converted: readonly Converted[]): readonly Edit[] | undefined {
  const model = modelOf(parse(text));
  const head = model.heads.find(({ name }) => name === 'services');
  const last = model.services.at(-1);
  const isEmpty = text.trim() === '';
  if (model.broken || (head?.value?.kind === 'mapping' && head.value.flow) || (!head && !isEmpty && model.heads.length === 0)) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = last ? indentAt(text, last.start + last.key.span.start) : 2;
  if (indent === 0) return undefined;
  const taken = new Set(model.services.map(({ name }) => name));
  const names = uniqueNames(
    converted.map(({ name }) => name),
    taken,
  );
  const isSpaced = model.services.length > 1 && /\n[ \t]*\r?\n[ \t]*\S/.test(text.slice(head?.span.start ?? 0, last ? last.start + last.key.span.start : 0));
  const blocks = converted.map((it, i) => serviceLines(withoutTakenName(it, text), names[i], ' '.repeat(indent), ' '.repeat(indent)));
  const lines = blocks.flatMap((block, i) => (isSpaced || i > 0 ? ['', ...block] : block));
  const at = last ? last.start + (last.value?.span.end ?? last.key.span.end) : head ? head.span.end : undefined;
  const edits = [lineAfter(text, at, head ? lines : ['services:', ...lines], newline)];
  for (const section of ['networks', 'volumes'] as const) {
    const missing = missingIn(section, converted, new Set(model.resources[section].map(({ name }) => name)));
    if (missing.length === 0) continue;
    if (model.heads.some(({ name }) => name === section)) {
      const own = missing.map(({ name, lines: inner }) => declaration(model, section, name, inner));
      if (own.some((it) => it === undefined)) return undefined;
      edits.push(...own.filter((it) => it !== undefined));
    } else {
      const entries = missing.flatMap(({ name, lines: inner }) => [`${' '.repeat(indent)}${name}:`, ...inner.map((line) => `${' '.repeat(indent * 2)}${line}`)]);
      edits.push(lineAfter(text, undefined, [`${section}:`, `${' '.repeat(indent)}# ${section === 'volumes' ? ko.volume : ko.network}`, ...entries], newline));
    }
  }
  return joined(edits, text, newline);
}

interface Missing {
  readonly name: string;
  readonly lines: readonly string[];
}

function missingIn(section: ResourceSection, converted: readonly Converted[], known: ReadonlySet<string>): readonly Missing[] {
  const wanted = new Map<string, Missing>();
  for (const { networks, volumes } of converted) {
    if (section === 'networks') for (const name of networks) wanted.set(name, { name, lines: [] });
    else for (const { name, driver } of volumes) wanted.set(name, { name, lines: driver === undefined ? [] : [`driver: ${driver}`] });
  }
  return [...wanted.values()].filter(({ name }) => !known.has(name));
}

/** Two containers can't have one name: the one that is there keeps it. */
function withoutTakenName(it: Converted, text: string): Converted {
  const own = it.entries.find(({ key }) => key === 'container_name');
  const name = typeof own?.value === 'string' ? own.value : undefined;
  const isTaken =
    name !== undefined && text.split('\n').some((line) => /^\s*container_name:/.test(line) && line.replace(/^\s*container_name:\s*|["']|\s+#.*$/g, '').trim() === name);
  return isTaken ? { ...it, entries: it.entries.filter((entry) => entry !== own), lost: [...it.lost, ko.takenName(`--name ${name}`)] } : it;
}

/** Lines behind the line of a place, or at the end of the file. Every line ends in a line break. */
function lineAfter(text: string, at: number | undefined, lines: readonly string[], newline: string): Edit {
  const end = at === undefined ? -1 : text.indexOf('\n', Math.max(at - 1, 0));
  return insert(end < 0 ? text.length : end + 1, lines.map((line) => line + newline).join(''));
}

/** What is inserted at one place, as one edit; at the end of a file without a last line break, behind one. */
function joined(edits: readonly Edit[], text: string, newline: string): readonly Edit[] {
  const places = new Map<number, string>();
  for (const { span, text: put } of edits) places.set(span.start, (places.get(span.start) ?? '') + put);
  return [...places].map(([at, put]) => insert(at, at === text.length && text !== '' && !text.endsWith('\n') && !put.startsWith(newline) ? newline + put : put));
}
