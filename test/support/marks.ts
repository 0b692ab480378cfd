/** Takes the cursor `<|>` out of a text and says where it stood. */
export function withCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('<|>');
  if (offset < 0) throw new Error(`no cursor in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 3), offset };
}

const indentOf = (text: string) => Math.min(...(text.match(/^ *(?=\S)/gm) ?? ['']).map((margin) => margin.length));

/** A text as it stands in a file: `\` kept, the common indentation dropped, `\${` read as `${`. */
export function text(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const raw = String.raw({ raw: strings.raw.map((part) => part.replace(/\\\$\{/g, '${').replace(/\\`/g, '`')) }, ...values).replace(/^\n|\n *$/g, '');
  const indent = indentOf(raw);
  return `${raw
    .split('\n')
    .map((line) => line.slice(indent))
    .join('\n')}\n`;
}

export const dockerfile = text;
export const compose = text;
