import assert from 'node:assert/strict';
import type { Reported } from '../../server/src/core/check.ts';
import type { Edit, Example, RuleInfo } from '../../server/src/core/rule.ts';
import type { Span } from '../../server/src/core/text.ts';

const MARK = /^ *#? *\^+(?: +\^+)* *$/;

/** Takes the lines of `^^^` out of a text and says what they underline: the line above, column for column. */
export function withMarks(marked: string): { text: string; marks: Span[] } {
  const kept: string[] = [];
  const marks: Span[] = [];
  let above = 0;
  let end = 0;
  for (const line of marked.split('\n')) {
    if (MARK.test(line)) {
      for (const match of line.matchAll(/\^+/g)) marks.push({ start: above + match.index, end: above + match.index + match[0].length });
      continue;
    }
    above = end;
    end += line.length + 1;
    kept.push(line);
  }
  return { text: kept.join('\n'), marks };
}

/** A text with the edits made, last first so that none moves another. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits].sort((a, b) => b.span.start - a.span.start).reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);
}

export type Check = (text: string, around: Readonly<Record<string, string>>, file?: string) => Promise<readonly Reported[]>;

/**
 * Runs the examples of a rule as tests: a bad one is underlined exactly by its marks, `fixed` is what the first fix makes of it,
 * every fix cures its finding and adds no error, a good one is silent.
 */
export function testExamples(id: string, rule: RuleInfo, check: Check): void {
  describe(id, () => {
    it('has a good and a bad example', () => {
      assert.ok(rule.examples.some(({ bad }) => bad !== undefined));
      assert.ok(rule.examples.some(({ good }) => good !== undefined));
    });
    it('says what, why and how', () => {
      for (const part of [rule.lesson.title, rule.lesson.what, rule.lesson.why, rule.lesson.how]) assert.match(part, /[가-힣].*[.요기]$/su);
    });
    for (const [index, example] of rule.examples.entries()) {
      if (example.bad !== undefined) it(`bad example ${index + 1}`, () => testBad(id, example, check));
      if (example.good !== undefined) it(`good example ${index + 1}`, () => testGood(id, example.good ?? '', example, check));
    }
  });
}

const spansOf = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => `${text.slice(0, start).split('\n').length}: ${text.slice(start, end)}`);
const errors = (found: readonly Reported[]) => found.filter(({ severity }) => severity === 'error');

async function testBad(id: string, { bad = '', fixed, around = {}, file }: Example, anyCheck: Check): Promise<void> {
  const check: Check = (text, beside) => anyCheck(text, beside, file);
  const { text, marks } = withMarks(bad);
  const all = await check(text, around);
  const own = all.filter(({ rule }) => rule === id);
  assert.deepEqual(
    spansOf(
      text,
      own.map(({ at }) => at),
    ),
    spansOf(text, marks),
  );
  const cascades = errors(all).filter(({ rule, at }) => rule !== id && own.some((it) => at.start < it.at.end && it.at.start < at.end));
  assert.deepEqual(
    cascades.map(({ rule, message }) => `${rule}: ${message}`),
    [],
    'one mistake, one error',
  );
  if (fixed !== undefined) {
    const first = own[0]?.fixes?.[0];
    assert.ok(first, 'there is a fix');
    assert.equal(edited(text, first.edits), fixed);
  } else assert.equal(own[0]?.fixes?.length ?? 0, 0, 'what a fix makes of it is shown in `fixed`');
  for (const { fixes = [] } of own) for (const fix of fixes) await testFix(id, fix.edits, text, own.length, errors(all).length, around, check);
}

async function testFix(
  id: string,
  edits: readonly Edit[],
  text: string,
  before: number,
  errorsBefore: number,
  around: Readonly<Record<string, string>>,
  check: Check,
): Promise<void> {
  const after = await check(edited(text, edits), around);
  assert.ok(after.filter(({ rule }) => rule === id).length < before, 'the fix cures');
  assert.ok(errors(after).length <= errorsBefore, `the fix adds no error: ${errors(after).map(({ message }) => message)}`);
}

async function testGood(id: string, good: string, { around = {}, file }: Example, check: Check): Promise<void> {
  const found = (await check(good, around, file)).filter(({ rule, severity }) => rule === id || severity === 'error');
  assert.deepEqual(
    found.map(({ rule, message }) => `${rule}: ${message}`),
    [],
  );
}
