import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Command, Diagnostic, Range, TextEdit } from 'vscode-languageserver-types';
import type { Reported } from '../core/check.ts';
import { ignoredBy } from '../core/ignore.ts';
import type { Edit } from '../core/rule.ts';
import { diagnosticsOf, rangeOf } from './diagnostics.ts';
import { ko } from './ko.ts';

export const FIX_ALL = 'source.fixAll.docker-giljabi';

/** What the light bulb offers for the findings that a range touches. `explains`: the editor can open the page of a rule. */
export function actionsFor(document: TextDocument, reported: readonly Reported[], range: Range, only: readonly string[] | undefined, explains: boolean): CodeAction[] {
  const wants = (kind: string) => only === undefined || only.some((it) => kind === it || kind.startsWith(`${it}.`));
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  const here = reported.filter(({ at }) => at.start <= to && from <= at.end);
  const actions: CodeAction[] = [];
  if (wants('quickfix')) {
    for (const finding of here) actions.push(...fixesOf(document, finding));
    for (const finding of here) actions.push(ignoring(document, finding));
    if (explains) for (const id of new Set(here.map(({ rule }) => rule))) actions.push(explaining(id));
  }
  // Nobody asks for “fix all” by pointing at a place.
  if (only !== undefined && wants(FIX_ALL)) {
    const edits = safeEdits(reported);
    if (edits.length > 0) actions.push({ title: ko.fixAll, kind: FIX_ALL, edit: { changes: { [document.uri]: textEdits(document, edits) } } });
  }
  return actions;
}

const textEdits = (document: TextDocument, edits: readonly Edit[]): TextEdit[] => edits.map(({ span, text }) => ({ range: rangeOf(document, span), newText: text }));

function fixesOf(document: TextDocument, finding: Reported): CodeAction[] {
  return (finding.fixes ?? []).map(({ title, edits, safe }) => ({
    title,
    kind: 'quickfix',
    diagnostics: diagnosticsOf(document, [finding], {}),
    ...(safe && { isPreferred: true }),
    edit: { changes: { [document.uri]: textEdits(document, edits) } },
  }));
}

/** A comment above the line, or one more name in the comment that is there. */
function ignoring(document: TextDocument, finding: Reported): CodeAction {
  const { rule, at } = finding;
  const text = document.getText();
  const { line } = document.positionAt(at.start);
  const start = document.offsetAt({ line, character: 0 });
  const aboveStart = line === 0 ? 0 : document.offsetAt({ line: line - 1, character: 0 });
  const above = text.slice(aboveStart, start);
  const known = ignoredBy(above);
  const diagnostics: Diagnostic[] = diagnosticsOf(document, [finding], {});
  const last = known.at(-1);
  const end = last === undefined ? -1 : aboveStart + above.lastIndexOf(last, ignoredEnd(above)) + last.length;
  const indent = /^[ ]*/.exec(text.slice(start))?.[0] ?? '';
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const edit: Edit = last === undefined ? { span: { start, end: start }, text: `${indent}# giljabi-ignore ${rule}${newline}` } : { span: { start: end, end }, text: `, ${rule}` };
  return { title: ko.ignore(rule), kind: 'quickfix', diagnostics, edit: { changes: { [document.uri]: textEdits(document, [edit]) } } };
}

/** Where the names of an ignore comment end and its reason begins. */
const ignoredEnd = (line: string) => {
  const reason = line.indexOf('\u2014');
  return reason < 0 ? line.length : reason;
};

function explaining(id: string): CodeAction {
  const command: Command = { title: ko.explain, command: 'docker-giljabi.explainProblem', arguments: [id] };
  return { title: ko.explain, kind: 'quickfix', command };
}

/** The edits of all safe fixes, leaving out those that touch a place that another one has changed. */
function safeEdits(reported: readonly Reported[]): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes = [] } of reported) {
    const safe = fixes.find((fix) => fix.safe);
    if (safe && !safe.edits.some(({ span }) => taken.some((other) => span.start <= other.span.end && other.span.start <= span.end))) taken.push(...safe.edits);
  }
  return taken;
}
