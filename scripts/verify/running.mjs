// Programs that are started, waited for and stopped again.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const started = [];

/** Starts a program that goes on; all of them are stopped by `stopAll`. */
export function start(command, options = {}) {
  const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const running = { child, output: '', ended: new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal))) };
  const note = (data) => {
    running.output += data;
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  child.once('error', (error) => note(error.message));
  started.push(running);
  return running;
}

/** Asks a program to end as Docker does; answers how it ended, or that it had to be killed. */
export async function stop({ child, ended }, limit = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  const how = await ended;
  clearTimeout(timer);
  return how;
}

export const stopAll = () => Promise.all(started.splice(0).map((it) => stop(it)));

/** A container's healthcheck as `docker-giljabi config` prints it, carried out here. */
export function isHealthy({ test }, env = {}) {
  const [kind, ...words] = test.map((word) => word.replaceAll('$$', '$'));
  const command = kind === 'CMD' ? words : ['sh', '-c', words[0]];
  try {
    execFileSync(command[0], command.slice(1), { env: { PATH: process.env.PATH, ...env }, stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

/** The first time that something is so; an error with what was said meanwhile, where it does not come to that. */
export async function until(what, ask, said = () => '', limit = 60_000) {
  for (const end = Date.now() + limit; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`${what} did not happen within ${limit / 1000} s\n${said()}`);
}

/** The answer to a GET on this machine. */
export function get(url, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, timeout: 10_000 }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode, text, headers: response.headers }));
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', reject);
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode, text: '', headers: response.headers });
    });
  });
}

/** A server that says what it was asked; it agrees to every upgrade. */
export function stub(port, name) {
  return new Promise((resolve) => {
    const server = http.createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ stub: name, url: request.url, headers: request.headers, message: `${name} answers` }));
    });
    server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'));
    server.listen(port, '127.0.0.1', () =>
      resolve(() => {
        server.closeAllConnections();
        return new Promise((closed) => server.close(closed));
      }),
    );
  });
}

/** nginx as its image starts it: its main settings, and one file under `conf.d`. */
export function nginxFolder(folder, conf) {
  mkdirSync(path.join(folder, 'conf.d'), { recursive: true });
  writeFileSync(path.join(folder, 'conf.d/default.conf'), conf);
  const main = `user www-data;\npid ${folder}/pid;\nerror_log stderr notice;\nevents {}\nhttp {\n  include /etc/nginx/mime.types;\n  default_type application/octet-stream;\n  access_log off;\n  include ${folder}/conf.d/*.conf;\n}\n`;
  writeFileSync(path.join(folder, 'nginx.conf'), main);
  return ['nginx', '-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'];
}
