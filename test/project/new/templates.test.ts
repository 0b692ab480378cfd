import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { parse as parseYaml } from 'yaml';
import { composeSchema } from '../../../scripts/compose-shape.mjs';
import * as dockerfile from '../../../server/src/dockerfile/index.ts';
import { topicNamed } from '../../../server/src/generated/topics.ts';
import { type Choices, combinations } from '../../../server/src/project/new/choices.ts';
import type { NewProject } from '../../../server/src/project/new/generate.ts';
import { judge } from '../../../server/src/service/judge.ts';
import { languageOfName } from '../../../server/src/service/languages.ts';
import type { RuleSettings } from '../../../server/src/service/service.ts';
import { type Stacks, stacksIn } from '../../../server/src/service/stacks.ts';
import { projectOf, textsOf } from '../../support/templates.ts';
import { filesIn } from '../../support/view.ts';

const published = createRequire(import.meta.url)
  .resolve('dclint/package.json')
  .replace(/package\.json$/, 'schemas/compose.schema.json');
const fits = new Ajv({ strict: false, validateSchema: false, meta: false }).compile(composeSchema(JSON.parse(readFileSync(published, 'utf8'))) as object);

const failed = (rule: string, error: unknown) => assert.fail(`${rule}: ${String(error)}`);
/** The profile that leaves nothing out. */
const settings: RuleSettings = { profile: 'beginner', severities: {} };

/** What the rules say of each text that stands alone, by language and text: many choices make the same file. */
const alone = new Map<string, readonly string[]>();

async function findingsAlone(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const found: string[] = [];
  for (const [name, text] of Object.entries(texts)) {
    const language = languageOfName(name.slice(name.lastIndexOf('/') + 1));
    if (!language || language === 'compose') continue;
    const key = `${language} ${text}`;
    if (!alone.has(key))
      alone.set(
        key,
        (await judge('', language, text, filesIn({}), settings, failed)).map((it) => it.rule),
      );
    found.push(...(alone.get(key) ?? []).map((rule) => `${name}: ${rule}`));
  }
  return found;
}

const noStacks: Stacks = { of: async () => undefined, files: () => [] };

/** Everything that our rules say of a project, over the whole folder; of a stack, too, where it is asked for. */
async function findingsIn(texts: Readonly<Record<string, string>>, file: string, withStack = true): Promise<string[]> {
  const view = filesIn({ ...texts, '.git/HEAD': '' });
  const stacks = withStack ? stacksIn(view, async () => undefined, failed) : noStacks;
  const uri = `file:///shop/${file}`;
  const compose = await judge(uri, 'compose', texts[file] ?? '', view, settings, failed, stacks);
  // The stack's findings stand in any of its files.
  const others = (await stacks.of(uri, true))?.found.filter(([, { at }]) => at.uri !== uri) ?? [];
  return [...compose.map(({ rule }) => rule), ...others.map(([rule]) => rule), ...(await findingsAlone(texts))];
}

const named = (choices: Choices) => Object.values(choices).join(' ');

