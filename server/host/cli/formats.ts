import type { Severity } from '../../src/core/rule.ts';
import { ko } from '../ko.ts';
import type { Problem, ShownProblem } from './problem.ts';

/** One object, as the README says. */
export function asJson(files: number, problems: readonly ShownProblem[]): string {
  const plain = problems.map(
    ({ path, line, column, endLine, endColumn, severity, rule, message, fixable }): Problem => ({ path, line, column, endLine, endColumn, severity, rule, message, fixable }),
  );
  return JSON.stringify({ files, problems: plain }, null, 2);
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands of GitHub Actions. */
export function asGithub(problems: readonly ShownProblem[]): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return problems
    .map(
      ({ path, line, column, endLine, endColumn, severity, rule, message }) =>
        `::${LEVELS[severity]} file=${property(path)},line=${line},col=${column},endLine=${endLine}${endLine === line ? `,endColumn=${endColumn}` : ''},title=${property(rule)}::${data(message)}`,
    )
    .join('\n');
}

const SARIF_LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** SARIF 2.1.0. `titles` are those of the rules. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function asSarif(problems: readonly ShownProblem[], titles: Readonly<Record<string, string>>, version: string): string {
  const ids = [...new Set(problems.map(({ rule }) => rule))].sort();
  const rules = ids.map((id) => ({ id, shortDescription: { text: titles[id] ?? id } }));
  const results = problems.map(({ path, line, column, endLine, endColumn, severity, rule, message }) => ({
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: SARIF_LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  }));
  const driver = { name: 'docker-giljabi', version, rules };
  return JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }] },
    null,
    2,
  );
}

/** How wide a text is in a terminal: Hangul and other wide signs take two columns. */
export const widthOf = (text: string): number =>
  [...text].reduce(
    (width, sign) => width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(sign) ? 2 : 1),
    0,
  );

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };

/** For people: the line, what is wrong on it, what to do. */
export function asText(files: number, problems: readonly ShownProblem[], colours: boolean): string {
  const paint = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  let last = '';
  for (const problem of problems) {
    if (problem.path !== last) lines.push(...(last === '' ? [] : ['']), paint(1, problem.path));
    last = problem.path;
    const { line, column, endLine, endColumn, severity, message, rule, source, cure, related } = problem;
    const shown = source.replaceAll('\t', '    ');
    const before = source.slice(0, column - 1).replaceAll('\t', '    ');
    const marked = source.slice(column - 1, endLine === line ? endColumn - 1 : source.length).replaceAll('\t', '    ');
    const number = String(line).padStart(4);
    lines.push('', `${paint(COLOURS[severity], ko.severities[severity])} ${message}`);
    if (shown.length <= 300) {
      lines.push(
        `${paint(90, `${number} │`)} ${shown}`,
        `${paint(90, '     │')} ${' '.repeat(widthOf(before))}${paint(COLOURS[severity], '^'.repeat(Math.max(1, widthOf(marked))))}`,
      );
    }
    for (const it of related) lines.push(`${paint(90, '     ·')} ${ko.relatedLine(it.line, it.message)}`);
    if (cure !== undefined) lines.push(`${paint(90, '     ·')} ${ko.cure(cure)}`);
    lines.push(`${paint(90, `     · ${rule}`)}`);
  }
  lines.push(...(problems.length > 0 ? [''] : []), ko.summary(files, countsOf(problems)));
  return lines.join('\n');
}

const countsOf = (problems: readonly Problem[]) => {
  const of = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return { error: of('error'), warning: of('warning'), information: of('information'), hint: of('hint') };
};
