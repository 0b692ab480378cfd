import assert from 'node:assert/strict';
import { parse as parseYaml } from 'yaml';
import { parse as parseCommands, topicAt as topicOfCommand } from '../server/src/command/index.ts';
import { defaultSettings } from '../server/src/core/check.ts';
import { plainOf } from '../server/src/core/snippet.ts';
import { judge } from '../server/src/service/judge.ts';
import { validate } from './support/compose-schema.ts';
import { accepted, type Entry, expanded, offered, snippetsOf } from './support/snippets.ts';
import { filesIn } from './support/view.ts';

const textOf = (file: string, name: string) => expanded(new Map(snippetsOf(file)).get(name)?.body.join('\n') ?? '');

/** The shopping mall out of our own snippets: what those for compose files speak of. */
const around = {
  'nginx/Dockerfile': textOf('dockerfile', 'nginx: reverse proxy'),
  'nginx/default.conf': textOf('nginx', 'Reverse proxy'),
  'frontend/Dockerfile': textOf('dockerfile', 'Next.js (npm)'),
  'backend/Dockerfile': textOf('dockerfile', 'Spring Boot (Gradle)'),
  '.env': ['Shopping mall', 'MariaDB', 'PostgreSQL', 'MongoDB'].map((it) => textOf('dotenv', it)).join('\n'),
  'secrets/db_password.txt': 'secret\n',
};

/** What our rules say of a file, however lightly. */
async function findings(file: string, text: string, beside: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const found = await judge(`file:///shop/${file}`, undefined, text, filesIn({ ...beside, [file]: text }), defaultSettings, (rule, error) => {
    throw new Error(rule, { cause: error });
  });
  return found.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}

async function acceptedIn(languageId: string, marked: string, [name, { prefixes = [] }]: [string, Entry], uri: string): Promise<string> {
  const { document, items } = await offered(languageId, marked, uri);
  const item = items.find(({ filterText }) => filterText === prefixes.join(' '));
  assert.ok(item, `${name} is offered in\n${marked}`);
  return accepted(document, item);
}

describe('snippets for a Dockerfile', () => {
  /** A base in which a block is right, and what follows it. */
  const bases: Readonly<Record<string, readonly [string, string]>> = {
    'Cache mount: pip': ['python:3.13-slim', 'USER nobody\nCMD ["python", "main.py"]'],
    'Cache mount: Gradle': ['eclipse-temurin:21-jdk', 'USER nobody\nCMD ["java", "-version"]'],
    'Cache mount: Maven': ['eclipse-temurin:21-jdk', 'USER nobody\nCMD ["java", "-version"]'],
    'Cache mount: apt': ['python:3.13-slim', 'USER nobody\nCMD ["python", "main.py"]'],
    'Healthcheck: curl': ['eclipse-temurin:21-jre', 'USER nobody\nCMD ["java", "-jar", "app.jar"]'],
    'User: node': ['node:24-alpine', 'CMD ["node", "server.js"]'],
    'User: Alpine': ['node:24-alpine', 'CMD ["node", "server.js"]'],
    'User: Debian, Ubuntu': ['python:3.13-slim', 'CMD ["python", "main.py"]'],
    Stage: ['node:24-alpine', 'COPY ./public /usr/share/nginx/html'],
  };
  for (const snippet of snippetsOf('dockerfile')) {
    const [name, { place }] = snippet;
    const [base, after] = bases[name] ?? ['node:24-alpine', 'USER node\nCMD ["node", "server.js"]'];
    const marked = place === 'file' ? '<|>' : `FROM node:24-alpine AS builder\nWORKDIR /app\nCOPY . .\n\nFROM ${base}\nWORKDIR /app\n<|>\n${after}\n`;
    it(name, async () => assert.deepEqual(await findings('Dockerfile', await acceptedIn('dockerfile', marked, snippet, 'file:///shop/Dockerfile')), []));
  }
});

describe('snippets for .dockerignore', () => {
  for (const snippet of snippetsOf('dockerignore'))
    it(snippet[0], async () => assert.deepEqual(await findings('.dockerignore', await acceptedIn('ignore', '<|>', snippet, 'file:///shop/.dockerignore')), []));
});

