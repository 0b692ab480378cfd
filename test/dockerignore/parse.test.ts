import assert from 'node:assert/strict';
import fc from 'fast-check';
import { piecesOf } from '../../server/src/dockerignore/glob.ts';
import { cleanPath, parse } from '../../server/src/dockerignore/parse.ts';
import { table } from '../support/table.ts';

describe('dockerignore/parse', () => {
  const lines = (text: string) => {
    const { patterns, comments } = parse(text);
    const found = [...patterns.map((it) => ({ at: it.span, says: `${it.exception ? '!' : ''}${it.cleaned}` })), ...comments.map((it) => ({ at: it.span, says: `#${it.text}` }))];
    return found.sort((a, b) => a.at.start - b.at.start).map(({ at, says }) => `${at.start}-${at.end} ${says}`);
  };

  table('lines', lines, {
    'a\nb': ['0-1 a', '2-3 b'],
    'a\r\nb\r\n': ['0-1 a', '3-4 b'],
    '\uFEFF# c\na': ['1-4 #c', '5-6 a'],
    '\uFEFFa': ['1-2 a'],
    '#': ['0-1 #'],
    ' # c': ['1-4 # c'],
    '  a \t\n\n \n': ['2-3 a'],
    '\u00A0a': ['1-2 a'],
    '! a': ['0-3 !a'],
    '!': ['0-1 !'],
    '!/': ['0-2 !'],
    '! ': ['0-1 !'],
    '!!a': ['0-3 !!a'],
    '!./a/': ['0-5 !a'],
    'a # b': ['0-5 a # b'],
    '/': ['0-1 /'],
    './': ['0-2 .'],
  });

  table('a path', cleanPath, { 'a/../../b': '../b', '/../a': '/a', '': '.', 'a/b/..': 'a', '**/': '**', '//a//': '/a' });

  table(
    'bad',
    (pattern: string) => {
      const { bad } = piecesOf(pattern);
      return bad && `${bad.reason}: ${pattern.slice(bad.from, bad.to)}`;
    },
    {
      '[': 'open-class: [',
      'a[': 'open-class: [',
      '[^': 'open-class: [^',
      '[^bc': 'open-class: [^bc',
      'x[a-z': 'open-class: [a-z',
      '[]': 'empty-class: []',
      '[]a]': 'empty-class: []a]',
      '[^]': 'empty-class: [^]',
      '[-]': 'dash: -',
      '[x-]': 'dash: -',
      '[-x]': 'dash: -',
      '[a-b-c]': 'dash: -',
      '[z-a]': 'backwards: z-a',
      'dir\\': 'last-backslash: \\',
      '[\\': 'open-class: [\\',
      '[a-c]x': undefined,
      'a]': undefined,
      'a\\\\': undefined,
      '[\\]a]': undefined,
      '[\\-x]': undefined,
      '[!a]': undefined,
      '{a,b}': undefined,
    },
  );

  it('reads any text, with spans that lie in it in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '/', '*', '!', '#', '[', ']', '-', '\\', ' ', '\n', '\r', '\uFEFF', '.') }), (text) => {
        const { patterns } = parse(text);
        for (const { span, body, exception } of patterns) {
          assert.equal(text.slice(body.span.start, body.span.end), body.text);
          assert.ok(span.start <= body.span.start && body.span.end <= span.end);
          assert.equal(text[exception?.start ?? -1] ?? '!', '!');
        }
      }),
    );
  });
});
