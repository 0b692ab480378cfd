import { type Problem, pieceOf, splitAt, whole, wrong } from './problem.ts';

export type ImageReason = 'uppercase' | 'space' | 'scheme' | 'two-tags' | 'empty-tag' | 'bad-tag' | 'bad-digest' | 'bad-name';

const DOMAIN = /^(?:(?:[a-z\d]|[a-z\d][a-z\d-]*[a-z\d])(?:\.(?:[a-z\d]|[a-z\d][a-z\d-]*[a-z\d]))*|\[[a-f\d:]+\])(?::\d+)?$/i;
const PATH = /^[a-z\d]+(?:(?:[._]|__|-+)[a-z\d]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f\d]{64}|sha512:[a-f\d]{128}|(?!sha(?:256|512):)[a-z][a-z\d]*(?:[-_+.][a-z][a-z\d]*)*:[a-f\d]{32,})$/i;

/** Why a text is no reference to an image: `invalid reference format`. distribution/reference */
export function imageProblem(text: string): Problem<ImageReason> | undefined {
  const scheme = /^[a-z]+:\/\//i.exec(text)?.[0];
  if (scheme) return { reason: 'scheme', from: 0, to: scheme.length };
  const space = text.search(/\s/);
  if (space >= 0) return { reason: 'space', from: space, to: space + 1 };
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : pieceOf(text, at + 1);
  if (digest && !DIGEST.test(digest.text)) return wrong('bad-digest', digest);
  const rest = at < 0 ? text : text.slice(0, at);
  const slash = rest.indexOf('/');
  const first = rest.slice(0, Math.max(slash, 0));
  const hasDomain = slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  if (hasDomain && !DOMAIN.test(first)) return { reason: 'bad-name', from: 0, to: slash };
  return pathProblem(rest, hasDomain ? slash + 1 : 0);
}

/** What is wrong behind the registry: the name from `start` on and its tag. */
function pathProblem(text: string, start: number): Problem<ImageReason> | undefined {
  const colon = text.indexOf(':', start);
  const end = colon < 0 ? text.length : colon;
  const name = pieceOf(text, start, end);
  const upper = /[^/]*\p{Lu}[^/]*/u.exec(name.text);
  if (upper) return { reason: 'uppercase', from: start + upper.index, to: start + upper.index + upper[0].length };
  const bad = splitAt(name.text, '/').find((it) => !PATH.test(it.text));
  if (bad) return bad.text === '' ? whole('bad-name', text) : { reason: 'bad-name', from: start + bad.from, to: start + bad.to };
  if (colon < 0) return undefined;
  const tag = pieceOf(text, colon + 1);
  if (tag.text === '') return { reason: 'empty-tag', from: colon, to: text.length };
  const second = tag.text.indexOf(':');
  if (second >= 0) return { reason: 'two-tags', from: colon + 1 + second, to: text.length };
  return TAG.test(tag.text) ? undefined : wrong('bad-tag', tag);
}