describe('snippets for a compose file', () => {
  const entries = snippetsOf('compose');
  const database = [
    'image: mysql:8.4',
    'environment:',
    '\tMYSQL_ROOT_PASSWORD: ${MYSQL_ROOT_PASSWORD}',
    'volumes:',
    '\t- db-data:/var/lib/mysql',
    'healthcheck:',
    '\ttest: ["CMD", "mysqladmin", "ping"]',
  ];
  /** The image of a service in which a healthcheck is right; of the others it is one that is built. */
  const images: Readonly<Record<string, readonly string[]>> = {
    'healthcheck: MySQL': database.slice(0, 5),
    'healthcheck: MariaDB': ['image: mariadb:11.8', 'environment:', '\tMARIADB_ROOT_PASSWORD: ${MARIADB_ROOT_PASSWORD}', 'volumes:', '\t- db-data:/var/lib/mysql'],
    'healthcheck: PostgreSQL': ['image: postgres:17-alpine', 'environment:', '\tPOSTGRES_PASSWORD: ${POSTGRES_PASSWORD}', 'volumes:', '\t- db-data:/var/lib/postgresql/data'],
    'healthcheck: curl': ['build: ./backend'],
    ports: ['build: ./nginx'],
    'healthcheck: Redis': ['image: redis:8-alpine'],
    'healthcheck: MongoDB': [
      'image: mongo:8.0',
      'environment:',
      '\tMONGO_INITDB_ROOT_USERNAME: root',
      '\tMONGO_INITDB_ROOT_PASSWORD: ${MONGO_INITDB_ROOT_PASSWORD}',
      'volumes:',
      '\t- db-data:/data/db',
    ],
  };
  const lines = (list: readonly string[], depth: number) => list.map((line) => `${'\t'.repeat(depth)}${line}`).join('\n');
  /** Places where a snippet belongs: at the end of a file and in the middle, by itself and among others. */
  function scenes(name: string, place: string | undefined): string[] {
    if (place === 'file') return ['<|>', '# 쇼핑몰\n<|>\n'];
    if (place === 'top') {
      // What the services need is written below; the services themselves above.
      const own = name.replace('top: ', '');
      const uses: Readonly<Record<string, string>> = {
        networks: '\n\t\tnetworks:\n\t\t\t- front\n\t\t\t- back',
        volumes: '\n\t\tvolumes:\n\t\t\t- app-data:/data',
        secrets: '\n\t\tsecrets:\n\t\t\t- db_password',
      };
      const services = `services:\n\tapp:\n\t\timage: node:24-alpine${uses[own] ?? ''}`;
      return own === 'services' ? ['<|>', 'name: shop\n\n<|>\n'] : [`${services}\n\n<|>`, `${services}\n<|>\n\nx-note: none\n`];
    }
    if (place === 'services') {
      // A service that no snippet means.
      const rest = `${lines(['images:', '\timage: registry:2.8.3', '\tvolumes:', '\t\t- db-data:/var/lib/registry'], 1)}\n`;
      return [
        'services:\n\t<|>',
        `services:\n${rest}\n\t<|>\n`,
        `services:\n\t<|>\n${rest}\nvolumes:\n\tdb-data: {}\n`,
        `volumes:\n\tdb-data: {}\nnetworks:\n\tback: {}\nservices:\n${rest}\t\tnetworks:\n\t\t\t- back\n\t<|>`,
      ].map((it) => (it.includes('db-data:/') && !it.includes('db-data: {}') ? `${it}\nvolumes:\n\tdb-data: {}\n` : it));
    }
    const own = lines(images[name] ?? ['build: ./frontend'], 2).replace('build: ./frontend', name === 'build' ? 'stop_grace_period: 20s' : 'build: ./frontend');
    const others = lines(['api:', '\tbuild: ./backend', '\thealthcheck:', '\t\ttest: ["CMD", "true"]', 'db:', ...database.map((it) => `\t${it}`)], 1);
    const declared = 'volumes:\n\tdb-data: {}\n';
    return [
      `services:\n${others}\n\tapp:\n${own}\n\t\t<|>\n\n${declared}`,
      `${declared}services:\n${others}\n\tapp:\n${own}\n\t\t<|>`,
      `services:\n\tapp:\n\t\t<|>\n${own}\n${others}\n${declared}`,
    ];
  }

  for (const snippet of entries) {
    const [name, { place }] = snippet;
    for (const [index, scene] of scenes(name, place).entries()) {
      // A file without a line that is moved in shows no width.
      for (const step of scene.includes('\t') ? [2, 4] : [2]) {
        const marked = scene.replaceAll('\t', ' '.repeat(step));
        it(`${name}, place ${index + 1}, ${step} columns`, async () => {
          const text = await acceptedIn('dockercompose', marked, snippet, 'file:///shop/compose.yaml');
          // The plain nginx of a whole new file has nothing beside it.
          const { 'nginx/default.conf': _, ...rest } = around;
          assert.deepEqual(await findings('compose.yaml', text, name === 'top: services' ? rest : around), [], text);
          const document: unknown = parseYaml(text);
          assert.ok(validate(document), `${JSON.stringify(validate.errors)}\n${text}`);
          const wide = text.split('\n').filter((line) => !/^ *(?:#|- |$)/.test(line) && (/^ */.exec(line)?.[0].length ?? 0) % step !== 0);
          if (step === 2 || !/- (?:action|path):/.test(text)) assert.deepEqual(wide, [], 'margins are steps of the file');
        });
      }
    }
  }

  it('the names of what is declared change with the names in the service', async () => {
    const { items } = await offered('dockercompose', 'services:\n  <|>');
    const redis = items.find(({ label }) => label === 'redis');
    assert.match(redis?.textEdit?.newText ?? '', /- \$\{3:redis-data\}:\/data[\s\S]*\nvolumes:\n {2}\$\{3:redis-data\}: \{\}$/);
  });
});

describe('snippets for nginx', () => {
  const mall = textOf('compose', 'Shopping mall, production').replaceAll('\t', '  ');
  const proxy = textOf('nginx', 'Reverse proxy');
  /** Where a block belongs, by the first of its places. */
  const scenes: Readonly<Record<string, string>> = { http: '<|>', server: `${proxy.slice(0, proxy.indexOf('    location / {'))}    <|>\n}\n` };
  for (const snippet of snippetsOf('nginx')) {
    const [name, { place = '' }] = snippet;
    it(name, async () => {
      const marked = scenes[place.split(' ')[0] ?? ''] ?? '';
      const text = await acceptedIn('nginx', marked, snippet, 'file:///shop/nginx/default.conf');
      assert.equal(text.split('{').length, text.split('}').length);
      const beside = { ...around, 'compose.yaml': mall, 'nginx/default.conf': text.includes('server {') ? text : `${text}\n${proxy}` };
      assert.deepEqual(await findings('nginx/default.conf', beside['nginx/default.conf'], beside), []);
      assert.deepEqual(await findings('compose.yaml', mall, beside), []);
    });
  }
});

describe('snippets for command lines', () => {
  for (const [name, { body }] of snippetsOf('command'))
    it(name, () => {
      const text = expanded(body.join('\n'));
      const lines = text.split('\n').filter((line) => !line.startsWith('#'));
      const file = parseCommands(text, 'shell');
      assert.equal(file.commands.length, lines.length);
      for (const { 0: flag, index } of text.matchAll(/(?<=\s)--?[a-z]+/g)) assert.match(topicOfCommand(file, index + 1)?.topic ?? '', /^command\/flag\//, flag);
    });
});

describe('the syntax of snippets', () => {
  for (const file of ['dockerfile', 'compose', 'dockerignore', 'dotenv', 'nginx', 'command'])
    for (const [name, { body }] of snippetsOf(file)) {
      const text = body.join('\n');
      it(`${file}: ${name}`, () => {
        assert.equal(plainOf(text), expanded(text));
        assert.doesNotMatch(expanded(text), /\$\{\d|[\uE000\uE001]/);
        // An editor that finds an empty choice takes the whole stop for text.
        for (const [, choices = ''] of text.matchAll(/\$\{\d+\|([^|]*)\|\}/g)) assert.ok(choices.split(',').every((it) => it.trim() !== ''));
        assert.doesNotMatch(expanded(text), /[ \t]$/m, 'no spaces at the end of a line');
        const stops = [...text.matchAll(/(?<!\\)\$\{?(\d+)/g)].map(([, number]) => Number(number)).filter((it) => it > 0);
        assert.deepEqual(
          [...new Set(stops)].sort((a, b) => a - b),
          [...new Set(stops)].map((_, i) => i + 1),
          'stops are numbered from 1',
        );
      });
    }

  const check = (body: string, plain: string) => it(`${body} → ${plain}`, () => assert.deepEqual([plainOf(body), expanded(body)], [plain, plain]));
  check('a ${1:b} $1 ${1}', 'a b b b');
  check('${1|x,y|}-$1$0', 'x-x');
  check('${1:a${2:b}c}', 'abc');
  check('\\${A} \\$\\$B \\\\ ${1:\\}}', '${A} $$B \\ }');
  check('$9', '');
});
