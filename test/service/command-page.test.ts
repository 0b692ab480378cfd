import assert from 'node:assert/strict';
import { commandPage } from '../../server/src/service/command-page.ts';
import { RUN_LINES } from '../command/run-lines.ts';
import { lessons } from '../support/lessons.ts';
import { worldOf } from '../support/world.ts';

const pageOf = (text: string) => commandPage(text, worldOf().loadLessons);

describe('service/command-page', () => {
  it('explains every word, what goes wrong, and the same in compose', async () => {
    const page = await pageOf('docker run -d -p 8080:80 nginx:1.28-alpine');
    for (const part of [
      '### `run`',
      '### `-d`',
      '### `-p`',
      '### `8080:80`',
      '### `nginx`',
      '`8080`번',
      '## 자주 겪는 문제',
      'port is already allocated',
      '  nginx:\n',
      '- "8080:80"',
    ])
      assert.ok(page.includes(part), part);
  });

  it('says first what is dangerous', async () => {
    for (const line of ['docker system prune -a --volumes', 'docker rm -f $(docker ps -aq)'])
      assert.match(await pageOf(line), /⚠️ \*\*조심\*\* .*\(\.\.\/rule\/look-before-deleting-everything\.md\)/, line);
    assert.match(await pageOf('docker nework rm x'), /⛔ \*\*오류\*\* /);
    assert.match(await pageOf('docker ps'), /찾지 못했습니다/);
  });

  it('reads what an input box makes of several lines', async () => {
    assert.match(await pageOf('docker run \\   -p 8080:80 \\   nginx:1.28'), /### `8080:80`/);
    assert.match(await pageOf('docker run ^\n -p 8080:80 ^\n nginx:1.28'), /### `8080:80`/);
  });

  it('of anything else says how to ask', async () => {
    for (const text of ['', 'ls -al', '```', '한글']) assert.match(await pageOf(text), /`docker`로 시작하는 명령/, text);
  });

  it('links lead to lessons', async () => {
    const known = new Set(lessons.map(({ topic }) => topic));
    for (const line of RUN_LINES) {
      for (const [, path = ''] of (await pageOf(line)).matchAll(/\]\(\.\.\/([^)]+)\.md\)/g)) assert.ok(path.startsWith('rule/') || known.has(decodeURIComponent(path)), path);
    }
  });
});
