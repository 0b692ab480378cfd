// What the light bulb does to a rule's examples: found by running the rule on them, so that its page cannot promise otherwise.
import path from 'node:path';
import { bundled, plain } from './rule-pages.mjs';

const FOLDER = 'file:///shop/';

/** What an example's file is called where the example does not say. */
const NAMES = { compose: 'compose.yaml', dockerfile: 'Dockerfile', dockerignore: '.dockerignore', dotenv: '.env', command: 'run.sh', project: 'compose.yaml' };

/** The first fix of each rule's examples by id; nothing for a rule that leaves the cure to the reader. */
export async function firstFixes(root, language, rules) {
  const { judge } = await bundled(`export { judge } from ${JSON.stringify(path.join(root, 'server/src/service/judge.ts'))};`);
  const fixes = {};
  for (const [id, { examples, severity }] of Object.entries(rules)) {
    const settings = { profile: 'beginner', severities: severity === 'off' ? { [id]: 'hint' } : {} };
    for (const { bad, fixed, file, around = {} } of examples) {
      if (bad === undefined || fixed === undefined || fixes[id]) continue;
      const text = plain(bad);
      // Of a file that stands alone nothing is known, not even its folder.
      const uri = Object.keys(around).length === 0 ? '' : FOLDER + (file ?? NAMES[language]);
      const reported = await judge(uri, language, text, filesIn({ ...around, [file ?? NAMES[language]]: text }), settings, () => {});
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
    async list(uri) {
      const name = nameOf(uri);
      const inside = name === '' ? '' : `${name}/`;
      const below = names.filter((it) => it.startsWith(inside)).map((it) => it.slice(inside.length).split('/'));
      const kinds = new Map(below.map(([first, ...rest]) => [first, rest.length > 0 ? 'folder' : 'file']));
      return [...kinds].map(([own, kind]) => ({ name: own, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}
