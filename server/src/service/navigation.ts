import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, Position } from 'vscode-languageserver-types';
import type { Files } from '../core/files.ts';
import type { Hit } from '../core/language.ts';
import { covers, touches } from '../core/text.ts';
import { ko } from '../project/ko.ts';
import { nameOf } from '../project/paths.ts';
import { spanOf } from '../project/stack/check.ts';
import { isNetworked, networksOf } from '../project/stack/hosts.ts';
import { type Link, linksOf } from '../project/stack/links.ts';
import { listensOf } from '../project/stack/listens.ts';
import type { Spot } from '../project/stack/stack.ts';
import { rangeOf } from './diagnostics.ts';
import type { JudgedStack } from './stacks.ts';

const placeIn = (stack: JudgedStack, spot: Spot) => spanOf(spot, (uri) => stack.known.get(uri));

/** The links of a stack that begin (`from`) or end (`to`) at a place. */
function linksAt(stack: JudgedStack, uri: string, offset: number, end: 'from' | 'to'): Link[] {
  return linksOf(stack.stack).filter((link) => {
    const spots = end === 'from' ? [link.from] : link.to;
    return spots.some((spot) => {
      const span = spot.uri === uri ? placeIn(stack, spot) : undefined;
      return span !== undefined && touches(span, offset);
    });
  });
}

/** Where the word at a place is defined, in other files of the stack too. */
export async function definitionsAt(stack: JudgedStack, uri: string, offset: number, files: Files): Promise<Location[]> {
  return locationsOf(
    stack,
    linksAt(stack, uri, offset, 'from').flatMap(({ to }) => to),
    files,
  );
}

/** Where the thing that is named or meant at a place is used: of an address every other address of the same service. */
export async function referencesAt(stack: JudgedStack, uri: string, offset: number, withDeclaration: boolean, files: Files): Promise<Location[]> {
  const here = [...linksAt(stack, uri, offset, 'to'), ...linksAt(stack, uri, offset, 'from')];
  const targets = new Set(here.flatMap(({ to }) => to.map(nameOfSpot)));
  const same = linksOf(stack.stack).filter(({ to }) => to.some((spot) => targets.has(nameOfSpot(spot))));
  const declarations = withDeclaration ? same.flatMap(({ to }) => to) : [];
  return locationsOf(stack, [...declarations, ...same.map(({ from }) => from)], files);
}

const nameOfSpot = ({ uri, fact, from = 0 }: Spot): string => `${uri} ${fact.id} ${from}`;

/** What is known of the address at a place. */
export function linkHit(stack: JudgedStack, uri: string, offset: number): Hit | undefined {
  const link = linksAt(stack, uri, offset, 'from').find(({ service }) => service);
  const span = link && placeIn(stack, link.from);
  const [declared] = link?.to ?? [];
  if (!link?.service || !span || !declared || !(covers(span, offset) || touches(span, offset))) return undefined;
  const { service } = link;
  const ports = listensOf(service).map(({ port }) => port);
  const live = [ko.reaches(service.name, nameOf(declared.uri)), ...(ports.length > 0 ? [ko.listens(service.name, ports)] : []), ...networkLines()];
  return { span, live };

  function networkLines(): string[] {
    const from = stack.stack.services.find((it) => it.parts.some((part) => part.uri === uri) || it.nginx.some((file) => file.uri === uri));
    if (!from || !isNetworked(from) || from.parts.some((part) => part.uri === uri)) return [];
    const shared = [...networksOf(from)].filter((network) => networksOf(service).has(network));
    return [shared.length > 0 ? ko.shares(shared) : ko.apart];
  }
}

async function locationsOf(stack: JudgedStack, spots: readonly Spot[], files: Files): Promise<Location[]> {
  const found = new Map<string, Location>();
  for (const spot of spots) {
    const span = placeIn(stack, spot);
    const text = await files.read(spot.uri);
    if (!span || text === undefined) continue;
    const range = rangeOf(TextDocument.create(spot.uri, '', 0, text), span);
    found.set(`${spot.uri} ${span.start}`, { uri: spot.uri, range });
  }
  return [...found.values()];
}

/** A position as an offset in a document that may not be open. */
export const offsetAt = (uri: string, text: string, position: Position): number => TextDocument.create(uri, '', 0, text).offsetAt(position);
