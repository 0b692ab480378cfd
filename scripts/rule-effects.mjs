// What the light bulb does to a rule's examples: found by running the rule on them, so that its page cannot promise otherwise.
import path from 'node:path';
import { bundled, plain } from './rule-pages.mjs';

const FOLDER = 'file:///shop/';

/** The first fix of each rule's examples by id; nothing for a rule that leaves the cure to the reader. */
export async function firstFixes(root, rules) {
  const from = (file) => JSON.stringify(path.join(root, 'server/src', file));
  const engine = await bundled(
    [
      `export { check } from ${from('compose/check.ts')};`,
      `export { modelOf } from ${from('compose/model.ts')};`,
      `export { parse } from ${from('compose/parse.ts')};`,
      `export { loadProject } from ${from('project/load.ts')};`,
    ].join('\n'),
  );
  const fixes = {};
  for (const [id, rule] of Object.entries(rules)) {
    for (const { bad, fixed, around = {} } of rule.examples) {
      if (bad === undefined || fixed === undefined || fixes[id]) continue;
      fixes[id] = await firstFix(engine, rules, id, plain(bad), around);
    }
  }
  return fixes;
}

async function firstFix({ check, modelOf, parse, loadProject }, rules, id, text, around) {
  const file = parse(text);
  const { view } = await loadProject(`${FOLDER}compose.yaml`, modelOf(file), filesIn(around));
  const settings = { profile: 'beginner', severities: rules[id].severity === 'off' ? { [id]: 'hint' } : {} };
  const found = check(file, rules, view, settings, () => {});
  return found.find(({ rule, fixes = [] }) => rule === id && fixes.length > 0)?.fixes[0];
}

/** A folder in memory; of one without files nothing is known. */
function filesIn(around) {
  const names = Object.keys(around);
  const nameOf = (uri) => decodeURIComponent(uri.slice(FOLDER.length)).replace(/\/$/, '');
  return {
    read: async (uri) => around[nameOf(uri)],
    async stat(uri) {
      if (names.length === 0) return undefined;
      const name = nameOf(uri);
      if (around[name] !== undefined) return 'file';
      return name === '' || names.some((it) => it.startsWith(`${name}/`)) ? 'folder' : 'missing';
    },
  };
}
