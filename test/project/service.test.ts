import assert from 'node:assert/strict';
import { plainOf, projectIn, saidOf } from '../support/project.ts';

/** What one service becomes; `rest` are further sections. */
async function serviceOf(body: string, rest = '', env = '') {
  const indented = body.replaceAll('\n', '\n    ');
  const project = await projectIn({ 'compose.yaml': `services:\n  web:\n    image: nginx\n    ${indented}\n${rest}`, '.env': env });
  return { service: plainOf(project).services.web, said: saidOf(project) };
}

describe('project/effective: one service', () => {
  const check = (body: string, expected: Readonly<Record<string, unknown>>, rest = '', env = '') =>
    it(`${JSON.stringify(body)} → ${JSON.stringify(expected)}`, async () => {
      const { service } = await serviceOf(body, rest, env);
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, service[key]])), expected);
    });

  describe('environment and labels', () => {
    check('environment: [B= x, C="y", D=e=f]', { environment: { B: ' x', C: '"y"', D: 'e=f' } });
    check('environment: [A=1, B=2, A=3]', { environment: { A: '3', B: '2' } });
    check('environment: {A: 0777, B: 09876543210, C: 2.50, D: 2e3, E: 0xff, F: 10_000}', {
      environment: { A: '511', B: '9.87654321e+09', C: '2.5', D: '2000', E: '255', F: '10000' },
    });
    check('environment: {A: off, B: false, C: ~, D: ""}', { environment: { A: 'off', B: 'false', C: null, D: '' } });
    check('environment:\n  A: x #y\n  B: !own\n  C: !own z', { environment: { A: 'x', B: '', C: 'z' } });
    check('environment: [A, B]', { environment: { A: '1', B: null } }, '', 'A=1\n');
    check('environment: {}', { environment: undefined });
    check('labels: [a=1, b]\nannotations: {x: 1, y: true}', { labels: { a: '1', b: '' }, annotations: { x: '1', y: 'true' } });
    check('sysctls: [net.a=1]', { sysctls: { 'net.a': '1' } });
  });

  describe('variables', () => {
    check('environment: {A: x$NOBODY, B: y$7, C: z$$Q, D: "$(date)", E: "${T:-u}", F: "${T-}"}', {
      environment: { A: 'x', B: 'y$$7', C: 'z$$Q', D: '$$(date)', E: 'u', F: '' },
    });
    check('hostname: ${H}-${H:+set}-${X:-${H}}', { hostname: 'h-set-h' }, '', 'H=h\n');
    check('command: ["$H", "${E:-d}", "${E-d}"]', { command: ['h', 'd', ''] }, '', 'H=h\nE=\n');
    check('tty: ${T}\nscale: ${S}\ncpus: ${C}', { tty: true, scale: 2, cpus: 0.5 }, '', 'T=true\nS=2\nC=0.50\n');
    it('says what it can not replace', async () => {
      assert.deepEqual((await serviceOf('hostname: ${A\nuser: ${B.C}\ndomainname: ${D:?no D}\nworking_dir: $E')).said, [
        'invalid-template: ${A',
        'invalid-template: ${B.C}',
        'required-variable: D',
        'unset-variable: E',
      ]);
    });
    it('an unused default is not looked at', async () => assert.deepEqual((await serviceOf('hostname: ${A:-${B:?no B}}', '', 'A=1\n')).said, []));
  });

  describe('ports', () => {
    const port = (target: number, published?: string, more = {}) => ({ mode: 'ingress', ...more, target, ...(published && { published }), protocol: 'tcp' });
    check('ports: ["8080:80", 90, "127.0.0.1:1:2/udp"]', {
      ports: [port(80, '8080'), port(90), { mode: 'ingress', host_ip: '127.0.0.1', target: 2, published: '1', protocol: 'udp' }],
    });
    check('ports: ["7000-7002:70"]', { ports: [port(70, '7000-7002')] });
    check('ports: ["7000-7001:70-71", "7001:71"]', { ports: [port(70, '7000'), port(71, '7001')] });
    check('ports:\n  - 25:25', { ports: [port(25, '25')] });
    check(
      'ports: [{target: 80, published: 8080}, {target: "${P}", mode: host, name: x}]',
      {
        ports: [port(80, '8080'), { name: 'x', mode: 'host', target: 81, protocol: 'tcp' }],
      },
      '',
      'P=81\n',
    );
    check('expose: [80, "90", "1:2"]', { expose: ['80', '90', '1:2'] });
  });

  describe('volumes', () => {
    const bind = (source: string, target: string, more = {}) => ({ type: 'bind', source, target, ...more, bind: { create_host_path: true } });
    check('volumes: ["./a:/x", "../b:/y:ro", "/c:/z/"]', { volumes: [bind('/shop/a', '/x'), bind('/b', '/y', { read_only: true }), bind('/c', '/z')] });
    check(
      'volumes: ["data:/d", "/only"]',
      {
        volumes: [
          { type: 'volume', source: 'data', target: '/d', volume: {} },
          { type: 'volume', target: '/only', volume: {} },
        ],
      },
      'volumes: {data: }\n',
    );
    check('volumes: ["c:/app"]', { volumes: [{ type: 'volume', target: 'c:/app', volume: {} }] });
    check('volumes: ["C:\\\\app:/app"]', { volumes: [bind('C:\\app', '/app')] });
    check("volumes: ['.\\x:/x', './x:/y:delegated', './x:z']", { volumes: [bind('/shop/.\\x', '/x'), bind('/shop/x', '/y'), bind('/shop/x', 'z')] });
    check('volumes: ["./a:/x", "./b:/x"]', { volumes: [bind('/shop/b', '/x')] });
    check('volumes: ["./a:/x:z,rslave"]', { volumes: [{ type: 'bind', source: '/shop/a', target: '/x', bind: { propagation: 'rslave', create_host_path: true, selinux: 'z' } }] });
    check('volumes: [{type: bind, source: ./a, target: /x, bind: {propagation: shared}}, {type: tmpfs, target: /t, tmpfs: {size: 1m}}]', {
      volumes: [
        { type: 'bind', source: '/shop/a', target: '/x', bind: { propagation: 'shared', create_host_path: true } },
        { type: 'tmpfs', target: '/t', tmpfs: { size: '1048576' } },
      ],
    });
    check('volumes: ["~/a:/x"]', { volumes: [bind('~/a', '/x')] });
  });

  describe('commands', () => {
    check('command: npm ci && npm test', { command: ['npm', 'ci'] });
    check('command: a; b\nentrypoint: a | b', { command: ['a'], entrypoint: ['a'] });
    check("entrypoint: sh -c 'a && b'", { entrypoint: ['sh', '-c', 'a && b'] });
    check('command: echo $NOBODY end', { command: ['echo', 'end'] });
    check('command: []\nentrypoint: ""', { command: [], entrypoint: [] });
    check('healthcheck: {test: curl a, interval: 90s, timeout: 1m, retries: "3", start_period: 0.5h}', {
      healthcheck: { test: ['CMD-SHELL', 'curl a'], interval: '1m30s', timeout: '1m0s', retries: 3, start_period: '30m0s' },
    });
    check('healthcheck: {disable: yes}\nstop_grace_period: 1d', { healthcheck: { disable: true }, stop_grace_period: '24h0m0s' });
  });

  describe('sizes and numbers', () => {
    check('mem_limit: 512m\nshm_size: 1.5gb\nmemswap_limit: 1024', { mem_limit: '536870912', shm_size: '1610612736', memswap_limit: '1024' });
    check('deploy: {replicas: 0, resources: {limits: {cpus: "0.50", memory: 50M, pids: 1}}}', {
      deploy: { replicas: 0, resources: { limits: { cpus: 0.5, memory: '52428800', pids: 1 } } },
    });
    check('ulimits: {nproc: 65535, nofile: {soft: "1", hard: 2}}', { ulimits: { nproc: 65535, nofile: { soft: 1, hard: 2 } } });
    check('build: {ulimits: {nproc: 1, nofile: {soft: 2, hard: "3"}}, shm_size: 1k}', {
      build: { context: '/shop', dockerfile: 'Dockerfile', ulimits: { nofile: { soft: 2, hard: 3 }, nproc: 1 }, shm_size: '1024' },
    });
    check('gpus: all\ncpu_shares: "73"', { gpus: [{ count: -1 }], cpu_shares: 73 });
    check('tty: on\nread_only: "no"\ninit: false', { tty: true, read_only: undefined, init: false });
    check('restart: no\ncontainer_name: my shop\ngroup_add: [7]', { restart: 'no', container_name: 'my shop', group_add: ['7'] });
  });

  describe('short syntaxes', () => {
    check('build: ./app', { build: { context: '/shop/app', dockerfile: 'Dockerfile' } });
    check(
      'build: {context: "https://x.y/z.git", args: [A=1, B, C], ssh: [default], labels: [a=1], additional_contexts: [d=./d, e=docker-image://f]}',
      {
        build: {
          context: 'https://x.y/z.git',
          args: { A: '1', B: '2' },
          ssh: ['default'],
          labels: { a: '1' },
          additional_contexts: { d: '/shop/d', e: 'docker-image://f' },
          dockerfile: 'Dockerfile',
        },
      },
      '',
      'B=2\n',
    );
    check('build: {dockerfile_inline: FROM scratch}', { build: { dockerfile_inline: 'FROM scratch', context: '/shop' } });
    check('tmpfs: /a\ndns: 1.1.1.1\ndns_search: x.y\nlabel_file: []', { tmpfs: ['/a'], dns: ['1.1.1.1'], dns_search: ['x.y'] });
    check('extra_hosts: ["a:1.2.3.4", "b=::1", "c=[::2]"]', { extra_hosts: ['a=1.2.3.4', 'b=::1', 'c=::2'] });
    check('extra_hosts: {a: 1.2.3.4, b: [::1, ::2]}', { extra_hosts: ['a=1.2.3.4', 'b=::1', 'b=::2'] });
    check('devices: ["/dev/a", "/dev/b:/dev/c:r"]', {
      devices: [
        { source: '/dev/a', target: '/dev/a', permissions: 'rwm' },
        { source: '/dev/b', target: '/dev/c', permissions: 'r' },
      ],
    });
    check(
      'secrets: [s, {source: s, target: t, mode: 0440}]\nconfigs: [c]',
      {
        secrets: [
          { source: 's', target: '/run/secrets/s' },
          { source: 's', target: 't', mode: '0440' },
        ],
        configs: [{ source: 'c' }],
      },
      'secrets: {s: {file: ./s}}\nconfigs: {c: {content: x}}\n',
    );
    check('networks: [front, back]', { networks: { back: null, front: null } }, 'networks: {front: , back: }\n');
    check('hostname: x', { networks: { default: null } });
    check('network_mode: host', { networks: undefined });
    check('pull_policy: if_not_present', { pull_policy: 'missing' });
  });

  describe('dependencies', () => {
    const others = '  db: {image: x}\n  q: {image: x}\n  r: {image: x}\n';
    check('depends_on: [db]', { depends_on: { db: { condition: 'service_started', required: true } } }, others);
    check('depends_on: {db: {condition: service_healthy, required: no}}', { depends_on: { db: { condition: 'service_healthy', required: false } } }, others);
    check(
      'links: ["db:x"]\nipc: service:q\nvolumes_from: ["r:ro", "container:y"]',
      {
        depends_on: {
          db: { condition: 'service_started', restart: true, required: true },
          q: { condition: 'service_started', restart: true, required: true },
          r: { condition: 'service_started', required: true },
        },
      },
      others,
    );
  });

  it('warns of spellings and of version', async () => {
    const project = await projectIn({ 'compose.yaml': 'version: "3"\nservices:\n  a:\n    image: x\n    tty: yes\n' });
    assert.deepEqual(saidOf(project), ['boolean-spelling: yes', 'obsolete-version']);
  });
});
