import assert from 'node:assert/strict';
import { check } from '../../server/src/compose/check.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { defaultSettings } from '../../server/src/core/check.ts';
import { compose } from '../../server/src/core/example.ts';
import { emptyView } from '../../server/src/core/project-view.ts';
import { rules } from '../../server/src/generated/compose-rules.ts';

describe('compose/fragment', () => {
  const severities = (text: string) =>
    check(parse(text), rules, emptyView, defaultSettings, assert.fail)
      .filter(({ rule }) => rule === 'set-image-or-build' || rule === 'name-existing-services')
      .map(({ severity }) => severity);

  it('warns where images are named by whoever runs the file, and a neighbour is nowhere', () => {
    assert.deepEqual(severities('services:\n  probe:\n    image: ${PROBE_IMAGE}\n    depends_on: [collector]\n  fire:\n    image: ${FIRE_IMAGE}\n'), ['warning']);
  });

  it('warns where nothing but builds and ports is told of any service', () => {
    const text = compose`
      services:
        queue:
          ports: ["5672:5672"]
        web:
          build: web
        api:
          build: api
          ports: ["8080:8080"]
    `;
    assert.deepEqual(severities(text), ['warning']);
  });

  it('warns where what is shared is laid out and no service says what it is made of', () => {
    const text = compose`
      services:
        web:
          volumes: ["data:/data"]
          networks: [inner]
        job:
          profiles: [extra]
      volumes:
        data:
      networks:
        inner:
    `;
    assert.deepEqual(severities(text), ['warning', 'warning']);
  });

  it('takes what else is missing for a mistake', () => {
    assert.deepEqual(severities('services:\n  web:\n    ports: ["80:80"]\n'), ['error']);
    assert.deepEqual(severities('services:\n  web:\n    image: nginx:1.28\n    depends_on: [db]\n'), ['error']);
    assert.deepEqual(severities('services:\n  web:\n    image: ${IMAGE}\n    depends_on: [databse]\n  database:\n    image: ${DB}\n'), ['error']);
    assert.deepEqual(
      severities('services:\n  web:\n    build: .\n  api:\n    build: api\n    depends_on: [db]\n  db:\n    environment: [A=1]\n    volumes: ["./d:/d"]\n    restart: always\n'),
      ['error'],
    );
  });
});
