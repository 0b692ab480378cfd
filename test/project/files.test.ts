import assert from 'node:assert/strict';
import { originOf, plainOf, projectIn, saidOf } from '../support/project.ts';

type Folder = Readonly<Record<string, string>>;

/** `services` alone, without the network that every service is on. */
async function servicesIn(files: Folder, ...profiles: readonly string[]) {
  const { services } = plainOf(await projectIn(files, { profiles }));
  for (const service of Object.values<Record<string, unknown>>(services)) if (JSON.stringify(service.networks) === '{"default":null}') delete service.networks;
  return services;
}

describe('project/effective: files', () => {
  const check = (what: string, files: Folder, expected: unknown) => it(what, async () => assert.deepEqual(await servicesIn(files), expected));
  const says = (what: string, files: Folder, ...expected: readonly string[]) => it(what, async () => assert.deepEqual(saidOf(await projectIn(files)), expected));

  describe('overrides', () => {
    const merged = (base: string, override: string) => ({
      'compose.yaml': `services:\n  a:\n    image: x\n    ${base.replaceAll('\n', '\n    ')}\n`,
      'compose.override.yaml': `services:\n  a:\n    ${override.replaceAll('\n', '\n    ')}\n`,
    });
    const becomes = (base: string, override: string, expected: object) =>
      check(`${JSON.stringify(base)} + ${JSON.stringify(override)}`, merged(base, override), { a: { image: 'x', ...expected } });

    becomes('restart: always', 'image: y\ntty: true', { image: 'y', restart: 'always', tty: true });
    becomes('environment: [A=1, B=2]', 'environment: {B: 3, C: }', { environment: { A: '1', B: '3', C: null } });
    becomes('environment: {A: 1}', 'environment: [A]', { environment: { A: null } });
    becomes('labels: {a: 1}', 'labels: [b=2]', { labels: { a: '1', b: '2' } });
    becomes('command: a b\nentrypoint: [c]', 'command: [d]\nentrypoint:', { command: ['d'], entrypoint: null });
    becomes('healthcheck: {test: a, retries: 2}', 'healthcheck: {test: [CMD, b]}', { healthcheck: { test: ['CMD', 'b'], retries: 2 } });
    becomes('expose: [80]\ndns: 1.1.1.1', 'expose: ["80", 90]\ndns: [8.8.8.8]', { expose: ['80', '90'], dns: ['1.1.1.1', '8.8.8.8'] });
    becomes('cap_add: [A]\nsecurity_opt: [a=1]', 'cap_add: [A, B]\nsecurity_opt: [a=1]', { cap_add: ['A', 'B'], security_opt: ['a=1', 'a=1'] });
    becomes('tmpfs: /a', 'tmpfs: [/a, /b]', { tmpfs: ['/a', '/b'] });
    becomes('ulimits: {nofile: {soft: 1, hard: 2}, nproc: 3}', 'ulimits: {nofile: 4}', { ulimits: { nofile: 4, nproc: 3 } });
    becomes('logging: {driver: a, options: {x: 1}}', 'logging: {options: {y: 2}}', { logging: { driver: 'a', options: { x: '1', y: '2' } } });
    becomes('logging: {driver: a, options: {x: 1}}', 'logging: {driver: b}', { logging: { driver: 'b' } });
    becomes('extra_hosts: [a=1.1.1.1]', 'extra_hosts: {a: 1.1.1.1, b: 2.2.2.2}', { extra_hosts: ['a=1.1.1.1', 'b=2.2.2.2'] });
    becomes('build: ./b', 'build: {target: t, args: {A: 1}}', { build: { context: '/shop/b', target: 't', args: { A: '1' }, dockerfile: 'Dockerfile' } });
    becomes('ports: ["80:80"]', 'ports: ["81:80", "80:80"]', {
      ports: ['80', '81'].map((published) => ({ mode: 'ingress', target: 80, published, protocol: 'tcp' })),
    });
    becomes('volumes: ["./a:/a", "./b:/b"]', 'volumes: [{type: tmpfs, target: /a}]', {
      volumes: [
        { type: 'tmpfs', target: '/a' },
        { type: 'bind', source: '/shop/b', target: '/b', bind: { create_host_path: true } },
      ],
    });
    becomes('ports: ["80:80"]\nrestart: always', 'ports: !reset []\nrestart: !reset null', {});
    becomes('environment: {A: 1, B: 2}', 'environment: {A: !reset null, C: 3}', { environment: { B: '2', C: '3' } });
    becomes('ports: ["80:80"]\ncap_add: [A]', 'ports: !override [90]\ncap_add: !override []', { ports: [{ mode: 'ingress', target: 90, protocol: 'tcp' }] });
    becomes('hostname: a', 'hostname:', { hostname: 'a' });

    check(
      'several documents in one file are merged',
      { 'compose.yaml': 'services: {a: {image: x}}\n---\nservices:\n  a: {tty: true}\n  b: {image: y}\n' },
      {
        a: { image: 'x', tty: true },
        b: { image: 'y' },
      },
    );
    it('knows which file says what', async () => {
      const project = await projectIn({
        'compose.yml': 'services:\n  a:\n    image: x:${TAG}\n    environment:\n      A: 1\n    ports: ["80:80"]\n',
        'docker-compose.override.yml': 'services:\n  a:\n    environment:\n      - B=${TAG}\n    ports:\n      - 81:81\n',
        '.env': '# tags\nTAG=2\n',
      });
      const at = (...path: string[]) => originOf(project, 'services', 'a', ...path);
      assert.deepEqual(
        [at('image'), at('environment', 'A'), at('environment', 'B'), at('ports', '0', 'target'), at('ports', '1', 'published')],
        ['compose.yml:3, TAG .env:2', 'compose.yml:5', 'docker-compose.override.yml:4, TAG .env:2', 'compose.yml:6', 'docker-compose.override.yml:6'],
      );
      assert.deepEqual(project.files, ['file:///shop/compose.yml', 'file:///shop/docker-compose.override.yml']);
    });
    check(
      'COMPOSE_FILE names the files',
      {
        '.env': 'COMPOSE_FILE=one.yaml:sub/two.yaml\n',
        'one.yaml': 'services: {a: {image: x, build: ./a}}\n',
        'sub/two.yaml': 'services: {a: {tty: true, build: ./b}}\n',
        'compose.yaml': 'services: {z: {image: z}}\n',
      },
      {
        a: { build: { context: '/shop/b', dockerfile: 'Dockerfile' }, image: 'x', tty: true },
      },
    );
    it('the first file of COMPOSE_FILE decides where the project lies', async () => {
      const project = await projectIn({ '.env': 'COMPOSE_FILE=sub/compose.yaml\nA=1\n', 'sub/.env': 'A=2\nB=2\n', 'sub/compose.yaml': 'services: {a: {image: "x:$A$B"}}\n' });
      assert.deepEqual([project.name, plainOf(project).services.a.image], ['sub', 'x:12']);
    });
    says('says which of several files is read', { 'compose.yaml': 'services: {a: {image: x}}\n', 'docker-compose.yml': 'services: {}\n' }, 'several-files: compose.yaml');
    says('says that there is none', {}, 'no-file');
  });

  describe('extends', () => {
    check(
      'in the same file, also further',
      { 'compose.yaml': 'services:\n  a: {extends: b, tty: true}\n  b: {extends: {service: c}, environment: [B=1]}\n  c: {image: x, environment: {C: 1}, ports: [80]}\n' },
      {
        a: { environment: { B: '1', C: '1' }, image: 'x', ports: [{ mode: 'ingress', target: 80, protocol: 'tcp' }], tty: true },
        b: { environment: { B: '1', C: '1' }, image: 'x', ports: [{ mode: 'ingress', target: 80, protocol: 'tcp' }] },
        c: { environment: { C: '1' }, image: 'x', ports: [{ mode: 'ingress', target: 80, protocol: 'tcp' }] },
      },
    );
    check(
      'in other files, whose paths are seen from there',
      {
        'compose.yaml': 'services:\n  a:\n    extends: {file: base/b.yaml, service: x}\n    volumes: ["./own:/own"]\n',
        'base/b.yaml': 'services:\n  x: {extends: {file: ../other/c.yaml, service: y}, build: ., env_file: x.env}\n',
        'base/x.env': 'X=1\n',
        'other/c.yaml': 'services:\n  y: {volumes: ["./data:/data"]}\n',
      },
      {
        a: {
          build: { context: '/shop/base', dockerfile: 'Dockerfile' },
          environment: { X: '1' },
          volumes: ['/shop/other/data:/data', '/shop/own:/own'].map((it) => ({
            type: 'bind',
            source: it.split(':')[0],
            target: it.split(':')[1],
            bind: { create_host_path: true },
          })),
        },
      },
    );
    check(
      'what is reset is not taken over',
      { 'compose.yaml': 'services:\n  a: {extends: b, ports: !reset [], cap_add: !override [Y]}\n  b: {image: x, ports: [80], cap_add: [X]}\n' },
      {
        a: { cap_add: ['Y'], image: 'x' },
        b: { cap_add: ['X'], image: 'x', ports: [{ mode: 'ingress', target: 80, protocol: 'tcp' }] },
      },
    );
    says('a circle', { 'compose.yaml': 'services:\n  a: {extends: b, image: x}\n  b: {extends: a}\n' }, 'extends-cycle: b', 'extends-cycle: a');
    says(
      'a circle of files',
      { 'compose.yaml': 'services:\n  a: {extends: {file: b.yaml, service: b}}\n', 'b.yaml': 'services:\n  b: {extends: {file: compose.yaml, service: a}}\n' },
      'extends-cycle: b',
    );
    says('what is not there', { 'compose.yaml': 'services:\n  a: {extends: {file: no.yaml, service: x}}\n  b: {extends: zz}\n' }, 'missing-file: no.yaml', 'unknown-service: zz');
  });

  describe('include', () => {
    check(
      'short and long, with folders and variables of their own',
      {
        'compose.yaml':
          'include:\n  - db/compose.yaml\n  - path: [web/one.yaml, web/two.yaml]\n    project_directory: .\n    env_file: web/web.env\nservices:\n  a: {image: "x:${TAG:-none}"}\n',
        'db/compose.yaml': 'services:\n  db: {image: "db:${TAG}", volumes: ["./data:/d"]}\n',
        'db/.env': 'TAG=1\n',
        'web/one.yaml': 'services:\n  web: {build: web, command: "${TAG}"}\n',
        'web/two.yaml': 'services:\n  web: {tty: true}\n',
        'web/web.env': 'TAG=2\n',
      },
      {
        a: { image: 'x:none' },
        db: { image: 'db:1', volumes: [{ type: 'bind', source: '/shop/db/data', target: '/d', bind: { create_host_path: true } }] },
        web: { build: { context: '/shop/web', dockerfile: 'Dockerfile' }, command: ['2'], tty: true },
      },
    );
    says('the same thing twice is none too many', {
      'compose.yaml': 'include: [a.yaml, b.yaml]\nservices: {c: {image: x, networks: [n]}}\n',
      'a.yaml': 'networks: {n: {internal: true}}\n',
      'b.yaml': 'networks: {n: {internal: true}}\n',
    });
    check(
      'a file may set anew what it includes, and extend it',
      { 'compose.yaml': 'include: [a.yaml]\nservices: {c: {image: x, ports: !reset []}, d: {extends: c}}\n', 'a.yaml': 'services: {c: {image: y, tty: true, ports: [80]}}\n' },
      {
        c: { image: 'x', tty: true },
        d: { image: 'x', tty: true },
      },
    );
    says('an empty file is included without a word', { 'compose.yaml': 'include: [a.yaml]\nservices: {c: {image: x}}\n', 'a.yaml': '# nothing\n' });
    says(
      'a circle',
      { 'compose.yaml': 'include: [a.yaml]\nservices: {c: {image: x}}\n', 'a.yaml': 'include: [compose.yaml]\nservices: {d: {image: x}}\n' },
      'include-cycle: compose.yaml',
    );
    says(
      'what is not there',
      { 'compose.yaml': 'include: [no.yaml, {path: a.yaml, env_file: no.env}]\nservices: {c: {image: x}}\n', 'a.yaml': 'services: {d: {image: x}}\n' },
      'missing-file: no.yaml',
      'missing-file: no.env',
    );
    says('what lies on the network is not asked for', { 'compose.yaml': 'include: ["oci://x/y:1", "https://x.y/z.git"]\nservices: {c: {image: x}}\n' });
  });

  describe('env files', () => {
    check(
      'the later file wins, `environment` over all',
      {
        'compose.yaml': 'services:\n  a:\n    image: x\n    env_file: [one.env, {path: two.env, required: false}, {path: no.env, required: false}]\n    environment: {C: own}\n',
        'one.env': 'A=1\nB=1\nC=1\n',
        'two.env': "B=2-$A-$C\nD='$A'\n",
      },
      { a: { environment: { A: '1', B: '2-1-own', C: 'own', D: '$$A' }, image: 'x' } },
    );
    check(
      'raw files are taken as they are',
      { 'compose.yaml': 'services:\n  a:\n    image: x\n    env_file: [{path: a.env, format: raw}]\n', 'a.env': 'A="x" $B # c\n' },
      {
        a: { environment: { A: '"x" $$B # c' }, image: 'x' },
      },
    );
    says('a missing one', { 'compose.yaml': 'services:\n  a: {image: x, env_file: no.env}\n' }, 'missing-file: /shop/no.env');
    says('a folder', { 'compose.yaml': 'services:\n  a: {image: x, env_file: env}\n', 'env/a': '' }, 'folder: /shop/env');
    says('unreadable ones', { 'compose.yaml': 'services:\n  a: {image: x, env_file: a.env}\n', 'a.env': 'A="\n', '.env': 'B C=1\n' }, 'bad-dotenv', 'bad-dotenv');
    it('knows the lines', async () => {
      const project = await projectIn({ 'compose.yaml': 'services:\n  a: {image: x, env_file: a.env}\n', 'a.env': '\nA=1\n' });
      assert.equal(originOf(project, 'services', 'a', 'environment', 'A'), 'a.env:2');
    });
  });

  describe('profiles and names', () => {
    const files = {
      'compose.yaml': 'services:\n  a: {image: x}\n  b: {image: x, profiles: [dev], networks: [n]}\n  c: {image: x, profiles: [test, dev]}\nnetworks: {n: }\nvolumes: {unused: }\n',
    };
    it('only the services of a profile run', async () => {
      const names = async (...profiles: string[]) => Object.keys(await servicesIn(files, ...profiles)).join('');
      assert.deepEqual([await names(), await names('test'), await names('dev'), await names('*')], ['a', 'ac', 'abc', 'abc']);
    });
    it('COMPOSE_PROFILES switches them on', async () => assert.deepEqual(Object.keys(await servicesIn({ ...files, '.env': 'COMPOSE_PROFILES=x,test\n' })), ['a', 'c']));
    it('what no service uses is left out', async () => {
      const project = await projectIn(files);
      assert.deepEqual([plainOf(project).networks, plainOf(project).volumes, project.allServices.size], [{ default: { name: 'shop_default' } }, undefined, 3]);
    });
    it('things are called after the project', async () => {
      const named = async (compose: string, env = '') => {
        const { name, volumes } = plainOf(
          await projectIn({ 'compose.yaml': `${compose}services: {a: {image: x, volumes: ["vol:/v", "ext:/w"]}}\nvolumes: {vol: , ext: {external: true}}\n`, '.env': env }),
        );
        return [name, volumes.vol.name, volumes.ext.name];
      };
      assert.deepEqual(await named(''), ['shop', 'shop_vol', 'ext']);
      assert.deepEqual(await named('name: My Mall\n'), ['mymall', 'mymall_vol', 'ext']);
      assert.deepEqual(await named('name: mall-${X}\n', 'X=1\n'), ['mall-1', 'mall-1_vol', 'ext']);
      assert.deepEqual(await named('name: mall\n', 'COMPOSE_PROJECT_NAME=own\n'), ['own', 'own_vol', 'ext']);
    });
    says('a name that can not be one', { 'compose.yaml': 'services: {a: {image: x}}\n', '.env': 'COMPOSE_PROJECT_NAME=My\n' }, 'bad-name: My');
    says(
      'names that nobody defines',
      { 'compose.yaml': 'services: {a: {image: x, networks: [n], volumes: ["vol:/v"], depends_on: [z]}, b: {tty: true}}\n' },
      'undefined: a: n',
      'undefined: a: z',
      'undefined: a: vol',
      'no-source: b',
    );
  });

  says('what is empty', { 'compose.yaml': '# nothing\n' }, 'no-mapping');
  says('what is no compose file', { 'compose.yaml': '- a\n' }, 'no-mapping');
  says('what is no YAML', { 'compose.yaml': 'services:\n  a: "\n' }, 'unreadable');
});
