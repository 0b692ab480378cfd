/** What a word of a command line is for Compose. */
export interface Value {
  /** Without quotes; `${NAME}` stays a variable, a dollar sign of the text itself is doubled. */
  readonly text: string;
  /** It holds `$(…)` or backticks, which Compose does not run. */
  readonly isComputed: boolean;
}

/** The folder one stands in, in any shell. */
const HERE = /^(?:\$\((?:pwd|PWD)\)|`pwd`|\$\{?PWD\}?|%cd%|\$\{?pwd\}?)/i;

/**
 * Reads the source of a word as a shell does, for Compose to read it again: quotes go, `$NAME` becomes `${NAME}`,
 * `$` between single quotes `$$`. The folder one stands in is `.`.
 */
export function valueOf(source: string): Value {
  let text = '';
  let quote = '';
  let isComputed = false;
  for (let i = 0; i < source.length; ) {
    const sign = source[i] ?? '';
    const rest = source.slice(i);
    if (quote !== "'" && /[$`%]/.test(sign)) {
      const here = HERE.exec(rest)?.[0];
      const variable = here ? undefined : /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)((?::?[-?+][^{}]*)?)\})/.exec(rest);
      if (here) text += '.';
      else if (variable) text += `\${${variable[1] ?? variable[2]}${variable[3] ?? ''}}`;
      else if (sign === '%') text += sign;
      else {
        if (/^`|^\$[({]/.test(rest)) isComputed = true;
        text += sign === '$' ? '$$' : sign;
      }
      i += here?.length ?? variable?.[0].length ?? 1;
    } else if (quote === '' && /["']/.test(sign)) {
      quote = sign;
      i++;
    } else if (sign === quote) {
      quote = '';
      i++;
    } else if (sign === '\\' && quote !== "'" && (quote === '' ? /[\s"'$\\&|;<>()`*?!#]/ : /["$\\`]/).test(source[i + 1] ?? '')) {
      text += source[i + 1] === '$' ? '$$' : (source[i + 1] ?? '');
      i += 2;
    } else {
      text += sign === '$' ? '$$' : sign;
      i++;
    }
  }
  return { text, isComputed };
}

/** A path on the host: relative ones begin with `./`, so that Compose does not take them for names. */
export const hostPath = (path: string): string => (path === '.' || /^(?:[./~\\$]|[A-Za-z]:[\\/])/.test(path) || !/[/\\]/.test(path) ? path : `./${path}`);
