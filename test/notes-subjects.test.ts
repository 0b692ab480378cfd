import assert from 'node:assert/strict';
import path from 'node:path';
import * as command from '../server/src/command/index.ts';
import { lessons } from './support/lessons.ts';

const words = (text: string) => text.trim().split(/\s+/);

/** The subjects of the study notes. */
const CONCEPTS = words(`
  docker containerization image image-layer image-immutable image-tag official-image container container-vs-image container-lifecycle container-id-prefix container-name application-container dockerfile build build-context image-tar image-store registry docker-hub docker-objects client-server docker-client docker-daemon docker-api docker-engine docker-desktop linux-vm install hypervisor virtual-machine guest-os vm-vs-container kernel-sharing os-level-virtualization isolation libcontainer cgroup namespace lxc-vs-docker host-os-dependency weaker-security-isolation environment-consistency lightweight-fast-start low-overhead high-density portability image-based-deployment scalability load-balancing when-to-use microservices ci-cd network bridge-network user-defined-network host-network none-network overlay-network nat port-publishing volume bind-mount selinux-label environment-variable mac-file-sharing compose compose-service reverse-proxy swarm cluster orchestration kubernetes docker-vs-kubernetes detached-mode interactive-tty detach-vs-exit graceful-stop cleanup container-management
`);
const WORKFLOWS = words(`
  flow-setup-check flow-basic-4 flow-image-tar flow-shopping-mall flow-docker-run-internals flow-lifecycle flow-redis-exec flow-wordpress flow-node-app flow-ubuntu-interactive flow-postgres-two flow-bridge-network flow-host-network flow-network-volume-mgmt flow-cleanup flow-dockerfile-example
`);
const QUESTIONS = words(`
  q-container-vs-vm q-image-vs-container q-what-is-compose q-docker-hub-role q-network-types q-what-is-volume q-what-is-docker q-what-is-container q-what-is-image q-what-is-hypervisor q-why-docker q-macos-linux q-how-isolate q-lxc-vs-docker q-where-images q-when-to-use q-web-scale q-docker-vs-k8s
`);

/** The 52 commands and flags of the notes: a line that has it, the word to point at, and its lesson. */
const COMMANDS: readonly (readonly [string, string, string])[] = [
  ['docker build -t a .', 'build', 'command/docker-build'],
  ['docker build -t a .', '-t', 'command/flag/docker-build--tag'],
  ['docker build -t a ./x', './x', 'command/arguments/build-context'],
  ['docker images', 'images', 'command/docker-images'],
  ['docker search wordpress', 'search', 'command/docker-search'],
  ['docker pull postgres:17', 'pull', 'command/docker-pull'],
  ['docker push a/b:1', 'push', 'command/docker-push'],
  ['docker rmi a:1', 'rmi', 'command/docker-rmi'],
  ['docker save -o a.tar a:1', 'save', 'command/docker-save'],
  ['docker load -i a.tar', 'load', 'command/docker-load'],
  ['docker run redis:8', 'run', 'command/docker-run'],
  ['docker run -i a', '-i', 'command/flag/docker-run--interactive'],
  ['docker run -t a', '-t', 'command/flag/docker-run--tty'],
  ['docker run -it a', '-it', 'command/flag/docker-run-it'],
  ['docker run -d a', '-d', 'command/flag/docker-run--detach'],
  ['docker run -p 80:80 a', '-p', 'command/flag/docker-run--publish'],
  ['docker run -e A=b a', '-e', 'command/flag/docker-run--env'],
  ['docker run -v x:/y a', '-v', 'command/flag/docker-run--volume'],
  ['docker run -v x:/y:z a', 'x:/y:z', 'command/flag/docker-run--volume'],
  ['docker run --name web a', '--name', 'command/flag/docker-run--name'],
  ['docker run --network n a', '--network', 'command/flag/docker-run--network'],
  ['docker run --network host a', 'host', 'command/flag/docker-run--network=host'],
  ['docker create a', 'create', 'command/docker-create'],
  ['docker start a', 'start', 'command/docker-start'],
  ['docker start -a a', '-a', 'command/flag/docker-start--attach'],
  ['docker stop a', 'stop', 'command/docker-stop'],
  ['docker kill a', 'kill', 'command/docker-kill'],
  ['docker rm a', 'rm', 'command/docker-rm'],
  ['docker rm $(docker ps -a -q)', 'rm', 'command/docker-rm'],
  ['docker system prune', 'prune', 'command/docker-system-prune'],
  ['docker exec a ls', 'exec', 'command/docker-exec'],
  ['docker exec -it a sh', '-it', 'command/flag/docker-exec-it'],
  ['docker exec -it a redis-cli', 'redis-cli', 'shell/redis-cli'],
  ['docker exec -it a /bin/bash', '/bin/bash', 'shell/bash'],
  ['docker ps', 'ps', 'command/docker-ps'],
  ['docker ps -a', '-a', 'command/flag/docker-ps--all'],
  ['docker ps -l', '-l', 'command/flag/docker-ps--latest'],
  ['docker ps -q', '-q', 'command/flag/docker-ps--quiet'],
  ['docker logs a', 'logs', 'command/docker-logs'],
  ['docker version', 'version', 'command/docker-version'],
  ['docker network create n', 'create', 'command/docker-network-create'],
  ['docker network ls', 'ls', 'command/docker-network-ls'],
  ['docker network rm n', 'rm', 'command/docker-network-rm'],
  ['docker volume create v', 'create', 'command/docker-volume-create'],
  ['docker volume ls', 'ls', 'command/docker-volume-ls'],
  ['docker volume rm v', 'rm', 'command/docker-volume-rm'],
  ['docker compose up -d', 'up', 'command/docker-compose-up'],
  ['docker swarm init', 'init', 'command/docker-swarm-init'],
  ['', '', 'command/detach-keys'],
  ['', '', 'command/exit'],
  ['', '', 'shell/redis-cli'],
  ['', '', 'command/wrong-npm-install-docker'],
];

