// Writes the page of every rule from the rule itself: what, why, how, and the examples that are its tests.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { firstFixes } from './rule-effects.mjs';

/** Lines of an example that only underline the line above them. */
const MARK = /^ *#? *\^+(?: +\^+)* *\n/gm;

/** An example without its marks. */
export const plain = (text) => text.replace(MARK, '');

/** The rules of a registry written in TypeScript. */
export const rulesOf = async (registry) => (await bundled(`export { rules } from ${JSON.stringify(registry)};`)).rules;

/** What a module in TypeScript exports. */
export async function bundled(contents) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'docker-giljabi-'));
  try {
    const outfile = path.join(folder, 'rules.mjs');
    await build({
      stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the examples of a language are, for a reader of Markdown. */
const FENCES = { compose: 'yaml', dockerfile: 'dockerfile', dockerignore: 'dockerignore', dotenv: 'dotenv', command: 'bash', project: 'text' };

/** The fence for a file that an example names, by its ending. */
const fenceOf = (file) =>
  ({ yaml: 'yaml', yml: 'yaml', conf: 'nginx', properties: 'properties', mjs: 'js', js: 'js', json: 'json', env: 'dotenv' })[/\.(\w+)$/.exec(file)?.[1]] ??
  (/Dockerfile/.test(file) ? 'dockerfile' : 'text');

/** Pages by topic, `rule/<id>`, of all languages. */
export async function rulePages(root, rulesByLanguage) {
  const pages = {};
  for (const [language, rules] of Object.entries(rulesByLanguage)) {
    const fixes = await firstFixes(root, language, rules);
    for (const [id, rule] of Object.entries(rules)) pages[`rule/${id}`] = page(id, rule, fixes[id], FENCES[language]);
  }
  return pages;
}

function page(id, rule, fix, fence) {
  const { lesson, examples, also, href } = rule;
  const { title, what, why, how } = lesson;
  const shown = (label, text, own) => (text === undefined ? [] : [`**${label}**`, `\`\`\`${own}\n${plain(text).trimEnd()}\n\`\`\``]);
  const parts = [
    `# ${title}`,
    what,
    '## 왜 문제인가요',
    why,
    '## 이렇게 고치세요',
    how,
    '## 예',
    ...shownOf(examples).flatMap(({ bad, fixed, good, file, around = {} }, i, all) => {
      const named = file === undefined ? '' : ` \`${file}\``;
      const own = file === undefined ? fence : fenceOf(file);
      // What the last example had beside it still lies there.
      const isShown = JSON.stringify(around) === JSON.stringify(all[i - 1]?.around);
      const beside = file === undefined || isShown ? [] : Object.entries(around).flatMap(([name, text]) => shown(`옆에 있는 파일 \`${name}\``, text, fenceOf(name)));
      return [...beside, ...shown(`고칠 곳이 있는 파일${named}`, bad, own), ...shown(`고친 파일${named}`, fixed, own), ...shown(`괜찮은 파일${named}`, good, own)];
    }),
    '## 전구로 고치면',
    effects(fix),
    '## 알리지 않게 하려면',
    [
      `- 이 줄에서만: 바로 윗줄에 \`# giljabi-ignore ${id} — 이유\` 주석을 적으세요.`,
      `- 모든 파일에서: 설정 \`docker-giljabi.rules.${id}\` 값을 \`off\`로 바꾸세요. \`hint\`나 \`warning\`처럼 다른 무게를 적을 수도 있습니다.`,
    ].join('\n'),
    `규칙 이름: \`${id}\`${also.length > 0 ? ` (${also.join(', ')})` : ''}`,
    ...(href ? [`더 알아보기: <${href}>`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** One mistake, one with its cure at best, and one file that is all right: a page is for a reader, the other examples are for the tests. */
function shownOf(examples) {
  const bad = examples.find((it) => it.bad !== undefined && it.fixed !== undefined) ?? examples.find((it) => it.bad !== undefined);
  return [bad, examples.find((it) => it.good !== undefined)].filter((it) => it !== undefined);
}

/** What happens besides the cure. */
function effects(fix) {
  if (!fix) return '어떻게 고칠지는 무엇을 하려던 것인지에 달려 있어서 자동으로 고치지 않습니다. 위의 설명을 보고 직접 고치세요.';
  const choose = `전구를 누르고 ‘${fix.title}’를 고르세요.`;
  if (fix.safe) return `${choose} 지금 되고 있는 것은 달라지지 않으므로, 안전한 것을 모두 고칠 때 함께 고쳐집니다.`;
  return `${choose} 동작이 달라질 수 있으니 고친 뒤에 뜻한 대로인지 확인하세요. 안전한 것을 모두 고칠 때는 고쳐지지 않습니다.`;
}
