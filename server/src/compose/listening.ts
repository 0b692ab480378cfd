import type { Word } from '../core/text.ts';

const LOOPBACK = '127\\.0\\.0\\.1|localhost';

/** The loopback address that a command gives its server: `--host 127.0.0.1`, `-b localhost:8000`, `runserver 127.0.0.1:8000`. */
export function loopbackIn(words: readonly Word[]): Word | undefined {
  for (const [i, word] of words.entries()) {
    const inside = INSIDE.exec(word.text);
    if (inside) return piece(word, inside.index + inside[0].length - (inside[1]?.length ?? 0), inside[1] ?? '');
    const after = /^(?:--(?:host|hostname|bind|address|ip)|-b|runserver)$/.test(words[i - 1]?.text ?? '') ? AT_START.exec(word.text) : null;
    if (after) return piece(word, 0, after[0]);
  }
  return undefined;
}

const INSIDE = new RegExp(`(?:^|\\s)(?:--(?:host|hostname|bind|address|ip)(?:=|\\s+)|-b\\s+|runserver\\s+)(${LOOPBACK})(?=$|[\\s:])`);
const AT_START = new RegExp(`^(?:${LOOPBACK})(?=$|:\\d+$)`);

const piece = ({ span }: Word, from: number, text: string): Word => ({ text, span: { start: span.start + from, end: span.start + from + text.length } });

/** Servers that listen at the loopback address unless they are told otherwise. What they are told stands in the rest of the command. */
const SERVERS: readonly { readonly server: string; readonly option: string; readonly command: RegExp; readonly told: RegExp }[] = [
  { server: 'runserver', option: '0.0.0.0:8000', command: /\bmanage\.py runserver\b/, told: /runserver\b.*(?:\[|\d\.\d|0:\d|:\d)/ },
  { server: 'uvicorn', option: '--host 0.0.0.0', command: /(?:^|\s|\/)uvicorn [\w./-]+:[\w.]+/, told: /--(?:host|uds|fd)\b/ },
  { server: 'flask', option: '--host 0.0.0.0', command: /(?:^|\s|\/)flask\b.* run\b/, told: /\s(?:--host|-h)\b/ },
  { server: 'vite', option: '--host', command: /^(?:(?:npx|pnpm|yarn|bunx) )?vite(?: dev| serve| preview)?(?:\s+--|$)/, told: /--host\b/ },
];

/** The server of a command that nobody told where to listen, with the option that tells it. */
export const silentServer = (command: string): { readonly server: string; readonly option: string } | undefined =>
  SERVERS.find((it) => it.command.test(command) && !it.told.test(command));
