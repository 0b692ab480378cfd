import { type Breakage, inFile } from './breakage.ts';

const compose = inFile('compose.yaml');
const nginx = inFile('nginx/default.conf');
const settings = inFile('backend/src/main/resources/application.yaml');

const withDatasource = (url: string) => `spring:\n  datasource:\n    url: ${url}\n  application:`;
const noDatasourceUrl = { file: 'compose.yaml', from: '      SPRING_DATASOURCE_URL: jdbc:mysql://mysql:3306/${MYSQL_DATABASE}\n', to: '' };
const noRedis = { file: 'compose.yaml', from: '      SPRING_DATA_REDIS_HOST: redis\n      SPRING_DATA_REDIS_PORT: 6379\n', to: '' };
const withRedis = (host: string, port: string) => `spring:\n  data:\n    redis:\n      host: ${host}\n      port: ${port}\n  application:`;

const upstream = (server: string) => ({ file: 'nginx/default.conf', from: 'server {\n    listen 80;', to: `upstream api {\n    server ${server};\n}\n\nserver {\n    listen 80;` });

/** Hosts and ports of addresses. */
export const addresses: readonly Breakage[] = [
  nginx('nginx calls localhost for the backend', '//backend:8080', '//localhost:8080', 'proxy-to-services', 'localhost'),
  nginx('nginx calls 127.0.0.1 for the frontend', '//frontend:3000', '//127.0.0.1:3000', 'proxy-to-services', '127.0.0.1'),
  nginx('nginx misspells the backend', '//backend:8080', '//bakend:8080', 'proxy-to-known-hosts', 'bakend'),
  nginx('nginx calls the backend by a name from elsewhere', '//backend:8080', '//api:8080', 'proxy-to-known-hosts', 'api'),
  nginx('nginx calls a port that nobody listens on', '//backend:8080', '//backend:8081', 'call-listening-ports', '8081'),
  nginx('nginx calls the frontend at the port of the browser', '//frontend:3000', '//frontend:80', 'call-listening-ports', '80'),
  nginx('nginx calls the frontend at the port of the backend', '//frontend:3000', '//frontend:8080', 'call-listening-ports', '8080'),
  nginx('nginx calls the backend without a port', '//backend:8080', '//backend', 'call-listening-ports', 'backend'),
  nginx('an upstream misspells its server', '//backend:8080', '//api', 'proxy-to-known-hosts', 'bakend', { edits: [upstream('bakend:8080')] }),
  nginx('an upstream calls a port that nobody listens on', '//backend:8080', '//api', 'call-listening-ports', '9090', { edits: [upstream('backend:9090')] }),
  nginx('an upstream calls localhost', '//backend:8080', '//api', 'proxy-to-services', 'localhost', { edits: [upstream('localhost:8080')] }),
  nginx('proxy_pass misspells the upstream', '//backend:8080', '//ap1', 'proxy-to-known-hosts', 'ap1', { edits: [upstream('backend:8080')] }),
  nginx('the path behind the address is glued on', '//backend:8080', '//backend:8080/api', 'keep-proxy-paths-whole', '/api'),
  nginx(
    'the location has no slash, the address has one',
    'location /api/ {\n        proxy_pass http://backend:8080;',
    'location /api {\n        proxy_pass http://backend:8080/;',
    'keep-proxy-paths-whole',
    '/api',
  ),
  nginx(
    'a location by pattern hands on a path',
    'location /api/ {\n        proxy_pass http://backend:8080;',
    'location ~ ^/api/ {\n        proxy_pass http://backend:8080/api/;',
    'keep-proxy-paths-whole',
    '/api/',
  ),
  nginx('nginx listens elsewhere than published and checked', 'listen 80;', 'listen 8080;', 'listen-where-others-call', '8080'),

  compose('the datasource is on localhost', 'jdbc:mysql://mysql:3306', 'jdbc:mysql://localhost:3306', 'reach-services-by-name', 'localhost:3306'),
  compose('the datasource misspells its host', 'jdbc:mysql://mysql:3306', 'jdbc:mysql://mysqll:3306', 'call-services-that-exist', 'mysqll'),
  compose('the datasource has the host of another tutorial', 'jdbc:mysql://mysql:3306', 'jdbc:mysql://db:3306', 'call-services-that-exist', 'db'),
  compose('the datasource has a port that nobody listens on', 'jdbc:mysql://mysql:3306', 'jdbc:mysql://mysql:3307', 'call-listening-ports', '3307'),
  compose('the frontend calls localhost', 'BACKEND_URL: http://backend:8080', 'BACKEND_URL: http://localhost:8080', 'reach-services-from-settings', 'localhost'),
  compose('the frontend calls the backend by a name from elsewhere', 'BACKEND_URL: http://backend:8080', 'BACKEND_URL: http://api:8080', 'reach-services-from-settings', 'api'),
  compose('the frontend misspells the backend', 'BACKEND_URL: http://backend:8080', 'BACKEND_URL: http://backnd:8080', 'call-services-that-exist', 'backnd'),
  compose('the frontend calls a port that nobody listens on', 'BACKEND_URL: http://backend:8080', 'BACKEND_URL: http://backend:8081', 'call-listening-ports', '8081'),
  compose('the frontend calls the port of nginx', 'BACKEND_URL: http://backend:8080', 'BACKEND_URL: http://backend:80', 'call-listening-ports', '80'),
  compose('redis is on localhost, host and port apart', 'SPRING_DATA_REDIS_HOST: redis', 'SPRING_DATA_REDIS_HOST: localhost', 'reach-services-by-name', 'localhost'),
  compose('redis is misspelt', 'SPRING_DATA_REDIS_HOST: redis', 'SPRING_DATA_REDIS_HOST: rediss', 'call-services-that-exist', 'rediss'),
  compose('redis is called at another port', 'SPRING_DATA_REDIS_PORT: 6379', 'SPRING_DATA_REDIS_PORT: 6380', 'call-listening-ports', '6380'),

  settings(
    'the datasource stands in the settings, on localhost',
    'spring:\n  application:',
    withDatasource('jdbc:mysql://localhost:3306/shop'),
    'reach-services-from-settings',
    'localhost',
    { edits: [noDatasourceUrl] },
  ),
  settings('the datasource stands in the settings, misspelt', 'spring:\n  application:', withDatasource('jdbc:mysql://mysq:3306/shop'), 'reach-services-from-settings', 'mysq', {
    edits: [noDatasourceUrl],
  }),
  settings('the datasource stands in the settings with another port', 'spring:\n  application:', withDatasource('jdbc:mysql://mysql:3307/shop'), 'call-listening-ports', '3307', {
    edits: [noDatasourceUrl],
  }),
  settings('redis stands in the settings, on localhost', 'spring:\n  application:', withRedis('localhost', '6379'), 'reach-services-from-settings', 'localhost', {
    edits: [noRedis],
  }),
  settings('redis stands in the settings, misspelt', 'spring:\n  application:', withRedis('redsi', '6379'), 'reach-services-from-settings', 'redsi', { edits: [noRedis] }),
  settings('redis stands in the settings with another port', 'spring:\n  application:', withRedis('redis', '6380'), 'call-listening-ports', '6380', { edits: [noRedis] }),
  settings('the settings move the port', 'server:\n', 'server:\n  port: 8081\n', 'listen-where-others-call', '8081'),
];
