import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { topics } from '../../server/src/generated/topics.ts';
import { explain } from '../../server/src/service/explain.ts';
import { head, page, resolve } from '../../server/src/service/lesson.ts';
import { serviceIn, type World } from '../../server/src/service/service.ts';
import { contentRoot } from '../support/lessons.ts';
import { withCursor } from '../support/marks.ts';

const generated = path.resolve(contentRoot, '../src/generated/lessons');
const loadLessons: World['loadLessons'] = async (room) => JSON.parse(readFileSync(path.join(generated, `${room}.json`), 'utf8'));
const world = (files: Readonly<Record<string, string>> = {}): World => ({ read: async (uri) => files[uri], stat: async () => undefined, list: async () => undefined, loadLessons });
const uri = 'file:///shop/compose.yaml';

type Hover = Awaited<ReturnType<ReturnType<typeof serviceIn>['hover']>>;

/** The text of a hover that must be there. */
function markdownOf(hover: Hover): string {
  assert.ok(hover && typeof hover.contents === 'object' && 'value' in hover.contents);
  return hover.contents.value;
}

describe('service/hover', () => {
  it('puts title, live lines, lesson and link together', async () => {
    const service = serviceIn(world(), () => (topic) => `open:${topic}`);
    service.documents.open('file:///Dockerfile', 'dockerfile', 1, 'FROM a AS b\nFROM c\n');
    const hover = await service.hover('file:///Dockerfile', { line: 0, character: 1 });
    const value = markdownOf(hover);
    assert.match(value, /^\*\*FROM\*\* — /);
    assert.match(value, /\n> 마지막 스테이지가 아니므로/);
    assert.match(value, /\[더 보기\]\(open:dockerfile\/instruction\/FROM\)$/);
    assert.match(value, /\(open:concept\/image-tag\)/);
    assert.doesNotMatch(value, /```dockerfile good|\n## |노트:/);
    assert.deepEqual(hover?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } });
  });

  it('leaves links out where the editor cannot follow them', async () => {
    const service = serviceIn(world());
    service.documents.open('file:///Dockerfile', 'dockerfile', 1, 'FROM a\n');
    const value = markdownOf(await service.hover('file:///Dockerfile', { line: 0, character: 1 }));
    assert.doesNotMatch(value, /\]\((?!https:)/);
    assert.match(value, /관련: /);
  });

  const position = (what: string, marked: string, start: [number, number], end: [number, number]) =>
    it(`counts in UTF-16 units: ${what}`, async () => {
      const { text, offset } = withCursor(marked);
      const service = serviceIn(world());
      service.documents.open(uri, 'dockercompose', 1, text);
      const before = text.slice(0, offset).split('\n');
      const hover = await service.hover(uri, { line: before.length - 1, character: before.at(-1)?.length ?? 0 });
      assert.deepEqual(hover?.range, { start: { line: start[0], character: start[1] }, end: { line: end[0], character: end[1] } });
    });
  position('CRLF and BOM', '\uFEFFservices:\r\n  web:\r\n    res<|>tart: always\r\n', [2, 4], [2, 11]);
  position('emoji before the word', 'services:\n  web:\n    labels: { "😀": "한글" , b<|>: c }\n', [2, 27], [2, 28]);

  it('reads .env beside the file, and .env.example where there is none', async () => {
    const text = 'services:\n  db:\n    image: mysql:${TAG}\n';
    const at = { line: 2, character: 20 };
    const ask = async (files: Record<string, string>) => {
      const service = serviceIn(world(files));
      service.documents.open(uri, 'dockercompose', 1, text);
      return markdownOf(await service.hover(uri, at));
    };
    assert.match(await ask({ 'file:///shop/.env': 'TAG="8.4" # 버전\n' }), /`8\.4` 값/);
    assert.match(await ask({ 'file:///shop/.env.example': 'export TAG=9\n' }), /\.env\.example.*`9` 값/);
    assert.match(await ask({}), /빈 값이 되고 경고/);
  });

  it('follows edits, version by version', async () => {
    const service = serviceIn(world());
    service.documents.open('file:///Dockerfile', 'dockerfile', 1, 'FROM a\nUSER b\n');
    service.documents.change('file:///Dockerfile', 2, [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } }, text: 'WORKDIR' }]);
    const value = markdownOf(await service.hover('file:///Dockerfile', { line: 1, character: 2 }));
    assert.match(value, /^\*\*WORKDIR\*\*/);
    service.documents.close('file:///Dockerfile');
    assert.equal(await service.hover('file:///Dockerfile', { line: 1, character: 2 }), undefined);
  });

  it('answers in the Dockerfiles and compose files that a Markdown file shows', async () => {
    const text =
      '# 노트\n\n```dockerfile\nFROM node:24-alpine AS build\nUSER node\n```\n\n- 😀\n\n  ```yaml\n  services:\n    web:\n      restart: always\n  ```\n\n```yaml\nkind: Pod\n```\n';
    const service = serviceIn(world());
    service.documents.open('file:///a.md', 'markdown', 1, text);
    const at = async (word: string) => {
      const before = text.slice(0, text.indexOf(word) + 1).split('\n');
      return service.hover('file:///a.md', { line: before.length - 1, character: before.at(-1)?.length ?? 0 });
    };
    assert.match(markdownOf(await at('USER')), /^\*\*USER\*\*/);
    assert.match(markdownOf(await at('always')), /^\*\*restart: always\*\*/);
    assert.deepEqual((await at('always'))?.range, { start: { line: 12, character: 15 }, end: { line: 12, character: 21 } });
    assert.equal(await at('Pod'), undefined);
  });

  it('takes YAML for Compose by its name only', async () => {
    const service = serviceIn(world());
    for (const name of ['compose.yaml', 'docker-compose.override.yml', 'compose.prod.yml']) {
      service.documents.open(`file:///${name}`, 'yaml', 1, 'services:\n');
      assert.ok(await service.hover(`file:///${name}`, { line: 0, character: 1 }), name);
    }
    service.documents.open('file:///values.yaml', 'yaml', 1, 'services:\n');
    assert.equal(await service.hover('file:///values.yaml', { line: 0, character: 1 }), undefined);
  });
});

