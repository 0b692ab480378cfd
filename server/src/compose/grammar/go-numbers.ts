// How Go, in which Compose is written, reads and prints numbers: package strconv.

const MOST = 2n ** 63n - 1n;

/** A whole number in decimal digits with an optional sign, within 64 bits; nothing for anything else. */
export function integerOf(text: string): bigint | undefined {
  if (!/^[-+]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return value > MOST || value < -MOST - 1n ? undefined : value;
}

const DECIMAL = /^(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d[\d_]*)?$/;
const HEXADECIMAL = /^0x_?([\da-f][\da-f_]*\.?[\da-f_]*|\.[\da-f][\da-f_]*)p([-+]?\d+)$/;

/** A floating-point number: `1.5`, `.5`, `1e3`, `1_000`, `inf`; nothing for anything else and for what is too large. */
export function floatOf(text: string): number | undefined {
  const lower = text.toLowerCase();
  const sign = lower.startsWith('-') ? -1 : 1;
  const digits = lower.replace(/^[-+]/, '');
  if (/^inf(?:inity)?$/.test(digits)) return sign * Number.POSITIVE_INFINITY;
  if (lower === 'nan') return Number.NaN;
  // An underscore stands between two digits.
  if (/_(?![\da-f])|(?<![\da-fx])_/.test(digits)) return undefined;
  const hexadecimal = HEXADECIMAL.exec(digits);
  if (hexadecimal) return sign * fromHexadecimal(hexadecimal[1] ?? '', Number(hexadecimal[2]));
  if (!DECIMAL.test(digits)) return undefined;
  const value = Number(digits.replaceAll('_', ''));
  return Number.isFinite(value) ? sign * value : undefined;
}

function fromHexadecimal(digits: string, exponent: number): number {
  const [before = '', after = ''] = digits.replaceAll('_', '').split('.');
  return Number.parseInt(`${before}${after}`, 16) * 2 ** (exponent - 4 * after.length);
}

/** A number as Go prints it: `1.1`, `1e+06`, `1.012345678e+09`, `+Inf`. */
export function printFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 6) return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  return String(value);
}
