import assert from 'node:assert/strict';
import { judgeAll, shoppingMall } from '../support/mall.ts';

/** Files whose facts others know of; each is made odd while the others stay as they are. */
const PARTS = [
  'compose.yaml',
  'nginx/default.conf',
  'nginx/Dockerfile',
  'frontend/Dockerfile',
  'frontend/package.json',
  'frontend/next.config.mjs',
  'frontend/.dockerignore',
  'backend/Dockerfile',
  'backend/pom.xml',
  'backend/src/main/resources/application.yaml',
  '.env.example',
];

/** “서비스” as a Korean Windows saves it, read as UTF-8. */
const cp949 = new TextDecoder().decode(Uint8Array.of(0xbc, 0xad, 0xba, 0xf1, 0xbd, 0xba, 0x0a));

const MEGABYTE = 1_100_000;

/** What a language of ours judges line by line takes its time. */
const most = (file: string) => (/Dockerfile|compose|ignore/.test(file) ? 100_000 : MEGABYTE);

/** What nobody reads is left out. */
const stack = Object.fromEntries(Object.entries(shoppingMall).filter(([name]) => PARTS.includes(name)));

const ODD: Readonly<Record<string, (text: string, file: string) => string | undefined>> = {
  missing: () => undefined,
  empty: () => '',
  'white space': () => ' \n\t\n',
  'one long line': () => 'a'.repeat(MEGABYTE),
  'huge, of what it says': (text, file) => text.repeat(Math.ceil(most(file) / text.length)),
  'huge, of braces': () => '{[('.repeat(MEGABYTE / 3),
  'cut in the middle': (text) => text.slice(0, text.length / 2),
  'NUL bytes': (text) => text.replaceAll('e', '\0'),
  'CP949 bytes': (text) => cp949 + text.replaceAll(/[가-힣]+/g, cp949),
  'half of a pair': (text) => text.replaceAll('o', '\ud83d'),
  'UTF-16 read as UTF-8': (text) => `\ufffd\ufffd${[...text].join('\0')}`,
  'line ends of Windows, with a BOM': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'deeply nested': () => `${'services: {'.repeat(3000)}\n${'server {'.repeat(3000)}`,
};

describe('a stack with an odd file', () => {
  for (const file of PARTS) {
    it(`${file}: a finding or nothing, never an exception`, async function () {
      this.timeout(60_000);
      for (const odd of Object.values(ODD)) {
        const text = odd(stack[file] ?? '', file);
        const { [file]: _, ...others } = stack;
        await judgeAll(text === undefined ? others : { ...others, [file]: text });
      }
    });
  }

  it('line ends of Windows change nothing', async () => {
    const windows = Object.fromEntries(Object.entries(shoppingMall).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]));
    assert.deepEqual(await judgeAll(windows), []);
  });

  it('circles end', async () => {
    const compose = shoppingMall['compose.yaml'] ?? '';
    const circles: readonly Readonly<Record<string, string>>[] = [
      { 'compose.yaml': `include:\n  - compose.yaml\n${compose}` },
      { 'compose.yaml': `include:\n  - other.yaml\n${compose}`, 'other.yaml': 'include:\n  - compose.yaml\nservices:\n  other:\n    image: nginx:1.28-alpine\n' },
      { 'compose.yaml': compose.replace('    build: ./frontend', '    extends: frontend\n    build: ./frontend') },
      {
        'compose.yaml': compose
          .replace('    build: ./frontend', '    extends:\n      service: backend\n    build: ./frontend')
          .replace('    build: ./backend', '    extends:\n      service: frontend\n    build: ./backend'),
      },
      { 'nginx/default.conf': `include /etc/nginx/conf.d/default.conf;\n${shoppingMall['nginx/default.conf']}` },
      { 'frontend/Dockerfile': 'FROM b AS a\nCOPY --from=b / /\nFROM a AS b\nCOPY --from=a / /\n' },
      { 'compose.yaml': compose.replace('      redis:\n', '      redis:\n      backend:\n        condition: service_started\n') },
      { '.env': 'A=${B}\nB=${A}\n', 'compose.yaml': compose.replace('BACKEND_URL: http://backend:8080', 'BACKEND_URL: ${A}') },
    ];
    for (const files of circles) await judgeAll({ ...shoppingMall, ...files });
  });
});
