import { type Problem, whole } from '../../core/grammar/problem.ts';
import { floatOf, integerOf } from './go-numbers.ts';

export type NumberReason = 'empty' | 'not-a-number' | 'space' | 'comma' | 'unit' | 'not-whole' | 'negative' | 'too-large' | 'quoted' | 'not-octal';

/** Why a text is no number at all, as a learner would see it. */
function whyNot(text: string): NumberReason {
  if (text === '') return 'empty';
  if (text.trim() !== text) return 'space';
  if (/^[-+]?\d+,\d+$/.test(text)) return 'comma';
  return /^[-+]?\d+(?:\.\d+)?\s*[^\d\s._,:+-]+$/.test(text) && integerOf(text) === undefined ? 'unit' : 'not-a-number';
}

/** Why a text is no whole number. */
export function integerProblem(text: string): Problem<NumberReason> | undefined {
  if (integerOf(text) !== undefined) return undefined;
  if (/^[-+]?\d+$/.test(text)) return whole('too-large', text);
  return whole(/^[-+]?(?:\d+\.\d*|\.\d+|\d+e\d+)$/.test(text) ? 'not-whole' : whyNot(text), text);
}

/** Why a text is no whole number from 0 on. */
export function naturalProblem(text: string): Problem<NumberReason> | undefined {
  const value = integerOf(text);
  return value !== undefined && value < 0n ? whole('negative', text) : integerProblem(text);
}

/** Why a text is no number. */
export const floatProblem = (text: string): Problem<NumberReason> | undefined => (floatOf(text) === undefined ? whole(whyNot(text), text) : undefined);

/** Why a text is no mode of a file, which is written in digits from 0 to 7. */
export const octalProblem = (text: string): Problem<NumberReason> | undefined => (/^[-+]?[0-7]+$/.test(text) ? undefined : whole('not-octal', text));
