import assert from 'node:assert/strict';
import { parse as parseYaml } from 'yaml';
import { type Choices, defaults } from '../../../server/src/project/new/choices.ts';
import { projectOf, textsOf } from '../../support/templates.ts';

/** What the shopping mall must have, by the numbers under which the requirements are written down. */
describe('the shopping mall as required', () => {
  const project = async (more: Partial<Choices> = {}) => {
    const made = await projectOf({ ...defaults, purpose: 'production', comments: 'none', file: 'compose.yaml', ...more });
    const texts = textsOf(made);
    return { texts, page: made.page, compose: parseYaml(texts['compose.yaml'] ?? texts['docker-compose.yml'] ?? '') };
  };
  const inOrder = (text: string | undefined, ...pieces: readonly string[]) => {
    let at = 0;
    for (const piece of pieces) {
      const next = text?.indexOf(piece, at) ?? -1;
      assert.ok(next >= 0, `${piece} in order in ${text}`);
      at = next + piece.length;
    }
  };

  it('R-01 files, under both names', async () => {
    for (const name of ['frontend/Dockerfile', 'backend/Dockerfile', 'nginx/Dockerfile', 'nginx/default.conf', 'compose.yaml', '.env.example'])
      assert.ok((await project()).texts[name], name);
    assert.ok((await project({ file: 'docker-compose.yml' })).texts['docker-compose.yml']);
  });
  it('R-02 R-03 R-04 four steps, both ways to build, one line to run', async () => {
    inOrder(
      (await project()).page,
      '## 1. Dockerfile',
      '## 2. 이미지 빌드',
      'docker build -t shop-frontend ./frontend',
      'docker compose build',
      '## 3. 컴포즈 파일',
      '## 4. 컨테이너 실행',
      'docker compose up -d --build --wait',
      'docker compose ps',
      'docker compose logs -f backend',
      'docker compose down',
      'docker compose down -v',
    );
  });
  it('R-10 R-11 R-12 the Dockerfile of Next.js', async () => {
    const { texts } = await project();
    inOrder(
      texts['frontend/Dockerfile'],
      'FROM node:24-alpine AS deps',
      'COPY package.json package-lock.json ./',
      'RUN npm ci',
      'AS builder',
      'RUN npm run build',
      'AS runner',
      'ENV NODE_ENV=production PORT=3000 HOSTNAME=0.0.0.0',
      'COPY --from=builder --chown=node:node /app/.next/standalone ./',
      '/app/.next/static ./.next/static',
      '/app/public ./public',
      'USER node',
      'EXPOSE 3000',
      'CMD ["node", "server.js"]',
    );
    assert.match(texts['frontend/next.config.mjs'] ?? '', /output: 'standalone'/);
    assert.ok(Object.keys(texts).some((name) => name.startsWith('frontend/public/')));
  });
  it('R-13 the browser calls /api', async () => assert.match((await project()).texts['frontend/app/hello-button.jsx'] ?? '', /fetch\('\/api\//));
  it('R-14 R-24 what builds do not see', async () => {
    const { texts } = await project();
    assert.deepEqual(texts['frontend/.dockerignore']?.trim().split('\n'), ['node_modules', '.next', '.git', '.env*', 'Dockerfile']);
    assert.deepEqual(texts['backend/.dockerignore']?.trim().split('\n'), ['build', 'target', '.gradle', '.git', '.env*', 'Dockerfile']);
  });
  for (const backend of ['spring-gradle', 'spring-maven'] as const) {
    it(`R-20 to R-23 the Dockerfile of ${backend}`, async () => {
      const { texts } = await project({ backend });
      inOrder(
        texts['backend/Dockerfile'],
        'AS builder',
        'COPY src ./src',
        'java -Djarmode=tools -jar app.jar extract --layers --destination extracted',
        'FROM eclipse-temurin:21-jre AS runner',
        'extracted/dependencies/',
        'extracted/spring-boot-loader/',
        'extracted/snapshot-dependencies/',
        'extracted/application/',
        '-XX:MaxRAMPercentage',
        'USER spring',
        'EXPOSE 8080',
        'ENTRYPOINT ["java", "-jar", "app.jar"]',
      );
      assert.match(texts['backend/build.gradle'] ?? texts['backend/pom.xml'] ?? '', /spring-boot-starter-actuator/);
      inOrder(texts['backend/src/main/resources/application.yaml'], 'shutdown: graceful', 'forward-headers-strategy: framework', 'include: health');
    });
  }
  it('R-30 R-31 nginx is built, redis and mysql are not', async () => {
    const { texts, compose } = await project();
    inOrder(texts['nginx/Dockerfile'], 'FROM nginx:', 'COPY default.conf /etc/nginx/conf.d/default.conf');
    assert.deepEqual([compose.services.redis.image, compose.services.mysql.image], ['redis:8-alpine', 'mysql:8.4']);
  });
  it('R-40 to R-43 the configuration of nginx', async () => {
    const { texts } = await project();
    inOrder(texts['nginx/default.conf'], 'map $http_upgrade $connection_upgrade', 'listen 80;', 'proxy_http_version 1.1;', 'Host $host;', 'X-Real-IP $remote_addr;');
    inOrder(texts['nginx/default.conf'], 'X-Forwarded-For $proxy_add_x_forwarded_for;', 'X-Forwarded-Proto $scheme;', 'location = /healthz', 'return 200 "ok\\n";');
    inOrder(texts['nginx/default.conf'], 'location /api/ {', 'proxy_pass http://backend:8080;', 'location / {', 'proxy_pass http://frontend:3000;');
  });
  it('R-44 the page shows how to ask the DNS again', async () => inOrder((await project()).page, '502', 'resolver 127.0.0.11 valid=10s;', 'proxy_pass $backend;'));
  it('R-50 R-57 volumes, networks, restarts', async () => {
    const { compose } = await project();
    assert.deepEqual(
      [Object.keys(compose), Object.keys(compose.volumes), Object.keys(compose.networks)],
      [
        ['services', 'volumes', 'networks'],
        ['mysql-data', 'redis-data'],
        ['front', 'back'],
      ],
    );
    for (const service of Object.values<Record<string, unknown>>(compose.services)) assert.deepEqual([service.restart, service.container_name], ['unless-stopped', undefined]);
  });
  it('R-51 the data is in back alone, and open to this computer only while developing', async () => {
    for (const name of ['mysql', 'redis']) {
      const [production, development] = [(await project()).compose, (await project({ purpose: 'development' })).compose];
      assert.deepEqual([production.services[name].networks, production.services[name].ports], [['back'], undefined]);
      assert.match(development.services[name].ports.join(), /^127\.0\.0\.1:\d+:\d+$/);
    }
  });
  it('R-52 a missing password is said', async () =>
    assert.equal((await project()).compose.services.mysql.environment.MYSQL_PASSWORD, '${MYSQL_PASSWORD:?MYSQL_PASSWORD를 .env에 설정하세요}'));
  it('R-53 R-54 R-55 healthchecks', async () => {
    const { mysql, redis, frontend, backend, nginx } = (await project()).compose.services;
    assert.equal(mysql.healthcheck.test[1], 'mysqladmin ping -h 127.0.0.1 -u"$$MYSQL_USER" -p"$$MYSQL_PASSWORD" --silent');
    assert.equal(redis.healthcheck.test[1], 'redis-cli ping | grep -q PONG');
    assert.deepEqual([mysql.healthcheck.start_period, backend.healthcheck.start_period], ['30s', '60s']);
    assert.deepEqual(
      [nginx, frontend, backend].map(({ healthcheck }) => healthcheck.test.at(-1)),
      ['http://127.0.0.1/healthz', 'http://127.0.0.1:3000/', 'http://127.0.0.1:8080/actuator/health'],
    );
  });
  it('R-56 the page says when passwords count', async () => assert.match((await project()).page, /데이터 폴더가 비어 있을 때만[\s\S]*down -v/));
  it('R-58 the order of starting', async () => {
    const { nginx, frontend, backend } = (await project()).compose.services;
    const healthy = { condition: 'service_healthy' };
    assert.deepEqual(nginx.depends_on, { frontend: healthy, backend: healthy });
    assert.deepEqual([frontend.depends_on, backend.depends_on], [{ backend: { condition: 'service_started' } }, { mysql: healthy, redis: healthy }]);
  });
  it('R-59 the page links to what explains it', async () => {
    for (const topic of ['concept/volume', 'concept/network', 'compose/services/healthcheck', 'concept/environment-variable', 'concept/reverse-proxy'])
      assert.ok((await project()).page.includes(`(../${topic}.md)`), topic);
    assert.match((await project({ comments: 'why' })).texts['compose.yaml'] ?? '', /docker-giljabi explain/);
  });
});
