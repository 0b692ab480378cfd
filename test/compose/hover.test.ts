import assert from 'node:assert/strict';
import { parse, topicAt } from '../../server/src/compose/index.ts';
import { viewOf } from '../../server/src/project/view.ts';
import { withCursor } from '../support/marks.ts';

const project = viewOf([{ name: '.env', text: 'TAG=8.4\nDB_PASSWORD=아무도몰라\nEMPTY=\n' }]);

describe('compose/hover', () => {
  const check = (marked: string, topic: string | undefined, live?: string) =>
    it(`${marked.replace(/\n/g, '⏎')} → ${topic ?? 'nothing'}`, () => {
      const { text, offset } = withCursor(marked);
      const hit = topicAt(parse(text), offset, project);
      assert.equal(hit?.topic, topic);
      if (live) assert.match(hit?.live?.join('\n') ?? '', new RegExp(live));
      if (hit) assert.ok(hit.span.start <= offset && offset <= hit.span.end, 'the span is around the cursor');
    });
  const service = (body: string) =>
    `services:\n  web:\n    image: nginx:1.28\n    ${body}\n  db:\n    image: mysql:8.4\n    networks: [back]\nnetworks:\n  back:\nvolumes:\n  data:\n`;

  describe('keys', () => {
    check('serv<|>ices:\n  web:\n', 'compose/services');
    check('services:\n  web:\n    buil<|>d: .', 'compose/services/build');
    check('services:\n  web:\n    build:\n      tar<|>get: x', 'compose/services/build/target');
    check('services:\n  web:\n    healthcheck:\n      inter<|>val: 10s', 'compose/services/healthcheck/interval');
    check('volumes:\n  data:\n    dri<|>ver: local', 'compose/volumes/driver');
    check('x-comm<|>on: 1', 'compose/extension');
    check('services:\n  web:\n    bog<|>us: 1', undefined);
    check(service('deploy: { resources: { limits: { mem<|>ory: 1g } } }'), 'compose/services/deploy/resources/limits/memory');
    check('{services: {web: {ima<|>ge: x}}}', 'compose/services/image');
  });

  describe('names', () => {
    check('services:\n  w<|>eb:\n    image: nginx:1.28\n', 'compose/name/service', '`nginx:1.28` 이미지로 실행');
    check('services:\n  w<|>eb:\n    build: ./web\n', 'compose/name/service', '`./web` 폴더');
    check(service('depends_on: [d<|>b]'), 'compose/reference/service', '5행에서 정의한 `db` 서비스');
    check(service('depends_on:\n      d<|>b:\n        condition: service_healthy'), 'compose/reference/service', '`db` 서비스');
    check(service('depends_on: [nob<|>ody]'), 'compose/reference/service', '정의가 없습니다');
    check(service('networks: [ba<|>ck]'), 'compose/reference/network', '`back` 네트워크');
    check(service('networks: [defau<|>lt]'), 'compose/reference/network', '프로젝트마다');
    check(service('x: 1').replace('  back:', '  ba<|>ck:'), 'compose/name/network', '쓰는 서비스: `db`');
    check(service('volumes: ["data:/x"]').replace('  data:', '  da<|>ta:'), 'compose/name/volume', '쓰는 서비스: `web`');
    check(service('secrets: [to<|>ken]'), 'compose/reference/secret', '정의가 없습니다');
    check(service('environment:\n      MYSQL_DATA<|>BASE: x'), 'image/env/MYSQL_DATABASE');
    check(service('environment:\n      FO<|>O: x'), 'compose/services/environment~name');
    check(service('build: { args: { FO<|>O: x } }'), 'compose/services/build/args~name');
  });

  describe('values', () => {
    check(service('restart: unless-st<|>opped'), 'compose/services/restart=unless-stopped');
    check(service('restart: on-fai<|>lure:3'), 'compose/services/restart=on-failure');
    check(service('restart: "n<|>o"'), 'compose/services/restart=no');
    check(service('depends_on:\n      db:\n        condition: service_hea<|>lthy'), 'compose/services/depends_on/condition=service_healthy');
    check(service('network_mode: ho<|>st'), 'compose/services/network_mode=host');
    check(service('network_mode: service:d<|>b'), 'compose/services/network_mode=service', '`db` 서비스');
    check('networks:\n  a:\n    driver: over<|>lay', 'compose/networks/driver=overlay');
    check(service('healthcheck: { interval: 1m3<|>0s }'), 'compose/services/healthcheck/interval', '1분 30초');
    check(service('x: 1').replace('mysql:8.4', 'my<|>sql:8.4'), 'image/mysql');
    check(service('x: 1').replace('mysql:8.4', 'mysql:8<|>.4'), 'reference/variant=version');
    check(service('build: ./w<|>eb'), 'compose/services/build/context', '`./web` 폴더');
    check(service('tty: tr<|>ue'), 'compose/services/tty=true');
    check(service('user: "10<|>00:1000"'), 'compose/services/user~user');
    check(service('user: "1000:10<|>00"'), 'compose/services/user~group');
    check(service('volumes:\n      - { type: bi<|>nd, source: ., target: /x }'), 'compose/services/volumes/type=bind');
    check(service('volumes:\n      - { type: bind, source: ., target: /x, bind: { selinux: <|>Z } }'), 'compose/services/volumes/bind/selinux=private');
  });

  describe('short syntax', () => {
    check(service('ports: ["127.0<|>.0.1:8080:80/tcp"]'), 'compose/services/ports~host-ip', '`127.0.0.1` 주소 `8080`번');
    check(service('ports: ["127.0.0.1:80<|>80:80/tcp"]'), 'compose/services/ports~host-port', 'http://localhost:8080');
    check(service('ports: ["127.0.0.1:8080:8<|>0/tcp"]'), 'compose/services/ports~container-port');
    check(service('ports: ["8080:80/t<|>cp"]'), 'compose/services/ports~protocol');
    check(service('ports:\n      - 80<|>80:80'), 'compose/services/ports~host-port');
    check(service('ports:\n      - 8<|>0'), 'compose/services/ports~container-port', '도커가 골라');
    check(service('ports: ["3000-30<|>05:3000-3005"]'), 'compose/services/ports~range');
    check(service('ports: ["${PORT:-80<|>80}:80"]'), 'compose/interpolation/default', '`8080` 값을 씁니다');
    check(service('volumes: ["da<|>ta:/var/lib/mysql"]'), 'compose/services/volumes~volume', '`data` 볼륨을');
    check(service('volumes: ["./sr<|>c:/app:ro"]'), 'compose/services/volumes~bind', '`./src` 경로를');
    check(service('volumes: ["./src:/a<|>pp:ro"]'), 'compose/services/volumes~target');
    check(service('volumes: ["./src:/app:r<|>o"]'), 'compose/services/volumes~mode-ro');
    check(service('volumes: ["./src:/app:ro,<|>z"]'), 'compose/services/volumes~mode-z-shared');
    check(service('volumes: ["/da<|>ta"]'), 'compose/services/volumes~anonymous');
    check(service('environment:\n      - FO<|>O=bar'), 'compose/services/environment~name');
    check(service('environment:\n      - FOO=b<|>ar'), 'compose/services/environment~value');
    check(service('environment:\n      - FO<|>O'), 'compose/services/environment~pass-through');
  });

  describe('environment values', () => {
    check(service('environment:\n      URL: http://d<|>b:3306/x'), 'compose/services/environment~value', '`db` 부분은 이 파일의 서비스');
    check(service('environment:\n      URL: jdbc:mysql://d<|>b:3306/x'), 'compose/services/environment~value', '`db` 부분');
    check(service('environment:\n      HOST: d<|>b'), 'compose/services/environment~value', '`db` 부분');
    check(service('environment:\n      URL: http://local<|>host:3306'), 'compose/services/environment~value', '그 컨테이너 자신');
  });

  describe('variables', () => {
    check(service('image: mysql:${TA<|>G}'), 'compose/interpolation/variable', '`8.4` 값');
    check(service('image: mysql:$TA<|>G'), 'compose/interpolation/variable', '`8.4` 값');
    check(service('environment: { P: "${DB_PASS<|>WORD}" }'), 'compose/interpolation/variable', '가림');
    check(service('image: mysql:${NO<|>PE}'), 'compose/interpolation/variable', '빈 값이 되고');
    check(service('image: mysql:${NOPE:?<|>정하세요}'), 'compose/interpolation/required', '`정하세요` 메시지');
    check(service('image: mysql:${NOPE:+<|>x}'), 'compose/interpolation/alternate');
    check(service('command: echo $$<|>HOME'), 'shell/echo');
    check(service('command: echo $<|>$HOME'), 'compose/interpolation/escaped');
    check(service('image: ${A:-${TA<|>G}}'), 'compose/interpolation/variable', '`8.4`');
  });

  describe('commands', () => {
    check(service('healthcheck: { test: ["C<|>MD", "curl", "-f", "http://x"] }'), 'compose/services/healthcheck/test=CMD');
    check(service('healthcheck: { test: ["CMD", "cu<|>rl", "-f", "http://x"] }'), 'shell/curl');
    check(service('healthcheck: { test: ["CMD", "curl", "-<|>f", "http://x"] }'), 'shell/curl');
    check(service('healthcheck: { test: ["CMD-SHELL", "redis-cli ping | gr<|>ep -q PONG"] }'), 'shell/grep');
    check(service('healthcheck: { test: curl -f http://x || ex<|>it 1 }'), 'shell/exit');
    check(service('healthcheck: { test: curl -f http://x |<|>| exit 1 }'), 'shell/operator/or');
    check(service('command: ["redis-ser<|>ver", "--appendonly", "yes"]'), 'shell/redis-server');
    check(service('command: ["sh", "-c", "npm ci && no<|>de x"]'), 'shell/node');
    check(service('command: my-to<|>ol --x'), 'compose/services/command', '`my-tool` 프로그램');
  });

  describe('YAML', () => {
    const merge = 'x-base: &ba<|>se\n  restart: always\nservices:\n  a:\n    image: x:1\n    <<: *base\n';
    check(merge, 'compose/yaml/anchor');
    check(merge.replace('&ba<|>se', '&base').replace('*base', '*ba<|>se'), 'compose/yaml/alias', '1행의 `&base`.*\n.*`restart`');
    check(merge.replace('&ba<|>se', '&base').replace('<<:', '<<|><:'), 'compose/yaml/merge');
    check('x-log: &log\n  dri<|>ver: local\nservices:\n  a:\n    image: x:1\n    logging: *log\n', 'compose/services/logging/driver');
    check('x-base: &base\n  restart: al<|>ways\nservices:\n  a:\n    image: x:1\n    <<: *base\n', 'compose/services/restart=always');
    check('x-base: &base\n  restart: al<|>ways\nservices:\n  a:\n    image: x:1\n    <<: [*base]\n', 'compose/services/restart=always');
    check('x-env: &env\n  MYSQL_DATA<|>BASE: x\nservices:\n  a:\n    image: x:1\n    environment: *env\n', 'image/env/MYSQL_DATABASE');
    check('x-none: &none\n  dri<|>ver: local\n', undefined);
    check('services:\n  a:\n    ports: !re<|>set []\n', 'compose/yaml/reset');
    check('services:\n  a:\n    env_file: !over<|>ride\n      - x\n', 'compose/yaml/override');
  });

  describe('positions', () => {
    check('\uFEFF# 한글 😀\r\nservices:\r\n  web:\r\n    image: ngi<|>nx:1\r\n', 'image/nginx');
    check('services:\n  web:\n    labels: { 이름: "😀😀" }\n    restart: al<|>ways\n', 'compose/services/restart=always');
    check('services:\n  웹:\n    image: "😀"\n    tty: tr<|>ue\n', 'compose/services/tty=true');
  });
});
