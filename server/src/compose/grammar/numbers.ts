const UNITS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, μs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds of a duration as Compose reads it: `1m30s`, `1.5h`, `2d`; nothing where it can't. A number alone has no unit. */
export function durationOf(text: string): number | undefined {
  const negative = /^[-+]/.exec(text)?.[0];
  let rest = negative ? text.slice(1) : text;
  if (rest === '0') return 0;
  if (rest === '') return undefined;
  let total = 0;
  while (rest !== '') {
    const match = /^(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h|d|w)/.exec(rest);
    const unit = UNITS[match?.[2] ?? ''];
    if (!match || unit === undefined) return undefined;
    total += Number(match[1]) * unit;
    rest = rest.slice(match[0].length);
  }
  return negative === '-' ? -total : total;
}

const POWERS = 'kmgtp';

/** Bytes of a size as Compose reads it: `512m`, `1.5gb`, `64 MiB`; nothing where it can't. */
export function bytesOf(text: string): number | undefined {
  const match = /^([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)(?: ?([kmgtp]?)(?:(?:i?b)?)?)?$/i.exec(text);
  if (!match) return undefined;
  const power = match[2] ? POWERS.indexOf(match[2].toLowerCase()) + 1 : 0;
  return Number(match[1]) * 1024 ** power;
}

/** What a truth value says; Compose knows more spellings than YAML, and warns of all but `true` and `false`. */
export function booleanOf(text: string): { readonly value: boolean; readonly plain: boolean } | undefined {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return { value: word === 'true', plain: true };
  if (/^(?:y|yes|on)$/.test(word)) return { value: true, plain: false };
  return /^(?:n|no|off)$/.test(word) ? { value: false, plain: false } : undefined;
}
