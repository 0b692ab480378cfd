// Shows, as far as a machine without Docker can, that what `docker-giljabi new` makes runs. It installs nginx, redis, MariaDB and PostgreSQL
// from Debian where they are missing (no service is started by that; the packages stay), builds the Node projects with npm, and runs
// everything in a network namespace that has the loopback alone, in temporary folders. Needs Debian and root; else it says what it skipped.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { layOut } from './verify/layout.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** Whatever is still running inside ends with it. */
const ENDING = ['--pid', '--fork', '--kill-child', '--mount-proc'];
const PACKAGES = { nginx: 'nginx', 'redis-server': 'redis-server', mariadbd: 'mariadb-server', psql: 'postgresql' };
const UNPROVEN = [
  '이미지 자체(node, nginx, mysql, redis, eclipse-temurin …)와 그 안의 도구: 여기서는 데비안의 같은 프로그램으로 확인',
  'Spring Boot의 빌드와 실행: Gradle과 Maven 저장소가 필요',
  'MySQL 8.4: 여기서는 MariaDB로 확인',
  'docker compose 자체: 규칙과 docker-giljabi config로 대신 확인',
];

const folder = mkdtempSync(path.join(os.tmpdir(), 'giljabi-verify-'));
chmodSync(folder, 0o755);
let isGreen = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  });
}
try {
  isGreen = await verify();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isGreen ? 0 : 1;

async function verify() {
  const missing = whyNot();
  if (missing) {
    console.log(`건너뜀: ${missing}`);
    console.log('검증하지 못한 것: 전부');
    return true;
  }
  install();
  buildIfStale();
  const projects = {
    mall: make('mall', ['next+spring-gradle+nginx+mysql+redis']),
    vite: make('vite', ['vite+express+nginx+mariadb+redis', '--purpose', '운영']),
    plain: make('plain', ['next+express+postgres+redis', '--comments', 'none', '--file', 'compose.yaml']),
  };
  const built = [];
  for (const [name, project] of Object.entries(projects)) {
    for (const service of ['frontend', 'backend']) {
      const context = path.join(project.folder, service);
      if (!existsSync(path.join(context, 'package.json'))) continue;
      const begun = Date.now();
      project.layouts[service] = layOut(context, path.join(folder, 'images', name, service));
      built.push(
        `${name}/${service}: npm ci${service === 'frontend' ? ', npm run build' : ''} — ${((Date.now() - begun) / 1000).toFixed(0)}초, 마지막 스테이지 ${size(project.layouts[service].root)}`,
      );
    }
  }
  return report(built, runInside(projects));
}

/** Why nothing can be shown here; nothing where it can. */
function whyNot() {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return '데비안이 아닙니다.';
  if (process.getuid() !== 0) return 'root가 아니라서 패키지를 설치하거나 네트워크를 나눌 수 없습니다.';
  if (spawnSync('unshare', ['--net', '--mount', ...ENDING, 'true']).status !== 0) return '네트워크 네임스페이스를 만들 수 없습니다(unshare).';
  return spawnSync('ip', ['-V']).status === 0 ? undefined : 'ip 명령이 없습니다(iproute2).';
}

/** Debian's packages, without starting what is in them. */
function install() {
  const wanted = Object.entries(PACKAGES).flatMap(([program, name]) => (spawnSync('which', [program]).status === 0 ? [] : [name]));
  if (wanted.length === 0) return;
  console.log(`데비안 패키지를 설치합니다: ${wanted.join(', ')}`);
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const apt = (...args) =>
      execFileSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * 60_000 });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...wanted);
  } finally {
    if (isOurs) rmSync(policy);
  }
}

/** A new project, with what its compose file comes to. */
function make(name, args) {
  const own = path.join(folder, name);
  const cli = path.join(root, 'dist/cli.js');
  execFileSync(process.execPath, [cli, 'new', ...args, own], { stdio: 'pipe' });
  execFileSync(process.execPath, [cli, 'check', '--fail-on', 'hint', own], { stdio: 'pipe' });
  const compose = JSON.parse(execFileSync(process.execPath, [cli, 'config', '--format', 'json', own], { encoding: 'utf8', env: { PATH: process.env.PATH } }));
  const conf = (file) => (existsSync(path.join(own, file)) ? readFileSync(path.join(own, file), 'utf8') : undefined);
  return { folder: own, compose, layouts: {}, confs: { nginx: conf('nginx/default.conf'), frontend: conf('frontend/nginx.conf') } };
}

function size(place) {
  return `${(Number(execFileSync('du', ['-sk', place], { encoding: 'utf8' }).split('\t')[0]) / 1024).toFixed(0)}MB`;
}

/** Runs the servers where there is no network but the loopback, and where the services' names lead to it. */
function runInside(projects) {
  const plan = path.join(folder, 'plan.json');
  const hosts = path.join(folder, 'hosts');
  writeFileSync(hosts, '127.0.0.1 localhost frontend backend nginx redis mysql mariadb postgres\n');
  writeFileSync(plan, JSON.stringify({ folder, projects, programs: programs() }));
  const html = projects.vite.layouts.frontend.root;
  const mounts = [[hosts, '/etc/hosts'], ...(existsSync('/usr/share/nginx/html') ? [[path.join(html, 'usr/share/nginx/html'), '/usr/share/nginx/html']] : [])];
  const script = ['set -e', 'ip link set lo up', ...mounts.map(([from, to]) => `mount --bind '${from}' '${to}'`), 'exec "$@"'].join('\n');
  const inside = [
    '--net',
    '--mount',
    ...ENDING,
    '--propagation',
    'private',
    'sh',
    '-c',
    script,
    'sh',
    process.execPath,
    path.join(import.meta.dirname, 'verify/servers.mjs'),
    plan,
  ];
  const { status, stdout, stderr } = spawnSync('unshare', inside, { encoding: 'utf8', timeout: 10 * 60_000, killSignal: 'SIGKILL' });
  if (status !== 0) throw new Error(`the servers could not be run: ${stderr}`);
  return JSON.parse(stdout);
}

/** Debian keeps PostgreSQL's programs in a folder of its version. */
function programs() {
  const base = '/usr/lib/postgresql';
  const [version] = existsSync(base) ? readdirSync(base) : [];
  const postgres = version ? { postgres: `${base}/${version}/bin/postgres`, initdb: `${base}/${version}/bin/initdb` } : {};
  return { mariadbd: execFileSync('which', ['mariadbd'], { encoding: 'utf8' }).trim(), ...postgres };
}

function report(built, results) {
  console.log(`\n검증한 것 (Node.js ${process.version})`);
  for (const line of built) console.log(`  ✔ ${line}`);
  for (const { what, ok, detail, ms } of results)
    console.log(`  ${ok ? '✔' : '✘'} ${what}${ok ? ` (${(ms / 1000).toFixed(1)}초)` : ''}${detail ? `\n      ${detail.replaceAll('\n', '\n      ')}` : ''}`);
  console.log('\n여기서 증명할 수 없는 것');
  for (const line of UNPROVEN) console.log(`  - ${line}`);
  const failed = results.filter(({ ok }) => !ok).length;
  console.log(`\n${built.length + results.length - failed} passed, ${failed} failed`);
  return failed === 0;
}
