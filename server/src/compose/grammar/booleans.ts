/** What a truth value says; Compose knows more spellings than YAML, and warns of all but `true` and `false`. */
export function booleanOf(text: string): { readonly value: boolean; readonly plain: boolean } | undefined {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return { value: word === 'true', plain: true };
  if (word === 'y' || word === 'yes' || word === 'on') return { value: true, plain: false };
  return word === 'n' || word === 'no' || word === 'off' ? { value: false, plain: false } : undefined;
}