/** Comments of any language that templates are written in, but not the directive that BuildKit reads. */
const COMMENT = /^\s*(?:#(?! syntax=)|\/\/|--|<!--)| #(?:$| [^"]*$)/;

describe('templates of new projects', function () {
  this.timeout(120_000);
  const made: (readonly [Choices, NewProject])[] = [];
  /** The files without comments, by the choices. */
  const bareOf = new Map<string, Readonly<Record<string, string>>>();
  before(async () => {
    // Under its other name a compose file says the same, as a test below shows.
    for (const choices of combinations()) if (choices.file === 'compose.yaml') made.push([choices, await projectOf(choices)]);
    for (const [choices, project] of made) if (choices.comments === 'none') bareOf.set(named(choices), textsOf(project));
  });
  const each = (what: string, wrongIn: (texts: Readonly<Record<string, string>>, choices: Choices, project: NewProject) => readonly string[]) =>
    it(what, () => {
      const wrong = made.flatMap(([choices, project]) => wrongIn(textsOf(project), choices, project).map((it) => `${named(choices)} → ${it}`));
      assert.deepEqual(wrong.slice(0, 5), []);
    });

  it('there are many', () => assert.equal(made.length, 1098));
  it('no rule finds anything in any combination', async () => {
    // What a stack's rules know of its files are facts, which comments are not.
    for (const [choices, project] of made) assert.deepEqual(await findingsIn(textsOf(project), choices.file, choices.comments === 'why'), [], named(choices));
  });
  it('the name of the compose file changes nothing else', async () => {
    for (const [choices, project] of made.filter((_, i) => i % 20 === 0)) {
      const { 'compose.yaml': text, ...texts } = textsOf(project);
      const { 'docker-compose.yml': otherText, ...others } = textsOf(await projectOf({ ...choices, file: 'docker-compose.yml' }));
      assert.deepEqual([otherText, others], [text, texts]);
    }
  });
  it('our rules do look at them', async () => {
    const texts = textsOf(await projectOf(made[0]![0]));
    const broken = {
      ...texts,
      'nginx/default.conf': texts['nginx/default.conf']!.replace('backend:8080', 'backned:8080'),
      'nginx/Dockerfile': texts['nginx/Dockerfile']!.replace(':1.28-alpine', ''),
    };
    assert.deepEqual((await findingsIn(broken, made[0]![0].file)).sort(), ['nginx/Dockerfile: pin-base-image', 'proxy-to-known-hosts']);
  });
  each('compose files fit the published schema', (texts, { file }) => (fits(parseYaml(texts[file] ?? '')) ? [] : [JSON.stringify(fits.errors)]));
  it('JSON and YAML can be read', () => {
    for (const [name, text] of new Map(made.flatMap(([, { files }]) => files.map(({ path, text }) => [`${text}${path}`, [path, text] as const] as const))).values()) {
      if (name.endsWith('.json')) JSON.parse(text);
      if (name.endsWith('.yaml')) parseYaml(text);
    }
  });
  each('Dockerfiles begin with FROM and end with what is run', (texts) =>
    Object.entries(texts).flatMap(([name, text]) => {
      if (!name.endsWith('Dockerfile')) return [];
      const words = dockerfile.parse(text).blocks.flatMap(({ block: { instruction } }) => (instruction ? [instruction.keyword] : []));
      return words[0] === 'FROM' && (/^(?:CMD|ENTRYPOINT)$/.test(words.at(-1) ?? '') || text.includes('FROM nginx')) ? [] : [name];
    }),
  );
  each('no mark of the templates is left', (texts) =>
    Object.entries(texts).flatMap(([name, text]) => (/\{\{\w+\}\}|^\s*(?:#|\/\/|--|<!--)[?+:]|\s#::? /m.test(text) ? [name] : [])),
  );
  each('without comments there is none', (texts, { comments }) =>
    comments === 'none' ? Object.entries(texts).flatMap(([name, text]) => (text.split('\n').some((line) => COMMENT.test(line)) ? [name] : [])) : [],
  );
  each('comments change nothing but comments', (texts, choices) => {
    const bare = choices.comments === 'none' ? undefined : bareOf.get(named({ ...choices, comments: 'none' }));
    const plain = (text: string) =>
      text
        .split('\n')
        .map((line) => line.replace(/\s+(?:#|\/\/) .*[가-힣].*$/, ''))
        .filter((line) => line.trim() !== '' && !COMMENT.test(line));
    return Object.entries(bare ?? {}).flatMap(([name, text]) => (plain(texts[name] ?? '').join() === plain(text).join() ? [] : [name]));
  });
  each('passwords stand in .env alone, and .env is kept out of git', (texts, { database }) => {
    const holders = Object.keys(texts).filter((name) => /password[12]\b/.test(texts[name] ?? ''));
    const ignored = texts['.gitignore']?.split('\n').includes('.env') ?? false;
    return ignored && holders.join() === (database === 'none' ? '' : '.env') ? [] : [holders.join()];
  });
  each('only one service is open to everybody', (texts, { file }) => {
    const open = [...(texts[file] ?? '').matchAll(/^ {6}- "([\d.:]+)"/gm)].map(([, port = '']) => port).filter((port) => !port.startsWith('127.0.0.1:'));
    return open.length <= 1 ? [] : open;
  });
  each('the page has four steps and links to lessons', (_, _choices, { page }) => {
    const links = [...page.matchAll(/\]\(\.\.\/([^)]+)\.md\)/g)].map(([, topic = '']) => topic);
    const steps = [...page.matchAll(/^## \d\. /gm)].length;
    return steps === 4 && links.length >= 3 ? links.filter((topic) => !topicNamed(topic)) : [`${steps} steps`];
  });
});

describe('comments that say why', () => {
  it('stand at every instruction and every key', async () => {
    const without: string[] = [];
    for (const choices of combinations().filter(({ comments, file }) => comments === 'why' && file === 'compose.yaml')) {
      for (const [name, text] of Object.entries(textsOf(await projectOf(choices)))) {
        if (!/Dockerfile$|compose\.yaml$|\.conf$|^\.env/.test(name)) continue;
        const lines = text.split('\n');
        for (const [i, line] of lines.entries()) {
          if (/^\s*(?:#|\}?$)/.test(line) || / # .*[가-힣]/.test(line) || /^\s*#/.test(lines[i - 1] ?? '')) continue;
          without.push(`${name}: ${line}`);
        }
      }
    }
    assert.deepEqual([...new Set(without)], []);
  });
});
