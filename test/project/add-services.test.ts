import assert from 'node:assert/strict';
import { convertedIn, pasted } from '../../server/src/command/compose/index.ts';
import { check } from '../../server/src/compose/check.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { defaultSettings } from '../../server/src/core/check.ts';
import { emptyView } from '../../server/src/core/project-view.ts';
import { rules } from '../../server/src/generated/compose-rules.ts';
import { servicesAdded } from '../../server/src/project/add-services.ts';
import { RUN_LINES } from '../command/run-lines.ts';
import { edited } from '../support/examples.ts';
import { compose } from '../support/marks.ts';

/** The lines without comments behind keys. */
const plain = (text: string) => text.replace(/^ *# .*\r?\n/gm, '').replace(/ # [^\r\n]*/g, '');

function added(text: string, line: string): string | undefined {
  const edits = servicesAdded(text, convertedIn(pasted(line)));
  return edits && edited(text, edits);
}

const check2 = (what: string, text: string, line: string, expected: string | undefined) =>
  it(what, () => {
    const now = added(text, line);
    assert.equal(now && plain(now), expected);
  });

const errorsIn = (text: string) =>
  check(parse(text), rules, emptyView, defaultSettings, (_, error) => {
    throw error;
  }).filter(({ severity }) => severity === 'error');

const shop = compose`
  services:
    web:
      image: shop/web:1   # the shop
      container_name: web

    db:
      image: mysql:8.4
      volumes:
        - data:/var/lib/mysql
  volumes:
    data:
`;

describe('project/add-services', () => {
  check2(
    'behind the last service',
    'services:\n  web:\n    image: shop/web:1\n',
    'docker run -p 80:80 nginx:1.28',
    'services:\n  web:\n    image: shop/web:1\n  nginx:\n    image: nginx:1.28\n    ports:\n      - "80:80"\n',
  );
  check2('without a last line break', 'services:\n  web:\n    image: a:1', 'docker run b:1', 'services:\n  web:\n    image: a:1\n  b:\n    image: b:1\n');
  check2('four columns', 'services:\n    web:\n        image: a:1\n', 'docker run b:1', 'services:\n    web:\n        image: a:1\n    b:\n        image: b:1\n');
  check2('into an empty file', '', 'docker run -v logs:/y b:1', 'services:\n  b:\n    image: b:1\n    volumes:\n      - logs:/y\nvolumes:\n  logs:\n');
  check2('below an empty section', 'services:\n', 'docker run b:1', 'services:\n  b:\n    image: b:1\n');
  check2('into a file of volumes only', 'volumes:\n  logs:\n', 'docker run -v logs:/y b:1', 'volumes:\n  logs:\nservices:\n  b:\n    image: b:1\n    volumes:\n      - logs:/y\n');
  check2('under a name that is free', 'services:\n  b:\n    image: b:1\n', 'docker run b:2', 'services:\n  b:\n    image: b:1\n  b-2:\n    image: b:2\n');
  check2('Windows line ends', 'services:\r\n  a:\r\n    image: a:1\r\n', 'docker run b:1', 'services:\r\n  a:\r\n    image: a:1\r\n  b:\r\n    image: b:1\r\n');
  check2('not into flow style', 'services: { a: { image: a } }\n', 'docker run b:1', undefined);
  check2('not into broken YAML', 'services:\n  a: [\n', 'docker run b:1', undefined);

  it('leaves every line that was there as it was', () => {
    for (const line of RUN_LINES) {
      const now = added(shop, line);
      assert.ok(now, line);
      const left = shop.split('\n').filter((it) => it !== '');
      const lines = now.split('\n');
      let at = -1;
      for (const it of left) {
        at = lines.indexOf(it, at + 1);
        assert.ok(at >= 0, `${it} of\n${now}`);
      }
      assert.deepEqual(
        errorsIn(now).map(({ message }) => message),
        [],
        now,
      );
    }
  });

  it('names no container twice', () => {
    const now = added(shop, 'docker run --name web nginx:1.28') ?? '';
    assert.equal(now.match(/container_name:/g)?.length, 1);
    assert.match(now, /# --name web: /);
  });
});
