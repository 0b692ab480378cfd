import { type Breakage, inFile } from './breakage.ts';

const compose = inFile('compose.yaml');
const frontend = inFile('frontend/Dockerfile');
const backend = inFile('backend/Dockerfile');
const nginx = inFile('nginx/Dockerfile');

/** What the compose file says of builds, and the Dockerfiles themselves. */
export const builds: readonly Breakage[] = [
  compose('the build folder is misspelt', 'build: ./frontend', 'build: ./fronted', 'point-at-existing-files', './fronted'),
  compose('the Dockerfile is not there', 'build: ./frontend', 'build:\n      context: ./frontend\n      dockerfile: Dockerfile.prod', 'point-at-existing-files', 'Dockerfile.prod'),
  compose(
    'the Dockerfile is named from the compose file',
    'build: ./frontend',
    'build:\n      context: ./frontend\n      dockerfile: frontend/Dockerfile',
    'point-at-existing-files',
    'frontend/Dockerfile',
  ),
  compose('the target is misspelt', 'build: ./frontend', 'build:\n      context: ./frontend\n      target: runer', 'build-existing-stages', 'runer'),
  compose('the target is of another Dockerfile', 'build: ./nginx', 'build:\n      context: ./nginx\n      target: runner', 'build-existing-stages', 'runner', { uncured: true }),
  compose('a build argument is declared nowhere', 'build: ./frontend', 'build:\n      context: ./frontend\n      args:\n        API_URL: /api', 'declare-build-args', 'API_URL', {
    uncured: true,
  }),
  compose('a build argument is misspelt', 'build: ./frontend', 'build:\n      context: ./frontend\n      args:\n        API_ULR: /api', 'declare-build-args', 'API_ULR', {
    edits: [{ file: 'frontend/Dockerfile', from: 'RUN npm run build', to: 'ARG API_URL\nENV NEXT_PUBLIC_API=$API_URL\nRUN npm run build' }],
  }),
  frontend('a build argument that nobody gives', 'RUN npm run build', 'ARG API_URL\nENV NEXT_PUBLIC_API=$API_URL\nRUN npm run build', 'give-used-build-args', 'API_URL', {
    uncured: true,
  }),

  frontend('EXPOSE differs from PORT', 'EXPOSE 3000', 'EXPOSE 8080', 'expose-listening-ports', '8080'),
  frontend('PORT differs from EXPOSE and from what all others call', 'PORT=3000', 'PORT=4000', 'listen-where-others-call', '4000'),
  backend('EXPOSE differs from what all others call', 'EXPOSE 8080', 'EXPOSE 8081', 'listen-where-others-call', '8081'),
  frontend('a stage is renamed', 'AS builder', 'AS build', 'copy-from-earlier-stages', 'build'),
  backend('the stage of all copies is renamed', 'AS builder', 'AS build', 'copy-from-earlier-stages', 'build'),
  compose('a service is built in the folder of another one', 'build: ./frontend', 'build: ./backend', 'listen-where-others-call', './backend', { uncured: true }),
  compose('nothing is built in the folder itself', 'build: ./frontend', 'build: .', 'point-at-existing-files', '.', { uncured: true }),
  frontend('a stage is misspelt', '--from=deps /app', '--from=dep /app', 'copy-from-earlier-stages', 'dep'),

  nginx('the copied configuration is misspelt', 'COPY default.conf', 'COPY defualt.conf', 'copy-existing-files', 'defualt.conf'),
  nginx('a source is named from the compose file', 'COPY default.conf', 'COPY nginx/default.conf', 'copy-existing-files', 'nginx/default.conf'),
  backend('a source file is misspelt', 'COPY pom.xml ./', 'COPY pom.xm ./', 'copy-existing-files', 'pom.xm'),
  backend('a source folder is misspelt', 'COPY src ./src', 'COPY scr ./src', 'copy-existing-files', 'scr'),
  frontend('a script is misspelt', 'RUN npm run build', 'RUN npm run biuld', 'run-scripts-of-package-json', 'biuld'),
  inFile('backend/.dockerignore')('the sources are left out', 'target\n', 'target\nsrc\n', 'copy-files-that-reach-the-build', 'src', { file: 'backend/Dockerfile', uncured: true }),
  inFile('backend/.dockerignore')('the build file is left out', 'target\n', 'target\n*.xml\n', 'copy-files-that-reach-the-build', 'pom.xml', {
    file: 'backend/Dockerfile',
    uncured: true,
  }),
  inFile('frontend/next.config.mjs')('Next.js makes no folder of its own', "  output: 'standalone',\n", '', 'build-next-standalone', '/app/.next/standalone', {
    file: 'frontend/Dockerfile',
    uncured: true,
  }),
  inFile('frontend/package.json')('the script that is run is renamed', '"build": "next build"', '"bild": "next build"', 'run-scripts-of-package-json', 'build', {
    file: 'frontend/Dockerfile',
  }),

  nginx(
    'the configuration is copied where nginx does not look',
    '/etc/nginx/conf.d/default.conf',
    '/etc/nginx/default.conf',
    'put-nginx-files-where-they-are-read',
    '/etc/nginx/default.conf',
  ),
  nginx('the configuration is copied nowhere', 'COPY default.conf /etc/nginx/conf.d/default.conf\n', '', 'give-nginx-its-configuration', 'nginx', {
    file: 'compose.yaml',
    uncured: true,
  }),
  compose(
    'the configuration is mounted where nginx does not look',
    'build: ./nginx',
    'image: nginx:1.28-alpine\n    volumes:\n      - ./nginx/default.conf:/etc/nginx/default.conf:ro',
    'put-nginx-files-where-they-are-read',
    '/etc/nginx/default.conf',
  ),
  compose(
    'a mounted configuration is misspelt',
    'build: ./nginx',
    'image: nginx:1.28-alpine\n    volumes:\n      - ./nginx/defualt.conf:/etc/nginx/conf.d/default.conf:ro',
    'point-at-existing-files',
    './nginx/defualt.conf',
  ),
  compose(
    'the configuration takes the place of the main one',
    'build: ./nginx',
    'image: nginx:1.28-alpine\n    volumes:\n      - ./nginx/default.conf:/etc/nginx/nginx.conf:ro',
    'put-nginx-files-where-they-are-read',
    '/etc/nginx/nginx.conf',
  ),
  compose('the configuration is not mounted', 'build: ./nginx', 'image: nginx:1.28-alpine', 'give-nginx-its-configuration', 'nginx', { uncured: true }),
];
