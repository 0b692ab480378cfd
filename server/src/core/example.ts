/** A text as it stands in a file: `\` kept, the common indentation dropped, `\${` read as `${`. */
export function text(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const raw = String.raw({ raw: strings.raw.map((part) => part.replace(/\\\$\{/g, '${').replace(/\\`/g, '`')) }, ...values).replace(/^\n|\n *$/g, '');
  const indent = Math.min(...(raw.match(/^ *(?=\S)/gm) ?? ['']).map((margin) => margin.length));
  const lines = raw.split('\n').map((line) => line.slice(indent));
  return `${lines.join('\n')}\n`;
}

/** A compose file in a rule's example. */
export const compose = text;

/** A Dockerfile in a rule's example. */
export const dockerfile = text;

/** A `.dockerignore` file in a rule's example. */
export const dockerignore = text;

/** A `.env` file in a rule's example. */
export const dotenv = text;

/** A shell script in a rule's example. */
export const shell = text;
