// Runs inside a network namespace that has nothing but the loopback: the generated servers, together, under the names of their services.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NODE_USER } from './layout.mjs';
import { get, isHealthy, nginxFolder, start, stop, stopAll, stub, until } from './running.mjs';

const [plan] = process.argv.slice(2);
const { folder, projects, programs } = JSON.parse(readFileSync(plan, 'utf8'));
let folders = 0;
const results = [];

/** One thing that is to be shown. What it needs is stopped afterwards. */
async function show(what, prove) {
  const begun = Date.now();
  try {
    results.push({ what, ok: true, detail: (await prove()) ?? '', ms: Date.now() - begun });
  } catch (error) {
    results.push({ what, ok: false, detail: error instanceof Error ? error.message : String(error) });
  }
  for (const close of closing.splice(0)) await close();
  await stopAll();
}

const closing = [];
const stubbed = async (port, name) => closing.push(await stub(port, name));
const temporary = (name) => {
  // Each run has its own: what a database keeps must not reach the next.
  const made = path.join(folder, `run-${++folders}-${name}`);
  mkdirSync(made, { recursive: true });
  chmodSync(made, 0o777);
  return made;
};

/** What the last stage of a Dockerfile runs, as it runs there. */
function startLaidOut({ root, workdir, env, cmd, user }, more = {}) {
  const asUser = user === 'node' && process.getuid() === 0 ? { uid: NODE_USER, gid: NODE_USER } : {};
  return start(cmd, { cwd: path.join(root, workdir), env: { PATH: process.env.PATH, HOSTNAME: 'container-id', ...env, ...more }, ...asUser });
}

async function startNginx(name, conf) {
  const command = nginxFolder(temporary(name), conf);
  execFileSync(command[0], [...command.slice(1), '-t'], { stdio: 'pipe' });
  const nginx = start([...command, '-g', 'daemon off;']);
  await until(
    'nginx answers',
    () =>
      get('http://127.0.0.1/').then(
        () => true,
        () => false,
      ),
    () => nginx.output,
    10_000,
  );
  return nginx;
}

