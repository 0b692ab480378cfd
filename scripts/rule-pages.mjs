// Writes the page of every rule from the rule itself: what, why, how, and the examples that are its tests.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Lines of an example that only underline the line above them. */
const MARK = /^ *#? *\^+(?: +\^+)* *\n/gm;

/** The rules of a registry written in TypeScript. */
export async function rulesOf(registry) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'docker-giljabi-'));
  try {
    const outfile = path.join(folder, 'rules.mjs');
    await build({ entryPoints: [registry], outfile, bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], logLevel: 'warning' });
    return (await import(pathToFileURL(outfile).href)).rules;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pages by topic: `rule/<id>`. */
export function rulePages(rules) {
  return Object.fromEntries(Object.entries(rules).map(([id, rule]) => [`rule/${id}`, page(id, rule)]));
}

function page(id, { lesson, examples, also, href }) {
  const { title, what, why, how } = lesson;
  const shown = (label, text) => (text === undefined ? [] : [`**${label}**`, `\`\`\`yaml\n${text.replace(MARK, '').trimEnd()}\n\`\`\``]);
  const parts = [
    `# ${title}`,
    what,
    '## 왜 문제인가요',
    why,
    '## 이렇게 고치세요',
    how,
    '## 예',
    ...examples.flatMap(({ bad, fixed, good }) => [...shown('고칠 곳이 있는 파일', bad), ...shown('고친 파일', fixed), ...shown('괜찮은 파일', good)]),
    `규칙 이름: \`${id}\`${also.length > 0 ? ` (${also.join(', ')})` : ''}. 이 규칙을 한 줄에서 끄려면 바로 윗줄에 \`# giljabi-ignore ${id} — 이유\`를 적으세요.`,
    ...(href ? [`더 알아보기: <${href}>`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
