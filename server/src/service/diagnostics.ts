import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Range } from 'vscode-languageserver-types';
import type { Reported } from '../core/check.ts';
import type { Files } from '../core/files.ts';
import type { RuleInfo, Severity } from '../core/rule.ts';
import type { Span } from '../core/text.ts';
import { folderOf, resolvePath } from '../project/paths.ts';
import { ko } from './ko.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };
const TAGS = { unnecessary: 1, deprecated: 2 } as const;

export const rangeOf = (document: TextDocument, { start, end }: Span): Range => ({ start: document.positionAt(start), end: document.positionAt(end) });

/** The other files that findings point into, by address, as far as they can be read. */
export async function documentsNamed(reported: readonly Reported[], files: Files): Promise<ReadonlyMap<string, TextDocument>> {
  const named = new Map<string, TextDocument>();
  for (const { related = [] } of reported) {
    for (const { uri } of related) {
      const text = uri === undefined || named.has(uri) ? undefined : await files.read(uri);
      if (uri !== undefined && text !== undefined) named.set(uri, TextDocument.create(uri, '', 0, text));
    }
  }
  return named;
}

/** Findings as the editor shows them. `others` are the files besides this one that they point into. */
export function diagnosticsOf(
  document: TextDocument,
  reported: readonly Reported[],
  rules: Readonly<Record<string, RuleInfo>>,
  others: ReadonlyMap<string, TextDocument> = new Map(),
): Diagnostic[] {
  return reported.map(({ rule, severity, at, message, related = [], tag }): Diagnostic => {
    const href = rules[rule]?.href;
    const information = related.flatMap((it): DiagnosticRelatedInformation[] => {
      const other = it.uri === undefined ? undefined : others.get(it.uri);
      if (other) return [{ location: { uri: other.uri, range: rangeOf(other, it.at) }, message: it.message }];
      const uri = it.uri ?? (it.file === undefined ? document.uri : resolvePath(folderOf(document.uri), it.file));
      // Places of other files are known by their file only: its first line.
      const range = it.file === undefined && it.uri === undefined ? rangeOf(document, it.at) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      return uri === undefined ? [] : [{ location: { uri, range }, message: it.message }];
    });
    return {
      range: rangeOf(document, at),
      severity: SEVERITIES[severity],
      source: ko.source,
      code: rule,
      message,
      ...(href && { codeDescription: { href } }),
      ...(tag && { tags: [TAGS[tag]] }),
      ...(information.length > 0 && { relatedInformation: information }),
    };
  });
}
