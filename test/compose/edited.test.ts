import assert from 'node:assert/strict';
import { check } from '../../server/src/compose/check.ts';
import type { ComposeFile } from '../../server/src/compose/file.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { defaultSettings } from '../../server/src/core/check.ts';
import { emptyView } from '../../server/src/core/project-view.ts';
import { rules } from '../../server/src/generated/compose-rules.ts';
import { compose } from '../support/marks.ts';
import { editedTexts } from '../support/random-edits.ts';

const findings = (file: ComposeFile) =>
  check(file, rules, emptyView, defaultSettings, (id, error) => {
    throw new Error(id, { cause: error });
  });

const SHOP = compose`
  x-log: &log
    logging:
      driver: json-file
    restart: alway
  x-env: &env
    TZ: Asia/Seoul
    DB_HOST: localhost
  services:
    web:
      <<: *log
      image: nginx
      ports: ["8080:80", "127.0.0.1:9000:81"]
      depends_on:
        api:
          condition: service_healthy
      networks: [front]
    api:
      <<: *log
      build: ./api
      ports:
        - "8080:8080"
      environment:
        <<: *env
        DATABASE_URL: postgres://app:secret@dbb:5432/shop
        CACHE_URL: redis://cache:6379
        MAIL: http://localhost:8025
      depends_on: [db, cahce]
      networks: [front, back]
      deploy:
        replicas: 2
    db:
      <<: *log
      image: postgres:16
      environment:
        POSTGRES_USER: app
        POSTGRES_DB: shop
      volumes:
        - db-data:/var/lib/postgresql/data
      networks: [back]
    cache:
      image: redis:7
      container_name: api
      command: redis-server --requirepass \${REDIS_PASSWORD}
    mail:
      image: mailhog/mailhog
      ports: ["8025:8025", "5000:1025"]
      profiles: [dev]
      environment: *env
    worker:
      extends: api
      links: [db, worker]
  networks:
    front:
    bakc:
  volumes:
    db-data:
    old-data:
`;

const STACK = compose`
  services:
    zookeeper:
      image: confluentinc/cp-zookeeper:7.6.0
    kafka:
      image: apache/kafka:3.9.0
      environment:
        KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://localhost:9092
    search:
      image: elasticsearch:8.13.0
      environment:
        xpack.security.enabled: "false"
    mysql:
      image: mysql:8.4
      environment:
        MYSQL_USER: root
        MYSQL_DATABASE: shop
      secrets: [db-password]
    admin_ui:
      image: phpmyadmin
      ports: ["8081:8080"]
      environment:
        PMA_HOST: mysql
        KAFKA: kafka:9092
        SHOP_URL: http://admin_ui:80
    app:
      build: .
      env_file: .env
      environment:
        SPRING_DATASOURCE_URL: jdbc:mysql://mysql:3306/store
        SPRING_DATASOURCE_USERNAME: shop
        API_KEY: \${API_KEY}
      command: sh -c "echo $API_KEY"
      depends_on:
        mysql:
          condition: service_started
  secrets:
    db-password:
      file: ./password.txt
`;

describe('compose/check of edited files', function () {
  this.timeout(120_000);
  for (const [i, original] of [SHOP, STACK].entries()) {
    it(`finds in file ${i + 1} what it finds in the same text read afresh`, () => {
      let file = parse(original);
      for (const text of editedTexts(original, i + 1, 520)) {
        file = parse(text, file);
        assert.deepEqual(findings(file), findings(parse(text)), text);
      }
    });
  }
});
