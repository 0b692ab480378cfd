import type { Known } from '../../core/fact.ts';
import type { Edit, Finding } from '../../core/rule.ts';
import type { Failed, FoundBy } from '../../core/run.ts';
import type { Span } from '../../core/text.ts';
import type { StackFinding, StackRule } from '../rule.ts';
import type { Spot, Stack } from './stack.ts';

export type StackRules = Readonly<Record<string, StackRule>>;

/** A finding with the id of its rule, before it is known where its facts stand. */
export type StackFound = readonly [string, StackFinding];

/** What the rules say of a stack. A rule that throws is left out and named to `failed`. */
export function checkStack(stack: Stack, rules: StackRules, failed: Failed): StackFound[] {
  const found: StackFound[] = [];
  for (const [id, rule] of Object.entries(rules)) {
    try {
      for (const finding of rule.check(stack)) found.push([id, finding]);
    } catch (error) {
      failed(id, error);
    }
  }
  return found;
}

/** The findings that stand in one file, as its text has them now. `known` answers what is known of a file of the stack. */
export function placedIn(uri: string, found: readonly StackFound[], known: (uri: string) => Known<unknown> | undefined): FoundBy[] {
  return found.flatMap(([id, finding]): FoundBy[] => {
    if (finding.at.uri !== uri) return [];
    const { at, fixes = [], related = [], message, severity } = finding;
    const span = spanOf(at, known);
    if (!span) return [];
    const placed: Finding = {
      at: span,
      message,
      ...(severity && { severity }),
      fixes: fixes.map(({ title, edits, safe }) => ({ title, edits: edits.flatMap((edit) => editOf(edit.at, edit.text)), ...(safe && { safe }) })),
      related: related.flatMap((it) => {
        const other = spanOf(it.at, known);
        return other ? [{ at: other, message: it.message, ...(it.at.uri !== uri && { uri: it.at.uri }) }] : [];
      }),
    };
    return [[id, placed]];
  });

  function editOf(at: Spot, text: string): Edit[] {
    const span = at.uri === uri ? spanOf(at, known) : undefined;
    return span ? [{ span, text }] : [];
  }
}

/** Whether what a rule says of a place only follows from what one of these findings says. */
export function followsFrom(uri: string, found: readonly StackFound[], known: (uri: string) => Known<unknown> | undefined): (rule: string, at: Span) => boolean {
  const consequences = found.flatMap(([, { instead = [] }]) =>
    instead.flatMap(({ at, rules }) => {
      const span = at.uri === uri ? spanOf(at, known) : undefined;
      return span ? [{ span, rules }] : [];
    }),
  );
  return (rule, { start, end }) => consequences.some(({ span, rules }) => rules.includes(rule) && span.start <= end && start <= span.end);
}

/** Where a spot stands now. A piece of a text that is written otherwise than it reads is the whole of it. */
export function spanOf({ uri, fact, from, to }: Spot, known: (uri: string) => Known<unknown> | undefined): Span | undefined {
  const place = known(uri)?.places[fact.id];
  if (!place || from === undefined || to === undefined || place.end - place.start !== fact.text.length) return place;
  return { start: place.start + from, end: place.start + to };
}