/** Everything that a mall's containers say to each other, with the real nginx and the real Next.js, and a stub for the API. */
async function mall({ compose, layouts, confs }) {
  await show('nginx -t가 default.conf를 받아들이고, 이름이 풀리지 않으면 거절한다', () => {
    const command = nginxFolder(temporary('nginx-t'), confs.nginx);
    execFileSync(command[0], [...command.slice(1), '-t'], { stdio: 'pipe' });
    const lost = nginxFolder(temporary('nginx-lost'), confs.nginx.replace('http://backend:', 'http://nobody:'));
    assert.throws(() => execFileSync(lost[0], [...lost.slice(1), '-t'], { stdio: 'pipe' }), /host not found in upstream "nobody"/);
  });
  await show('진짜 nginx가 서비스 이름으로 /와 /api/를 나누어 넘긴다(대역 서버)', async () => {
    await stubbed(3000, 'frontend');
    await stubbed(8080, 'backend');
    await startNginx('nginx-stubs', confs.nginx);
    const page = JSON.parse((await get('http://127.0.0.1/cart?x=1', { host: 'shop.example' })).text);
    const api = JSON.parse((await get('http://127.0.0.1/api/hello?x=1', { host: 'shop.example' })).text);
    assert.deepEqual([page.stub, page.url, api.stub, api.url], ['frontend', '/cart?x=1', 'backend', '/api/hello?x=1']);
    assert.deepEqual(
      [api.headers.host, api.headers['x-real-ip'], api.headers['x-forwarded-for'], api.headers['x-forwarded-proto']],
      ['shop.example', '127.0.0.1', '127.0.0.1', 'http'],
    );
    const upgraded = await get('http://127.0.0.1/api/socket', { connection: 'Upgrade', upgrade: 'websocket' });
    assert.deepEqual([upgraded.status, api.headers.upgrade, api.headers.connection], [101, undefined, 'close']);
    return '주소를 자르지 않고, Host와 X-Forwarded-*를 전달하고, 웹소켓으로 바꾼다';
  });
  await show('nginx의 헬스체크가 뒤의 앱이 멈추어도 성공한다', async () => {
    assert.equal(isHealthy(compose.services.nginx.healthcheck), false);
    await startNginx('nginx-alone', confs.nginx);
    assert.equal(isHealthy(compose.services.nginx.healthcheck), true);
    assert.equal((await get('http://127.0.0.1/')).status, 502);
  });
  await show('Next.js의 standalone 서버가 Dockerfile의 파일·환경·사용자로 답하고, nginx를 거쳐도 답한다', async () => {
    const { environment, healthcheck } = compose.services.frontend;
    assert.equal(isHealthy(healthcheck), false);
    await stubbed(8080, 'backend');
    const next = startLaidOut(layouts.frontend, environment);
    await until(
      'Next.js is healthy',
      () => isHealthy(healthcheck),
      () => next.output,
    );
    await startNginx('nginx-next', confs.nginx);
    const { status, text } = await get('http://127.0.0.1/');
    assert.equal(status, 200);
    assert.match(text, /도커 쇼핑몰[\s\S]*backend answers/);
    const script = /\/_next\/static\/[^"]+\.js/.exec(text)?.[0];
    assert.equal((await get(`http://127.0.0.1${script}`)).status, 200);
    assert.equal((await get('http://127.0.0.1/logo.svg')).status, 200);
    assert.equal(JSON.parse((await get('http://127.0.0.1/api/hello')).text).url, '/api/hello');
    const how = await stop(next);
    assert.notEqual(how, 'SIGKILL');
    return `화면, 정적 파일, public, 서버 쪽 요청(BACKEND_URL)까지. SIGTERM에 끝남(${how})`;
  });
}

/** React, Express with its database and cache, everything real but the images. */
async function expressStack({ compose, layouts, confs, database }) {
  const { backend, redis } = compose.services;
  await show(`Express가 진짜 ${database}와 redis에 접속해 화면 뒤에서 답한다`, async () => {
    const server = await startDatabase(compose.services[database], database, temporary(`${database}-express`));
    await startRedis(redis);
    const app = startLaidOut(layouts.backend, backend.environment);
    await until(
      'Express is healthy',
      () => isHealthy(backend.healthcheck),
      () => app.output + server.output,
    );
    const direct = JSON.parse((await get('http://127.0.0.1:8080/api/hello')).text);
    assert.ok(direct.database && direct.visits === 1, JSON.stringify(direct));
    let shown = '';
    if (layouts.frontend.image.startsWith('nginx')) {
      await startNginx('vite', confs.frontend);
      assert.match((await get('http://127.0.0.1/some/page')).text, /<div id="root">/);
      const script = /\/assets\/[^"]+\.js/.exec((await get('http://127.0.0.1/')).text)?.[0];
      assert.equal((await get(`http://127.0.0.1${script}`)).status, 200);
      assert.equal(isHealthy(compose.services.frontend.healthcheck), true);
      shown = 'nginx가 React의 파일을 내주고 없는 주소에는 첫 화면을 줌';
    } else {
      const next = startLaidOut(layouts.frontend, compose.services.frontend.environment);
      await until(
        'Next.js is healthy',
        () => isHealthy(compose.services.frontend.healthcheck),
        () => next.output,
      );
      // The page that the healthcheck asks for has asked, too.
      assert.ok(JSON.parse((await get('http://127.0.0.1:3000/api/hello')).text).visits >= 2);
      shown = '프록시 없이 Next.js가 /api/를 backend로 넘김';
    }
    const how = await stop(app);
    assert.equal(how, 0);
    return `${direct.database}, ${shown}, Express는 SIGTERM에 0으로 끝남`;
  });
}

async function startRedis(service, cwd = temporary('redis')) {
  const redis = start(service.command, { cwd });
  await until(
    'redis is healthy',
    () => isHealthy(service.healthcheck),
    () => redis.output,
    10_000,
  );
  return redis;
}

/** A database as its image prepares it from the environment: its own entrypoint is not here. */
async function startDatabase(service, database, data) {
  const { environment: env, healthcheck } = service;
  assert.equal(isHealthy(healthcheck, env), false);
  if (database === 'postgres') return startPostgres(env, healthcheck, data);
  const prefix = database.toUpperCase();
  const [name, user, password] = ['DATABASE', 'USER', 'PASSWORD'].map((it) => env[`${prefix}_${it}`]);
  execFileSync('mariadb-install-db', [`--datadir=${data}/data`, '--user=mysql', '--auth-root-authentication-method=normal', '--skip-test-db'], { stdio: 'pipe', timeout: 120_000 });
  const command = [programs.mariadbd, '--no-defaults', `--datadir=${data}/data`, `--socket=${data}/socket`, `--pid-file=${data}/pid`, '--user=mysql', '--port=3306'];
  const ask = (sql) => execFileSync('mariadb', ['--no-defaults', `--socket=${data}/socket`, '-uroot', '-e', sql], { stdio: 'pipe' });
  // The server that the image prepares itself with can not be reached over the network: it must not count as healthy.
  const preparing = start([...command, '--skip-networking']);
  await until(
    'the database prepares itself',
    () => tried(() => ask('SELECT 1')),
    () => preparing.output,
  );
  ask(`CREATE DATABASE \`${name}\`; CREATE USER '${user}'@'%' IDENTIFIED BY '${password}'; GRANT ALL ON \`${name}\`.* TO '${user}'@'%'`);
  assert.equal(isHealthy(healthcheck, env), false, 'healthy while it prepares itself');
  await stop(preparing, 30_000);
  const server = start([...command, '--bind-address=127.0.0.1']);
  await until(
    'the database is healthy',
    () => isHealthy(healthcheck, env),
    () => server.output,
  );
  return server;
}

async function startPostgres(env, healthcheck, data) {
  const as = (user, command) => ['runuser', '-u', user, '--', ...command];
  const run = (command) => execFileSync(command[0], command.slice(1), { cwd: data, stdio: 'pipe', timeout: 120_000 });
  run(as('postgres', [programs.initdb, '-D', `${data}/data`, '-U', env.POSTGRES_USER, '-A', 'scram-sha-256', '--pwfile', passwordFile(data, env.POSTGRES_PASSWORD)]));
  const server = start(as('postgres', [programs.postgres, '-D', `${data}/data`, '-k', data, '-h', '127.0.0.1']), { cwd: data });
  await until(
    'postgres is healthy',
    () => isHealthy(healthcheck, env),
    () => server.output,
  );
  execFileSync('psql', ['-h', '127.0.0.1', '-U', env.POSTGRES_USER, '-d', 'postgres', '-c', `CREATE DATABASE "${env.POSTGRES_DB}"`], {
    env: { ...process.env, PGPASSWORD: env.POSTGRES_PASSWORD },
    stdio: 'pipe',
  });
  return server;
}

function passwordFile(data, password) {
  execFileSync('sh', ['-c', 'umask 022; printf %s "$1" > "$2"', 'sh', password, `${data}/password`]);
  return `${data}/password`;
}

function tried(ask) {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}

async function data({ compose }, database) {
  await show(`${database} 서비스의 환경 변수와 헬스체크가 맞는다`, async () => {
    await startDatabase(compose.services[database], database, temporary(database));
    return '켜지기 전과 초기화 중에는 실패, 준비되면 성공';
  });
}

async function redisAlone({ compose }) {
  await show('redis의 command와 헬스체크가 맞는다', async () => {
    const { redis } = compose.services;
    assert.equal(isHealthy(redis.healthcheck), false);
    const data = temporary('redis-data');
    const first = await startRedis(redis, data);
    execFileSync('redis-cli', ['set', 'a', 'kept']);
    await stop(first);
    await startRedis(redis, data);
    assert.equal(execFileSync('redis-cli', ['get', 'a'], { encoding: 'utf8' }).trim(), 'kept');
    return 'PONG을 확인하고, 다시 켜도 값이 남음';
  });
}

try {
  await mall(projects.mall);
  await redisAlone(projects.mall);
  await data(projects.mall, 'mysql');
  await expressStack({ ...projects.vite, database: 'mariadb' });
  if (programs.postgres) await expressStack({ ...projects.plain, database: 'postgres' });
} finally {
  await stopAll();
}
process.stdout.write(JSON.stringify(results));
