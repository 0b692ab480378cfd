// Writes server/src/generated/: the topics of all lessons as a type, their texts room by room, the templates, and the shape of a compose file.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { composeSchema, composeShape } from './compose-shape.mjs';
import { notesTable } from './notes-table.mjs';
import { rulePages, rulesOf } from './rule-pages.mjs';
import { writeRuleSettings } from './rule-settings.mjs';
import { snippetsModule } from './snippets-module.mjs';

const root = path.resolve(import.meta.dirname, '..');
const content = path.join(root, 'server/content');
const out = path.join(root, 'server/src/generated');
const header = '// Written by scripts/generate.mjs. Do not edit.\n';

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));

const lessons = files(content)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ topic: path.relative(content, file).replace(/\\/g, '/').replace(/\.md$/, ''), text: readFileSync(file, 'utf8').replace(/\r\n/g, '\n') }));
const rooms = [...new Set(lessons.map(({ topic }) => topic.split('/')[0]))];

rmSync(out, { recursive: true, force: true });
mkdirSync(path.join(out, 'lessons'), { recursive: true });
for (const room of rooms) {
  const texts = Object.fromEntries(lessons.filter(({ topic }) => topic.startsWith(`${room}/`)).map(({ topic, text }) => [topic, text]));
  writeFileSync(path.join(out, 'lessons', `${room}.json`), JSON.stringify(texts));
}
writeFileSync(
  path.join(out, 'topics.ts'),
  `${header}\nexport const rooms = ${JSON.stringify(rooms)} as const;\n/** A room of lessons, or one that has no topics: the rules' pages, the templates of new projects. */\nexport type Room = (typeof rooms)[number] | 'rule' | 'template';\n\n` +
    `/** Every lesson under server/content. */\nexport type Topic =\n${lessons.map(({ topic }) => `  | ${JSON.stringify(topic)}`).join('\n')};\n\n` +
    `const all: readonly string[] = ${JSON.stringify(lessons.map(({ topic }) => topic).join('\n'))}.split('\\n');\nlet set: Set<string> | undefined;\n\n` +
    `/** The topic of this name, if there is such a lesson. */\nexport function topicNamed(name: string): Topic | undefined {\n` +
    `  set ??= new Set(all);\n  return set.has(name) ? (name as Topic) : undefined;\n}\n\n` +
    `export const topics = all as readonly Topic[];\n`,
);

const templates = path.join(root, 'snippets/templates');
const templateTexts = Object.fromEntries(files(templates).map((file) => [path.relative(templates, file).replace(/\\/g, '/'), readFileSync(file, 'utf8').replace(/\r\n/g, '\n')]));
writeFileSync(path.join(out, 'lessons/template.json'), JSON.stringify(templateTexts));

const docs = path.join(root, 'docs');
writeFileSync(path.join(docs, 'notes.md'), notesTable(JSON.parse(readFileSync(path.join(docs, 'note-headings.json'), 'utf8')), lessons));

const schema = createRequire(import.meta.url)
  .resolve('dclint/package.json')
  .replace(/package\.json$/, 'schemas/compose.schema.json');
const shape = composeShape(composeSchema(JSON.parse(readFileSync(schema, 'utf8'))));
writeFileSync(path.join(out, 'compose-shape.json'), JSON.stringify(shape));
writeFileSync(path.join(out, 'snippets.ts'), header + snippetsModule(path.join(root, 'snippets')));
const languages = [
  ['compose', 'ComposeRule'],
  ['dockerfile', 'DockerfileRule'],
  ['dockerignore', 'DockerignoreRule'],
  ['dotenv', 'DotenvRule'],
  ['command', 'CommandRule'],
  ['project', 'StackRule'],
];
for (const [language, type] of languages) registry(language, type);
const rulesByLanguage = {};
for (const [language] of languages) rulesByLanguage[language] = await rulesOf(path.join(out, `${language}-rules.ts`));
const rules = Object.assign({}, ...Object.values(rulesByLanguage));
writeFileSync(path.join(out, 'lessons/rule.json'), JSON.stringify(await rulePages(root, rulesByLanguage)));
writeRuleSettings(root, rulesByLanguage);
console.log(`generated: ${lessons.length} lessons in ${rooms.length} rooms, ${shape.nodes.length} compose shapes, ${Object.keys(rules).length} rules`);

/** The rules of a language by id, as a module. */
function registry(language, type) {
  const folder = path.join(root, 'server/src', language, 'rules');
  const ids = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => name.slice(0, -3))
        .sort()
    : [];
  const name = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const lines = ids.map((id) => `import { rule as ${name(id)} } from '../${language}/rules/${id}.ts';`);
  const entries = ids.map((id) => `  '${id}': ${name(id)},`);
  writeFileSync(
    path.join(out, `${language}-rules.ts`),
    `${header}import type { ${type} } from '../${language}/rule.ts';\n${lines.join('\n')}\n\nexport const rules: Readonly<Record<string, ${type}>> = {\n${entries.join('\n')}\n};\n`,
  );
}
