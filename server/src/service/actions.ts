import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic, Range, TextEdit } from 'vscode-languageserver-types';
import type { Reported } from '../core/check.ts';
import { ignoring } from '../core/ignore.ts';
import type { Edit, Fix, RuleInfo } from '../core/rule.ts';
import { diagnosticsOf, rangeOf } from './diagnostics.ts';
import { ko } from './ko.ts';
import type { Found } from './problems.ts';

export const FIX_ALL = 'source.fixAll.docker-giljabi';

const QUICK_FIX = 'quickfix';

/** A safe fix that is still wanted after so many rounds mends nothing. */
const ROUNDS = 10;

/** What somebody who clicks the light bulb is asked about. */
export interface Asked {
  readonly found: Found;
  readonly rules: Readonly<Record<string, RuleInfo>>;
  readonly range: Range;
  /** Kinds that are wanted; all where absent. */
  readonly only: readonly string[] | undefined;
  /** The editor can open the page of a rule. */
  readonly explains: boolean;
  /** What would be said of the document if this were its text. */
  readonly judge: (text: string) => Promise<readonly Reported[]>;
}

/** What the light bulb offers for the findings that a range touches, or for the whole file. */
export async function actionsFor(asked: Asked): Promise<CodeAction[]> {
  const { found, rules, range, only, explains } = asked;
  const { document, reported } = found;
  const wants = (kind: string) => only === undefined || only.some((it) => kind === it || kind.startsWith(`${it}.`));
  // Nobody asks for “fix all” by pointing at a place; there it is one quick fix more.
  if (!wants(QUICK_FIX)) return wants(FIX_ALL) ? fixAll(asked, FIX_ALL) : [];
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  const here = reported.filter(({ at }) => at.start <= to && from <= at.end).map((finding) => ({ finding, diagnostics: diagnosticsOf(document, [finding], rules) }));
  const ofOneRule = here.filter(({ finding: { rule } }, index) => here.findIndex((it) => it.finding.rule === rule) === index);
  const isPartOfMore = here.some(({ finding }) => safeFix(finding)) && reported.filter(safeFix).length > 1;
  return [
    ...here.flatMap(({ finding, diagnostics }) => fixesOf(document, finding, diagnostics)),
    ...(isPartOfMore ? await fixAll(asked, QUICK_FIX) : []),
    ...(explains ? ofOneRule.map(({ finding: { rule }, diagnostics }) => explaining(rule, diagnostics, ofOneRule.length > 1)) : []),
    ...ofOneRule.flatMap(({ finding, diagnostics }) => ignoringAction(asked, finding, diagnostics)),
  ];
}

const safeFix = ({ fixes = [] }: Reported): Fix | undefined => fixes.find(({ safe }) => safe);

function fixesOf(document: TextDocument, finding: Reported, diagnostics: Diagnostic[]): CodeAction[] {
  const preferred = safeFix(finding);
  return (finding.fixes ?? []).map((fix) => ({
    title: fix.title,
    kind: QUICK_FIX,
    diagnostics,
    ...(fix === preferred && { isPreferred: true }),
    edit: changing(document, fix.edits),
  }));
}

function explaining(id: string, diagnostics: Diagnostic[], isOneOfMany: boolean): CodeAction {
  const title = ko.explain(isOneOfMany ? id : undefined);
  return { title, kind: QUICK_FIX, diagnostics, command: { title, command: 'docker-giljabi.explainProblem', arguments: [id] } };
}

function ignoringAction({ found: { document, source }, rules }: Asked, { rule, at }: Reported, diagnostics: Diagnostic[]): CodeAction[] {
  const info = rules[rule];
  const skip = info && source.skipping?.(info);
  if (!skip && source.takesCommentAbove?.(at.start) !== true) return [];
  const title = skip ? ko.skip(rule) : ko.ignore(rule);
  return [{ title, kind: QUICK_FIX, diagnostics, edit: changing(document, [skip ?? ignoring(document.getText(), at.start, rule)]) }];
}

async function fixAll({ found: { document, reported }, judge }: Asked, kind: string): Promise<CodeAction[]> {
  const text = document.getText();
  const first = apart(reported);
  if (first.length === 0) return [];
  let now = edited(text, first);
  let rounds = 1;
  // What stood in another fix's way is mended once that one has been made.
  for (let next = apart(await judge(now)); next.length > 0 && rounds < ROUNDS; next = apart(await judge(now))) {
    now = edited(now, next);
    rounds++;
  }
  return [{ title: ko.fixAll(reported.filter(safeFix).length), kind, edit: changing(document, rounds === 1 ? first : [difference(text, now)]) }];
}

/** The edits of all safe fixes that do not touch one another. */
function apart(reported: readonly Reported[]): Edit[] {
  const taken: Edit[] = [];
  for (const finding of reported) {
    const edits = safeFix(finding)?.edits ?? [];
    const isFree = edits.every(({ span }) => taken.every((other) => span.end < other.span.start || other.span.end < span.start));
    if (isFree) taken.push(...edits);
  }
  return taken;
}

/** The smallest single edit that makes one text of the other. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { span: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) };
}

function edited(text: string, edits: readonly Edit[]): string {
  const document = TextDocument.create('', '', 0, text);
  return TextDocument.applyEdits(document, edits.map(textEditIn(document)));
}

const textEditIn =
  (document: TextDocument) =>
  ({ span, text }: Edit): TextEdit => ({ range: rangeOf(document, span), newText: text });

const changing = (document: TextDocument, edits: readonly Edit[]) => ({ changes: { [document.uri]: edits.map(textEditIn(document)) } });
