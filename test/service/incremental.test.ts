import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rules as composeRules } from '../../server/src/generated/compose-rules.ts';
import { rules as dockerfileRules } from '../../server/src/generated/dockerfile-rules.ts';
import { rules as stackRules } from '../../server/src/generated/project-rules.ts';
import { READERS } from '../../server/src/project/stack/read.ts';
import { type Service, serviceIn } from '../../server/src/service/service.ts';
import { shoppingMall } from '../support/mall.ts';
import { filesIn } from '../support/view.ts';

const lessons = path.resolve(import.meta.dirname, '../../server/src/generated/lessons');
const at = (file: string) => `file:///shop/${file}`;
const OPEN = ['compose.yaml', 'frontend/Dockerfile', 'backend/Dockerfile', 'nginx/Dockerfile'];

/** What was done since somebody asked last. */
interface Done {
  readonly read: readonly string[];
  readonly parsed: readonly string[];
  readonly stackRules: number;
  readonly composeRules: number;
  readonly dockerfileRules: number;
}

interface Bench {
  readonly service: Service;
  /** Puts one text in place of another in an open document, as an editor does. */
  type(file: string, from: string, to: string): Promise<string[]>;
  say(file: string): Promise<string[]>;
  done(): Promise<Done>;
}

describe('service/incremental', () => {
  const undo: (() => void)[] = [];
  afterEach(() => {
    for (const back of undo.splice(0)) back();
  });

  /** Counts the calls of a method of each of these objects. */
  function counted(objects: readonly object[], key: string): () => number {
    let count = 0;
    for (const object of objects) {
      const own: unknown = Reflect.get(object, key);
      if (typeof own !== 'function') continue;
      const call = (...args: unknown[]) => {
        count++;
        return Reflect.apply(own, object, args);
      };
      Reflect.set(object, key, call);
      undo.push(() => Reflect.set(object, key, own));
    }
    return () => {
      const now = count;
      count = 0;
      return now;
    };
  }

  async function benchOf(files: Readonly<Record<string, string>> = shoppingMall): Promise<Bench> {
    const world = filesIn(files);
    const read: string[] = [];
    const service = serviceIn(
      {
        ...world,
        read: (uri) => {
          read.push(uri);
          return world.read(uri);
        },
        loadLessons: async (room) => JSON.parse(readFileSync(`${lessons}/${room}.json`, 'utf8')),
      },
      undefined,
      (rule, error) => assert.fail(`${rule}: ${error}`),
    );
    service.tellsOfChanges();
    const ofStack = counted(Object.values(stackRules), 'check');
    const ofCompose = counted(Object.values(composeRules), 'file');
    const ofDockerfile = counted(Object.values(dockerfileRules), 'file');
    const readers = Object.keys(READERS).map((kind) => counted([READERS], kind));
    for (const file of OPEN) service.documents.open(at(file), file === 'compose.yaml' ? 'dockercompose' : 'dockerfile', 1, files[file] ?? '');
    const sources = new Map<string, unknown>();
    const bench: Bench = {
      service,
      async type(file, from, to) {
        const open = await service.documents.get(at(file));
        const text = open?.document.getText() ?? '';
        const start = text.indexOf(from);
        assert.ok(open && start >= 0, from);
        const range = { start: open.document.positionAt(start), end: open.document.positionAt(start + from.length) };
        service.documents.change(at(file), open.document.version + 1, [{ range, text: to }]);
        return (await service.changed(at(file), 'text')).map((uri) => uri.replace('file:///shop/', ''));
      },
      say: async (file) => (await service.diagnostics(at(file))).map(({ code }) => String(code)),
      async done() {
        const parsed: string[] = [];
        for (const file of OPEN) {
          const source = (await service.documents.get(at(file)))?.source;
          if (sources.get(file) !== source) parsed.push(file);
          sources.set(file, source);
        }
        for (let i = readers.reduce((sum, count) => sum + count(), 0); i > 0; i--) parsed.push('on disk');
        return { read: read.splice(0), parsed, stackRules: ofStack(), composeRules: ofCompose(), dockerfileRules: ofDockerfile() };
      },
    };
    for (const file of OPEN) await bench.say(file);
    await bench.done();
    return bench;
  }

  const nothing: Done = { read: [], parsed: [], stackRules: 0, composeRules: 0, dockerfileRules: 0 };

  /** An edit after which no other file says anything else; what is done is the reading of the one that was typed in. */
  const quiet = (name: string, file: string, from: string, to: string) =>
    it(`${name}: no other file is judged again`, async () => {
      const { type, say, done } = await benchOf();
      assert.deepEqual(await type(file, from, to), []);
      assert.deepEqual(await done(), { ...nothing, parsed: [file] });
      for (const other of OPEN) if (other !== file) assert.deepEqual(await say(other), []);
      assert.deepEqual(await done(), nothing);
      assert.deepEqual(await say(file), []);
      const own = await done();
      assert.deepEqual([own.read, own.parsed, own.stackRules], [[], [], 0]);
    });

  quiet('a word in a RUN', 'backend/Dockerfile', 'RUN mvn -B package', 'RUN mvn -B -q package');
  quiet('a blank line above', 'backend/Dockerfile', '# syntax=docker/dockerfile:1\n', '# syntax=docker/dockerfile:1\n\n');
  quiet('a comment', 'frontend/Dockerfile', '# 의존성', '# 모든 의존성');
  quiet('a line more in a RUN', 'backend/Dockerfile', 'RUN useradd --system spring', 'RUN useradd --system \\\n    spring');
  quiet('a comment of the compose file', 'compose.yaml', '# 컨테이너끼리는', '# 참고로 컨테이너끼리는');
  quiet('a blank line in the compose file', 'compose.yaml', '\n  frontend:\n', '\n\n  frontend:\n');
  quiet('a setting that no other file knows of', 'compose.yaml', 'start_period: 60s', 'start_period: 90s');

  describe('an edit that changes what is known', () => {
    const waking = (
      name: string,
      files: Readonly<Record<string, string>>,
      edit: readonly [string, string, string],
      woken: readonly string[],
      said: Readonly<Record<string, readonly string[]>>,
    ) =>
      it(`${name} wakes ${woken.join(', ') || 'nobody'}`, async () => {
        const { type, say } = await benchOf({ ...shoppingMall, ...files });
        assert.deepEqual(await type(...edit), woken);
        for (const file of OPEN) assert.deepEqual(await say(file), said[file] ?? [], file);
      });

    const compose = shoppingMall['compose.yaml'] ?? '';
    const frontend = shoppingMall['frontend/Dockerfile'] ?? '';
    const targeting = compose.replace('build: ./frontend', 'build:\n      context: ./frontend\n      target: runner');

    waking('EXPOSE that differs from PORT', {}, ['frontend/Dockerfile', 'EXPOSE 3000', 'EXPOSE 3001'], [], { 'frontend/Dockerfile': ['expose-listening-ports'] });
    waking('a stage that is built', { 'compose.yaml': targeting }, ['frontend/Dockerfile', 'AS runner', 'AS runtime'], ['compose.yaml'], {
      'compose.yaml': ['build-existing-stages'],
    });
    waking(
      'a port that is published',
      { 'compose.yaml': compose.replace('build: ./frontend\n', 'build: ./frontend\n    ports:\n      - "3001:3000"\n'), 'frontend/Dockerfile': frontend.replace('PORT=3000 ', '') },
      ['frontend/Dockerfile', 'EXPOSE 3000', 'EXPOSE 3001'],
      ['compose.yaml'],
      { 'frontend/Dockerfile': ['listen-where-others-call'] },
    );
    waking('a build folder in the compose file', {}, ['compose.yaml', 'build: ./nginx', 'image: nginx:1.28-alpine'], [], { 'compose.yaml': ['give-nginx-its-configuration'] });
    waking(
      'a network in the compose file',
      {},
      ['compose.yaml', '    networks:\n      - front\n    depends_on:\n      frontend', '    networks:\n      - back\n    depends_on:\n      frontend'],
      [],
      {
        'compose.yaml': ['share-a-network-with-upstreams'],
      },
    );
    waking(
      'a variable that moves the port',
      {},
      ['compose.yaml', 'BACKEND_URL: http://backend:8080', 'BACKEND_URL: http://backend:8080\n      PORT: 3001'],
      ['frontend/Dockerfile'],
      {
        'compose.yaml': ['listen-where-others-call'],
      },
    );
  });
});
