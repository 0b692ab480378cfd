import { type Breakage, inFile } from './breakage.ts';

const compose = inFile('compose.yaml');

/** Ports, networks, names, dependencies, variables and volumes of the compose file. */
export const services: readonly Breakage[] = [
  compose('the published port is the wrong way round', '"80:80"\n    networks', '"80:8080"\n    networks', 'publish-listening-ports', '8080'),
  compose('a port is published that nobody listens on', '"80:80"\n    networks', '"8080:3000"\n    networks', 'publish-listening-ports', '3000'),
  compose('the port of a service that has none is published', 'build: ./frontend\n', 'build: ./frontend\n    ports:\n      - "3000:80"\n', 'publish-listening-ports', '80'),
  compose('two services publish at one port', 'build: ./backend\n', 'build: ./backend\n    ports:\n      - "80:8080"\n', 'publish-each-host-port-once', '80', { uncured: true }),
  compose('the health check asks a port that nobody listens on', '127.0.0.1:3000/', '127.0.0.1:8000/', 'check-health-at-listening-ports', '8000'),
  compose('the health check asks without a port', '127.0.0.1:8080/actuator', '127.0.0.1/actuator', 'check-health-at-listening-ports', '127.0.0.1'),
  compose('the health check of nginx asks elsewhere', '127.0.0.1/healthz', '127.0.0.1:8080/healthz', 'check-health-at-listening-ports', '8080'),
  compose('a variable moves the port', '      SPRING_DATA_REDIS_HOST: redis', '      SERVER_PORT: 9090\n      SPRING_DATA_REDIS_HOST: redis', 'listen-where-others-call', '9090'),

  compose(
    'the backend leaves the network of nginx and frontend',
    '      - front\n      - back\n    depends_on:\n      mysql',
    '      - back\n    depends_on:\n      mysql',
    'share-a-network-with-upstreams',
    'backend',
  ),
  compose(
    'nginx stands in the other network',
    '      - front\n    depends_on:\n      frontend',
    '      - back\n    depends_on:\n      frontend',
    'share-a-network-with-upstreams',
    'nginx',
  ),
  compose('redis has no network', '      - redis-data:/data\n    networks:\n      - back\n', '      - redis-data:/data\n', 'share-a-network', 'redis'),
  compose(
    'the backend leaves the network of its databases',
    '      - front\n      - back\n    depends_on:\n      mysql',
    '      - front\n    depends_on:\n      mysql',
    'share-a-network',
    'mysql',
  ),
  compose(
    'the backend uses the network of the host',
    '    networks:\n      - front\n      - back\n    depends_on:\n      mysql',
    '    network_mode: host\n    depends_on:\n      mysql',
    'share-a-network-with-upstreams',
    'host',
    { uncured: true },
  ),
  compose('a network is misspelt in a service', '      - front\n    depends_on:\n      backend', '      - frnt\n    depends_on:\n      backend', 'declare-networks', 'frnt'),
  compose('a network is not declared', '  front: {}\n', '', 'declare-networks', 'front'),

  compose('the backend is renamed', '  backend:\n    build', '  api:\n    build', 'keep-names-others-call', 'api'),
  compose('the database is renamed', '  mysql:\n    image', '  db:\n    image', 'keep-names-others-call', 'db'),
  compose('redis is renamed', '  redis:\n    image', '  cache:\n    image', 'keep-names-others-call', 'cache'),
  compose('the frontend is renamed', '  frontend:\n    build', '  web:\n    build', 'keep-names-others-call', 'web'),

  compose('a dependency is misspelt', '      mysql:\n        condition', '      mysqll:\n        condition', 'name-existing-services', 'mysqll'),
  compose('a condition is misspelt', '      mysql:\n        condition: service_healthy', '      mysql:\n        condition: service_helthy', 'use-known-values', 'service_helthy'),
  compose(
    'frontend and backend wait for each other',
    '      redis:\n        condition: service_healthy\n',
    '      redis:\n        condition: service_healthy\n      frontend:\n        condition: service_started\n',
    'break-dependency-cycles',
    'backend',
    { uncured: true },
  ),
  compose(
    'nginx waits for nobody',
    '    depends_on:\n      frontend:\n        condition: service_healthy\n      backend:\n        condition: service_healthy\n',
    '',
    'start-upstreams-first',
    'nginx',
    { uncured: true, edits: [{ file: 'compose.yaml', from: '    restart: unless-stopped\n\n  frontend', to: '\n  frontend' }] },
  ),
  compose(
    'nginx shares the network of the frontend but publishes a port',
    '    networks:\n      - front\n    depends_on:\n      frontend',
    '    network_mode: service:frontend\n    depends_on:\n      frontend',
    'drop-ports-with-host-network',
    'ports',
    { uncured: true },
  ),
  compose(
    'redis has no health check that the backend waits for',
    '    healthcheck:\n      # redis-cli는 오류 응답을 받아도 0으로 끝날 수 있어, 답이 PONG인지까지 확인합니다.\n      test: ["CMD-SHELL", "redis-cli ping | grep -q PONG"]\n      interval: 5s\n      timeout: 3s\n      retries: 5\n',
    '',
    'add-healthcheck',
    'service_healthy',
    { uncured: true },
  ),

  compose('a variable of the database image is misspelt', 'MYSQL_ROOT_PASSWORD: ${', 'MYSQL_ROOT_PASWORD: ${', 'use-variables-the-image-reads', 'MYSQL_ROOT_PASWORD'),
  compose('a variable of .env is misspelt', 'mysql:3306/${MYSQL_DATABASE}', 'mysql:3306/${MYSQL_DATABSE}', 'set-variables', '${MYSQL_DATABSE}', { uncured: true }),
  compose('a setting of Spring is misspelt', 'SPRING_DATASOURCE_URL:', 'SPRING_DATASOURCE_ULR:', 'use-variables-the-image-reads', 'SPRING_DATASOURCE_ULR'),
  compose('a setting of an older Spring Boot', 'SPRING_DATA_REDIS_HOST:', 'SPRING_REDIS_HOST:', 'use-settings-spring-reads', 'SPRING_REDIS_HOST'),
  compose('the database user is root', 'MYSQL_USER: ${MYSQL_USER}\n      MYSQL_PASSWORD', 'MYSQL_USER: root\n      MYSQL_PASSWORD', 'name-database-user-other-than-root', 'root'),
  compose('the databases differ', 'jdbc:mysql://mysql:3306/${MYSQL_DATABASE}', 'jdbc:mysql://mysql:3306/shop', 'match-database-name', 'shop', {
    edits: [{ file: 'compose.yaml', from: '      MYSQL_DATABASE: ${MYSQL_DATABASE}', to: '      MYSQL_DATABASE: store' }],
  }),

  compose('a volume is misspelt', 'mysql-data:/var', 'mysql-dta:/var', 'declare-volumes', 'mysql-dta'),
  compose('a volume is not declared', '  redis-data: {}\n', '', 'declare-volumes', 'redis-data'),
  compose('the volume lies beside the data', '/var/lib/mysql\n', '/var/lib/mysqld\n', 'keep-database-data', 'mysql:8.4', { uncured: true }),
  compose('two containers have one name', '  redis:\n    image', '  redis:\n    container_name: shop\n    image', 'name-containers-once', 'shop', {
    edits: [{ file: 'compose.yaml', from: '  mysql:\n    image', to: '  mysql:\n    container_name: shop\n    image' }],
    uncured: true,
  }),
];
