/**
 * The words Compose makes of a command that is written as one text; nothing where it refuses it. There is no shell: `;`, `&`, `|`,
 * `<` and `>` outside quotes end the reading, and what follows is lost. A lone `(` is refused.
 * compose-go reads it with mattn/go-shellwords, without variables and backticks.
 */
export function wordsOf(text: string): { readonly words: readonly string[]; readonly lost: string } | undefined {
  const words: string[] = [];
  let word = '';
  let hasWord = false;
  let quote: '' | "'" | '"' | '`' | '$(' = '';
  const push = () => {
    if (hasWord || word !== '') words.push(word);
    word = '';
    hasWord = false;
  };
  let i = 0;
  for (; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === '\\' && quote !== "'") {
      if (i + 1 >= text.length) return undefined;
      i++;
      word += text[i];
      hasWord = true;
      continue;
    }
    if (quote === '' && /\s/.test(char)) push();
    else if (char === '`' && (quote === '' || quote === '`')) {
      quote = quote === '' ? '`' : '';
      word += char;
    } else if (char === '"' && (quote === '' || quote === '"')) {
      quote = quote === '' ? '"' : '';
      hasWord = true;
    } else if (char === "'" && (quote === '' || quote === "'")) {
      quote = quote === '' ? "'" : '';
      hasWord = true;
    } else if (char === '(' && quote === '') {
      if (!word.endsWith('$')) return undefined;
      quote = '$(';
      word += char;
    } else if (char === ')' && quote === '$(') {
      quote = '';
      word += char;
    } else if (/[;&|<>]/.test(char) && quote === '') break;
    else word += char;
  }
  if (quote !== '') return undefined;
  push();
  return { words, lost: text.slice(i) };
}
