import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rooms, topics } from '../../server/src/generated/topics.ts';
import { indexOf, search } from '../../server/src/service/search.ts';
import { contentRoot, lessons } from '../support/lessons.ts';

const generated = path.resolve(contentRoot, '../src/generated/lessons');
const index = indexOf(rooms.map((room) => JSON.parse(readFileSync(path.join(generated, `${room}.json`), 'utf8'))));
const found = (query: string) => search(query, index).map(({ topic }) => topic);

/** What a reader of the study notes may type, typing errors included, and where it leads. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'workflow/flow-wordpress': ['fastcampus-docker', 'wordpress 8080'],
  'workflow/flow-node-app': ['fastcampus-docker/node-web-app', 'fc-docker', '47561'],
  'workflow/flow-postgres-two': ['postgres-sample', '5433', 'admin1', 'PGDATA', ':z'],
  'concept/selinux-label': ['postgres-sample', ':z'],
  'workflow/flow-bridge-network': ['my-bridge-network', 'container1', 'container2'],
  'workflow/flow-network-volume-mgmt': ['mynetwork', 'myvolume', 'nework'],
  'workflow/flow-basic-4': ['myapp:latest', '8080:80'],
  'command/docker-build': ['myapp:latest'],
  'workflow/flow-ubuntu-interactive': ['ubuntu:14.04', 'ctrl p q', 'ctrl+p+q'],
  'concept/detach-vs-exit': ['ctrl+p+q', '서버 유지'],
  'workflow/flow-dockerfile-example': ['ubuntu:18.04', 'make /app', 'python /app/app.py'],
  'workflow/flow-redis-exec': ['redis-cli', 'exec'],
  'workflow/flow-shopping-mall': ['쇼핑몰', 'nextjs', 'springboot', '풀스택'],
  'concept/docker-daemon': ['deamon', 'dorkerd', 'dockerd'],
  'concept/lxc-vs-docker': ['LNX', 'LXC'],
  'concept/libcontainer': ['LNX', 'LXC'],
  'concept/mac-file-sharing': ['oxsfs', 'osxfs', 'virtoFS', 'VirtioFS', 'mapped-xattr', '9p', 'Rancher Desktop', 'Permission denied'],
  'concept/dockerfile': ['도커파일', '도커 파일', 'docker file'],
  'concept/user-defined-network': ['커스텀 네트워크'],
  'concept/os-level-virtualization': ['애뮬레이션'],
  'concept/linux-vm': ['애뮬레이션'],
  'concept/official-image': ['OFFICAIL', 'OFFICIAL'],
  'command/wrong-npm-install-docker': ['npm install -g docker'],
  'concept/ci-cd': ['CI', 'CD', '파이프라인'],
  'concept/image-layer': ['중간 이미지'],
  'concept/cleanup': ['docker system prune', '정리'],
  'workflow/flow-cleanup': ['docker system prune', '정리'],
};

describe('service/search', () => {
  it('finds every lesson by its name', () => {
    const lost = lessons.filter(({ topic, lines }) => !found((lines[0] ?? '').slice(2).split(' — ')[0] ?? '').includes(topic as never)).map(({ topic }) => topic);
    assert.deepEqual(lost, []);
  });

  it('finds every concept, exercise and question by its other words', () => {
    const lost = lessons.flatMap(({ topic, lines }) => {
      const words = lines.at(-3)?.startsWith('검색어: ') ? (lines.at(-3) ?? '').slice(5).split(', ') : [];
      return words.filter((word) => !found(word).includes(topic as never)).map((word) => `${topic}: ${word}`);
    });
    assert.deepEqual(lost, []);
  });

  for (const [topic, queries] of Object.entries(ALIASES)) {
    it(`${queries.join(', ')} → ${topic}`, () => {
      for (const query of queries) assert.ok(found(query).includes(topic as never), query);
    });
  }

  it('puts the word itself first', () => {
    assert.equal(found('볼륨')[0], 'concept/volume');
    assert.equal(found('copy --from')[0], 'dockerfile/flag/COPY--from');
    assert.equal(found('deamon')[0], 'concept/docker-daemon');
  });

  it('begins with the concepts, and knows all lessons', () => {
    assert.ok(found('').every((topic) => topic.startsWith('concept/')));
    assert.equal(index.length, topics.length);
  });
});