describe('service/lesson', () => {
  it('every lesson becomes a hover and a page', async () => {
    for (const topic of topics) {
      const text = (await loadLessons(topic.slice(0, topic.indexOf('/')) as never))[topic] ?? '';
      const { title, body } = head(topic, text, (it) => `open:${it}`);
      assert.match(title, /^\*\*.+\*\* — /, topic);
      assert.ok(body.length > 0 && !/더 알아보기|\.md\)| good$/m.test(body), topic);
      assert.doesNotMatch(page(text), /^```\w+ good|^검색어:/m, topic);
    }
  });

  it('links are seen from the lesson that has them', () => {
    assert.equal(resolve('dockerfile/instruction/FROM', '../../concept/image'), 'concept/image');
    assert.equal(resolve('concept/image', 'container'), 'concept/container');
    assert.equal(resolve('compose/services', 'services/ports'), 'compose/services/ports');
  });
});

describe('service/explain', () => {
  const about = async (...words: string[]) => explain(words, loadLessons);
  it('a topic', async () => assert.match((await about('dockerfile/instruction/USER')).text ?? '', /^\*\*USER\*\*/));
  it('the end of a topic', async () => assert.match((await about('COPY', '--from')).text ?? '', /^\*\*COPY --from\*\*/));
  it('an instruction before anything else of its name', async () => assert.match((await about('FROM')).text ?? '', /^\*\*FROM\*\*/));
  it('several candidates are listed', async () => assert.ok((await about('target')).candidates.length > 1));
  it('nothing', async () => assert.deepEqual(await about('없는것'), { candidates: [] }));
  it('a command line, word by word', async () => {
    const { text } = await about('docker', 'run', '-p', '8080:80', 'nginx:1.28-alpine');
    for (const part of [/\*\*docker run\*\*/, /\*\*docker run -p\*\*/, /`8080`번/, /\*\*nginx\*\*/]) assert.match(text ?? '', part);
  });
});