describe('the subjects of the notes', () => {
  const all = new Map(lessons.map((lesson) => [lesson.topic, lesson]));
  const room = (name: string, ids: readonly string[]) => ids.filter((id) => !all.has(`${name}/${id}`));

  it('80 concepts, 16 exercises and 18 questions have their lessons', () => {
    assert.deepEqual([CONCEPTS.length, WORKFLOWS.length, QUESTIONS.length], [80, 16, 18]);
    assert.deepEqual([...room('concept', CONCEPTS), ...room('workflow', WORKFLOWS), ...room('question', QUESTIONS)], []);
  });

  it('each of them is reached by links from some hover', () => {
    const links = (topic: string) =>
      [...(all.get(topic)?.prose.matchAll(/\]\((?!https:)([^)]+)\.md\)/g) ?? [])].map(([, target = '']) =>
        path.posix.normalize(path.posix.join(path.posix.dirname(topic), target)),
      );
    const reached = new Set([...all.keys()].filter((topic) => !/^(?:concept|workflow|question)\//.test(topic)));
    for (const topic of reached) for (const target of links(topic)) reached.add(target);
    assert.deepEqual(
      [...all.keys()].filter((topic) => !reached.has(topic)),
      [],
    );
  });
});

describe('docker command lines', () => {
  it('52 commands and flags of the notes', () => assert.equal(COMMANDS.length, 52));

  for (const [line, word, topic] of COMMANDS) {
    it(`${line} at ${word} → ${topic}`, () => {
      if (line === '') {
        assert.ok(lessons.some((lesson) => lesson.topic === topic));
        return;
      }
      const offset = line.indexOf(word);
      assert.ok(offset >= 0);
      assert.equal(command.topicAt(command.parse(line, 'shell'), offset + Math.min(1, word.length - 1))?.topic, topic);
    });
  }

  it('at least 250 commands and flags have a lesson', () => {
    const count = lessons.filter(({ topic }) => /^command\/(?:docker|flag\/docker)/.test(topic) && !topic.includes('=')).length;
    assert.ok(count >= 250, `${count}`);
  });
});
