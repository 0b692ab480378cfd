import assert from 'node:assert/strict';
import { check } from '../../server/src/command/check.ts';
import { parse } from '../../server/src/command/parse.ts';
import { defaultSettings } from '../../server/src/core/check.ts';
import { rules } from '../../server/src/generated/command-rules.ts';
import { edited, withMarks } from '../support/examples.ts';
import { lessons } from '../support/lessons.ts';
import { RUN_LINES } from './run-lines.ts';

const reportedIn = (text: string, source: 'markdown' | 'shell' = 'markdown') =>
  check(parse(text, source), rules, defaultSettings, (_, error) => {
    throw error;
  });

/** Lessons that show what one should not do, with the rule that says so. */
const ON_PURPOSE: Readonly<Record<string, string>> = {
  'command/docker-rm-all': 'look-before-deleting-everything',
  'command/flag/docker-volume-prune--all': 'look-before-deleting-everything',
  'command/wrong-npm-install-docker': 'install-docker-itself',
  'workflow/flow-host-network': 'publish-no-ports-on-the-host-network',
};

describe('command/rules in Markdown', () => {
  const marks = (what: string, marked: string, ...ids: readonly string[]) =>
    it(what, () => {
      const { text, marks: expected } = withMarks(marked);
      const found = reportedIn(text);
      assert.deepEqual(
        found.map(({ at }) => text.slice(at.start, at.end)),
        expected.map(({ start, end }) => text.slice(start, end)),
      );
      assert.deepEqual(
        found.map(({ at }) => at),
        expected,
      );
      assert.deepEqual(
        found.map(({ rule }) => rule),
        ids,
      );
    });

  marks('in a fence', '# 실습 😀\n\n```bash\ndocker nework rm a\n#      ^^^^^^\n```\n\ndocker nework rm a\n', 'spell-docker-commands');
  marks('in a list', '- 단계\n\n  ```bash\n  docker run nginx:1.28 -p 80:80\n                        ^^\n  ```\n', 'put-flags-before-image');
  marks('behind a prompt', '```console\n$ docker run -name web nginx:1.28\n#            ^^^^^\ndocker nework\n```\n', 'write-long-flags-with-two-dashes');
  marks('on a later line', '```bash\ndocker run -d \\\n  --nmae web \\\n  ^^^^^^\n  nginx:1.28\n```\n', 'spell-docker-flags');
  marks('in PowerShell', '```powershell\nPS C:\\> docker run `\n  -p 99999:80 `\n     ^^^^^\n  nginx:1.28\n```\n', 'publish-valid-ports');
  marks('not in a fence of output or of prose', '```text\ndocker nework\n```\n\n```\ndocker nework\n```\n');
  marks(
    'not what is to be filled in',
    '```bash\ndocker run [옵션] <이미지> [명령]\ndocker exec -it <컨테이너 이름> bash\ndocker run -p <호스트>:<컨테이너> <이미지>\ndocker build …\ndocker stop CONTAINER...\n```\n',
  );
  marks('not a flag that is only spoken of', '```bash\ndocker run -it   # 터미널\ndocker run -p\ndocker exec -it\ndocker run -v …:z\ndocker build --no-cache\n```\n');
  marks('but a build without its context', '```bash\ndocker build -t shop:1.0\n#      ^^^^^\n```\n', 'give-commands-their-arguments');
  marks('not what a comment says', '```bash\n# docker nework rm a\ndocker ps # docker nework\n```\n');
  marks('not where a comment asks for silence', '```bash\n# giljabi-ignore spell-docker-commands\ndocker nework rm a\n```\n');

  it('a comment above a command of several lines is for all of them', () => {
    const text = '# giljabi-ignore spell-docker-flags — 옛 버전\ndocker run -d \\\n  --nmae web \\\n  nginx:1.28\n';
    assert.deepEqual(reportedIn(text, 'shell'), []);
    assert.equal(reportedIn(text.replace('giljabi-ignore', 'x'), 'shell').length, 1);
  });

  it('is silent about the lessons, save where one shows a mistake', () => {
    for (const { topic, fences } of lessons) {
      const text = fences.map((fence) => `\`\`\`${fence.language}\n${fence.text}\`\`\`\n`).join('\n');
      const found = [...new Set(reportedIn(text).map(({ rule }) => rule))];
      assert.deepEqual(found, ON_PURPOSE[topic] === undefined ? [] : [ON_PURPOSE[topic]], topic);
    }
  });

  it('refuses none of the run lines', () => {
    for (const line of RUN_LINES) {
      const errors = reportedIn(line, 'shell').filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        line,
      );
    }
  });

  it('never fails, and its places stand in the text', () => {
    for (const line of RUN_LINES) {
      for (let end = 1; end <= line.length; end++) {
        const text = line.slice(0, end);
        for (const { at, fixes = [] } of reportedIn(text, 'shell')) {
          assert.ok(0 <= at.start && at.start <= at.end && at.end <= text.length, text);
          for (const { edits } of fixes) assert.ok(typeof edited(text, edits) === 'string');
        }
      }
    }
  });
});
