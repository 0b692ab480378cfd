// Takes the pictures of the README from the real editor: node scripts/screenshots.mjs [NAME…]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { endAll } from '../test/e2e/cleanup.mjs';
import { MALL, ROOT } from '../test/e2e/places.mjs';
import { prepare } from '../test/e2e/prepare.mjs';
import { openBrowser, remoteUri, startServer, workbenchUrl } from '../test/e2e/vscode.mjs';
import { buildIfStale } from './build-if-stale.mjs';

const LIMIT_MS = 30_000;

/** What to point at: the first `words` of a file, and inside them the part under the mouse. */
const pictures = [
  { name: 'hover-dockerfile', file: 'frontend/Dockerfile', words: '--from=deps', part: '--from', shows: '다른 스테이지' },
  { name: 'hover-compose', file: 'compose.yaml', words: 'depends_on', part: 'depends_on', shows: 'depends_on' },
  { name: 'hover-command', file: 'README.md', words: 'docker compose up', part: 'up', shows: 'up' },
  { name: 'lesson', file: 'frontend/Dockerfile', words: '--from=deps', part: '--from', shows: '다른 스테이지', opensLesson: true },
  {
    name: 'problems-nginx',
    folder: path.join(ROOT, 'test/fixtures/proxy'),
    file: 'nginx/default.conf',
    words: '//localhost:8080',
    part: 'localhost',
    shows: 'nginx 컨테이너',
    asIs: true,
  },
  { name: 'problems', folder: path.join(ROOT, 'test/fixtures/broken'), file: 'compose.yaml', words: '//localhost:3306', part: 'localhost', shows: '컨테이너 안의', asIs: true },
];

const settings = {
  'editor.fontFamily': "'DejaVu Sans Mono', 'NanumGothicCoding', monospace",
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  // There is more room below.
  'editor.hover.above': false,
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'workbench.layoutControl.enabled': false,
};

await prepare();
buildIfStale();
const wanted = process.argv.slice(2);
try {
  for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) await take(picture);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
await endAll();

async function take({ name, folder = MALL, file, words, part, shows, opensLesson, asIs }) {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const server = await startServer({ extensions: { [`${manifest.publisher}.${manifest.name}-${manifest.version}`]: ROOT }, settings });
  const { page, close } = await openBrowser({ width: 1280, height: 720 });
  try {
    const line = readFileSync(path.join(folder, file), 'utf8').split(words)[0].split('\n').length;
    await page.goto(
      workbenchUrl(server, folder, [
        ['gotoLineMode', 'true'],
        ['openFile', `${remoteUri(server, path.join(folder, file))}:${line}:1`],
      ]),
    );
    await scrollUp(page, words, part);
    const hover = await pointAt(page, words, part, shows);
    if (opensLesson) await openLesson(page, hover);
    else if (!asIs) await enlarge(page, hover);
    const out = path.join(ROOT, 'media', `${name}.png`);
    await page.screenshot({ path: out });
    console.log(`그림을 저장했습니다: ${path.relative(ROOT, out)}`);
  } finally {
    await close();
    await server.stop();
  }
}

/** Moves the mouse onto the words until the hover that shows `text` is there: the server may still be starting. */
async function pointAt(page, words, part, text) {
  const hover = page.locator('.monaco-resizable-hover:visible', { hasText: text }).first();
  await until(`a hover on ${words}`, async () => {
    const spot = await page.evaluate(spotOf, { words, part });
    // From elsewhere: a mouse that stands still asks nothing.
    await page.mouse.move(1000, 690);
    if (spot) await page.mouse.move(spot.x, spot.y, { steps: 5 });
    await hover.waitFor({ timeout: 2000 }).catch(() => {});
    return hover.isVisible();
  });
  return hover;
}

/** In the page: the middle of `part` inside the first line that has `words`. */
function spotOf({ words, part }) {
  for (const line of document.querySelectorAll('.view-line')) {
    // The editor draws spaces as no-break spaces.
    const at = line.textContent.replaceAll('\u00a0', ' ').indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    let from = at + words.indexOf(part);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (from >= node.length) {
        from -= node.length;
        continue;
      }
      range.setStart(node, from);
      range.setEnd(node, Math.min(node.length, from + part.length));
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
  }
  return undefined;
}

/** Brings the line into the upper third, where there is room for a hover below it. */
async function scrollUp(page, words, part) {
  const spot = await until(`the words ${words}`, () => page.evaluate(spotOf, { words, part }));
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.wheel(0, spot.y - 230);
}

/** Drags the lower edge of a hover until all of it shows, as a reader would. */
async function enlarge(page, hover) {
  const content = hover.locator('.monaco-hover-content').first();
  const hidden = await content.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  if (hidden > 0) {
    const { x, y, width, height } = await hover.boundingBox();
    const edge = { x: x + width / 2, y: y + height - 2 };
    await page.mouse.move(edge.x, edge.y, { steps: 5 });
    await page.mouse.down();
    await page.mouse.move(edge.x, edge.y + hidden + 4, { steps: 10 });
    await page.mouse.up();
    // The edge under the mouse is drawn thick.
    await page.mouse.move(edge.x, y + height / 2, { steps: 5 });
  }
  const left = await until('the hover to be drawn', () => content.evaluate(({ scrollHeight, clientHeight }) => ({ hidden: scrollHeight - clientHeight })));
  if (left.hidden > 1) throw new Error(`${left.hidden} pixels of the hover do not fit`);
}

/** Follows “더 보기” and waits until the page is drawn in its frame. */
async function openLesson(page, hover) {
  await hover.getByText('더 보기').click();
  await until('the page of the lesson', async () => {
    // Frames come and go while the preview loads.
    const counts = await Promise.all(
      page.frames().map((frame) =>
        frame
          .locator('.vscode-body h1')
          .count()
          .catch(() => 0),
      ),
    );
    return counts.some((count) => count > 0);
  });
  await page.mouse.move(700, 710);
}

async function until(what, ask) {
  const end = Date.now() + LIMIT_MS;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited for ${what}`);
}
