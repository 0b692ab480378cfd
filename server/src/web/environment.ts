import type { Book } from '../core/fact.ts';
import type { EnvironmentUse } from './file.ts';
import { type ScriptToken, tokensOf } from './script.ts';

/** Where a value comes from that a program puts together: the variable of the environment, and the text that stands in for it. */
export interface Origin {
  readonly environment?: ScriptToken;
  readonly base?: ScriptToken;
}

export const isString = ({ kind }: ScriptToken): boolean => kind === 'string' || kind === 'template';

export const isSign = (token: ScriptToken | undefined, sign: string): boolean => token?.kind === 'sign' && token.text === sign;

/** Every `process.env.NAME` (`import.meta.env.NAME`), in the code and in the expressions of templates. https://nextjs.org/docs/app/guides/environment-variables */
export function environmentIn(all: readonly ScriptToken[], book: Book): EnvironmentUse[] {
  const lists = [all, ...all.filter(({ kind }) => kind === 'template').map(insideTemplate)];
  return lists.flatMap((list) =>
    list.flatMap((_, i): EnvironmentUse[] => {
      const { environment, base } = variableAt(list, i);
      return environment ? [{ name: book.fact(environment.text, environment.span), ...(base && { fallback: book.fact(base.text, base.span) }) }] : [];
    }),
  );
}

/** What `const name = …` gives the constants of a file that come from the environment or are a text. */
export function constantsIn(all: readonly ScriptToken[]): ReadonlyMap<string, Origin> {
  const found = new Map<string, Origin>();
  for (let i = 0; i < all.length; i++) {
    const name = all[i + 1];
    if (!name || !/^(?:const|let|var)$/.test(all[i]?.text ?? '')) continue;
    const equals = all.slice(i + 2, i + 6).findIndex((it) => isSign(it, '='));
    if (equals >= 0) found.set(name.text, originAt(all, i + 3 + equals, new Map()));
  }
  return found;
}

/** Where the value that begins at a token comes from; of a template what its first expression says, where it begins with one. */
export function originAt(all: readonly ScriptToken[], at: number, constants: ReadonlyMap<string, Origin>): Origin {
  const token = all[at];
  if (!token) return {};
  if (token.kind === 'string') return { base: token };
  if (token.kind === 'template') return token.text.startsWith('${') ? expressionAt(insideTemplate(token), 2, constants) : { base: token };
  return expressionAt(all, at, constants);
}

function expressionAt(all: readonly ScriptToken[], at: number, constants: ReadonlyMap<string, Origin>): Origin {
  const name = all[at];
  if (name?.kind !== 'word') return {};
  for (const env of [at + 2, at + 4]) {
    const found = variableAt(all, env);
    if (found.environment && /^(?:process|import)$/.test(name.text)) return found;
  }
  return constants.get(name.text) ?? {};
}

/** `env.NAME` behind a dot, and the text behind `??` or `||`. */
function variableAt(all: readonly ScriptToken[], at: number): Origin {
  if (all[at]?.text !== 'env' || all[at]?.kind !== 'word' || !isSign(all[at - 1], '.')) return {};
  const isDotted = isSign(all[at + 1], '.');
  const name = all[at + 2];
  if (!name || (isDotted ? name.kind !== 'word' : !(isSign(all[at + 1], '[') && name.kind === 'string'))) return {};
  const next = at + (isDotted ? 3 : 4);
  const isEither = ['?', '|'].some((sign) => isSign(all[next], sign) && isSign(all[next + 1], sign));
  const base = all[next + 2];
  return { environment: name, ...(isEither && base?.kind === 'string' && { base }) };
}

/** The tokens of a template from its first expression on: `$`, `{` and what follows. */
function insideTemplate({ text, span: { start } }: ScriptToken): ScriptToken[] {
  const first = text.indexOf('${');
  if (first < 0) return [];
  const from = start + first;
  return tokensOf(text.slice(first)).map((it) => ({ ...it, span: { start: it.span.start + from, end: it.span.end + from } }));
}
