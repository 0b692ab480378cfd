import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { topics } from '../../server/src/generated/topics.ts';
import { sourceLine } from '../../server/src/service/context-hover.ts';
import { explain } from '../../server/src/service/explain.ts';
import { head, page, resolve } from '../../server/src/service/lesson.ts';
import { serviceIn, type World } from '../../server/src/service/service.ts';
import { contentRoot } from '../support/lessons.ts';
import { withCursor } from '../support/marks.ts';
import { filesIn } from '../support/view.ts';

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

describe('service/hover of files that a build takes', () => {
  const folder = { 'package.json': '{}', 'src/a.js': '', 'src/b.js': '', 'node_modules/x/y.js': '', '.git/HEAD': '', 'docs/a.md': '' };

  /** What is said at the cursor in a Dockerfile at `file:///shop/`, and the folders that were looked into for it. */
  async function ask(marked: string, files: Readonly<Record<string, string>>, name = 'Dockerfile') {
    const { text, offset } = withCursor(marked);
    const shop = filesIn({ ...files, [name]: text });
    const touched: string[] = [];
    const note =
      <T>(ask: (uri: string) => T) =>
      (uri: string) => {
        touched.push(uri);
        return ask(uri);
      };
    const service = serviceIn({ read: note(shop.read), stat: note(shop.stat), list: note(shop.list), loadLessons });
    service.documents.open(`file:///shop/${name}`, 'dockerfile', 1, text);
    const before = text.slice(0, offset).split('\n');
    const hover = await service.hover(`file:///shop/${name}`, { line: before.length - 1, character: before.at(-1)?.length ?? 0 });
    return { said: markdownOf(hover), touched };
  }

  const check = (marked: string, files: Readonly<Record<string, string>>, said: RegExp) =>
    it(`${marked.replace(/\n/g, '⏎')} → ${said.source}`, async () => assert.match((await ask(marked, files)).said, said));

  check('FROM a\nCOPY <|>. .', folder, /파일 7개를 가져갑니다\. `\.dockerignore` 파일이 없어/);
  check(
    'FROM a\nCOPY <|>. .',
    { ...folder, '.dockerignore': '# x\nnode_modules\n.git\n!src\n' },
    /파일 6개를 가져갑니다\. `\.dockerignore`의 2행 `node_modules`, 3행 `\.git` 줄이 뺍니다/,
  );
  check('FROM a\nCOPY <|>. .', { ...folder, '.dockerignore': 'src', 'Dockerfile.dockerignore': 'docs\n' }, /`Dockerfile\.dockerignore`의 1행 `docs` 줄이 뺍니다/);
  check('FROM a\nCOPY s<|>rc /app', folder, /파일 2개를 가져갑니다\.$/m);
  check('FROM a\nCOPY s<|>rc /app', { ...folder, '.dockerignore': 'src\n' }, /`src` 원본은 `\.dockerignore`의 1행 `src` 줄이 빼서 \*\*가져가지 못합니다/);
  check('FROM a\nCOPY n<|>ope /app', folder, /이 Dockerfile의 폴더에는 `nope` 경로가 \*\*없습니다/);
  check('FROM a\nCOPY *.<|>py /app', folder, /`\*\.py` 패턴에 맞는 파일이 없습니다/);
  check('FROM a\nCOPY <|>. .', Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`f${i}`, ''])), /파일 5,000개 이상을 가져갑니다/);

  it('looks at no file for anything else', async () => {
    for (const marked of ['FROM a\nCO<|>PY . .', 'FROM a\nCOPY . <|>/app/', 'FROM a\nCOPY --from=b s<|>rc .', 'FROM a\nCOPY $<|>A .', 'FROM a\nRUN l<|>s', 'FRO<|>M a']) {
      assert.deepEqual((await ask(marked, folder)).touched, [], marked);
    }
  });

  it('takes the context that somebody names', async () => {
    const files = filesIn({ 'api/Dockerfile': '', 'web/a.js': '', '.dockerignore': 'web' });
    assert.match((await sourceLine('file:///shop/api/Dockerfile', 'api', files, 'file:///shop/')) ?? '', /^파일 1개를 가져갑니다\.$/);
    assert.match((await sourceLine('file:///shop/api/Dockerfile', 'nope', files, 'file:///shop/')) ?? '', /^빌드 컨텍스트에 `nope`/);
    assert.match((await sourceLine('file:///shop/api/Dockerfile', 'web', files, 'file:///shop/')) ?? '', /1행 `web` 줄이 빼서/);
    assert.equal(await sourceLine('untitled:a', 'web', files), undefined);
  });

  for (const [pattern, isEmpty] of [
    ['node_modules', false],
    ['*.md', true],
    ['docs/*.md', false],
    ['dist', true],
    ['!src/a.js', false],
  ] as const) {
    it(`.dockerignore: ${pattern} ${isEmpty ? 'means nothing that is there' : 'means something'}`, async () => {
      const text = `${pattern}\n`;
      const service = serviceIn({ ...filesIn({ ...folder, '.dockerignore': text }), loadLessons });
      service.documents.open('file:///shop/.dockerignore', 'ignore', 1, text);
      assert.equal(/맞는 파일이 \*\*없습니다/.test(markdownOf(await service.hover('file:///shop/.dockerignore', { line: 0, character: 3 }))), isEmpty);
    });
  }

  it('answers in ignore files, whatever the editor calls them', async () => {
    const service = serviceIn(world());
    for (const [uri, id] of [
      ['file:///a/.dockerignore', 'ignore'],
      ['file:///a/api.Dockerfile.dockerignore', 'plaintext'],
      ['file:///a/x', 'dockerignore'],
    ] as const) {
      service.documents.open(uri, id, 1, 'node_modules\n');
      assert.match(markdownOf(await service.hover(uri, { line: 0, character: 2 })), /npm ci/, uri);
      assert.deepEqual(await service.diagnostics(uri), []);
    }
    service.documents.open('file:///a/.gitignore', 'ignore', 1, 'node_modules\n');
    assert.equal(await service.hover('file:///a/.gitignore', { line: 0, character: 2 }), undefined);
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
