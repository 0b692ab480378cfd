// What the light bulb does to a rule's examples: found by running the rule on them, so that its page cannot promise otherwise.
import path from 'node:path';
import { bundled, plain } from './rule-pages.mjs';

const FOLDER = 'file:///shop/';

/** What an example's file is called where the example does not say. */
const NAMES = { compose: 'compose.yaml', dockerfile: 'Dockerfile' };

/** The first fix of each rule's examples by id; nothing for a rule that leaves the cure to the reader. */
export async function firstFixes(root, language, rules) {
  const { sourceOf } = await bundled(`export { sourceOf } from ${JSON.stringify(path.join(root, 'server/src/service/languages.ts'))};`);
  const fixes = {};
  for (const [id, { examples, severity }] of Object.entries(rules)) {
    const settings = { profile: 'beginner', severities: severity === 'off' ? { [id]: 'hint' } : {} };
    for (const { bad, fixed, around = {} } of examples) {
      if (bad === undefined || fixed === undefined || fixes[id]) continue;
      const text = plain(bad);
      // Of a file that stands alone nothing is known, not even its folder.
      const uri = Object.keys(around).length === 0 ? '' : FOLDER + NAMES[language];
      const { reported } = await (await sourceOf(language, text)).check(uri, text, filesIn(around), settings, () => {});
      fixes[id] = reported.find(({ rule, fixes: own = [] }) => rule === id && own.length > 0)?.fixes[0];
    }
  }
  return fixes;
}

/** A folder in memory. */
function filesIn(around) {
  const names = Object.keys(around);
  const nameOf = (uri) => decodeURIComponent(uri.slice(FOLDER.length)).replace(/\/$/, '');
  return {
    read: async (uri) => around[nameOf(uri)],
    async stat(uri) {
      const name = nameOf(uri);
      if (around[name] !== undefined) return 'file';
      return name === '' || names.some((it) => it.startsWith(`${name}/`)) ? 'folder' : 'missing';
    },
  };
}
