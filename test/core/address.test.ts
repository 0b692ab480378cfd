import assert from 'node:assert/strict';
import { type Address, addressesIn, hostsIn } from '../../server/src/core/address.ts';
import { schemeOf } from '../../server/src/core/schemes.ts';
import { span } from '../../server/src/core/text.ts';

const word = (text: string, start = 100) => ({ text, span: span(start, start + text.length) });

/** `scheme user/password host port path database`, pieces that are not there as `-`. */
const shown = ({ scheme, user, password, host, port, path, database }: Address) =>
  [scheme, user && `${user.text}/${password?.text ?? ''}`, host.text, port?.text, path?.text, database?.text].map((it) => it ?? '-').join(' ');

describe('core/address', () => {
  const check = (text: string, ...expected: string[]) => it(text, () => assert.deepEqual(addressesIn(word(text)).map(shown), expected));

  check('http://api:8080/v1?x=1', 'http - api 8080 /v1 -');
  check('HTTPS://example.com', 'https - example.com - - -');
  check('see http://a:1, ws://b/x and (grpc://c:50051)', 'http - a 1 - -', 'ws - b - /x -', 'grpc - c 50051 - -');
  check('http://[::1]:3000/', 'http - [::1] 3000 / -');
  check('redis://:s3cret@cache:6379/0', 'redis - cache 6379 /0 0');
  check('redis://default:p@ss#1@cache', 'redis default/p@ss#1 cache - - -');
  check('amqps://user:pw@mq/vhost', 'amqps user/pw mq - /vhost -');
  check('mongodb://u:p@m1:27017,m2:27018,m3/shop?replicaSet=rs', 'mongodb u/p m1 27017 /shop shop', 'mongodb u/p m2 27018 /shop shop', 'mongodb u/p m3 - /shop shop');
  check('mongodb+srv://u:p@cluster.example.net/shop', 'mongodb+srv u/p cluster.example.net - /shop shop');
  check('postgresql+psycopg2://u:${PW:?need a password}@db:5432/${DB}', 'postgresql+psycopg2 u/${PW:?need a password} db 5432 /${DB} ${DB}');
  check('jdbc:mysql://db:3306/shop?useSSL=false&serverTimezone=Asia/Seoul', 'jdbc:mysql - db 3306 /shop shop');
  check('jdbc:mysql://db/shop', 'jdbc:mysql - db - /shop shop');
  check('jdbc:mysql:replication://a:1,b:2/shop', 'jdbc:mysql:replication - a 1 /shop shop', 'jdbc:mysql:replication - b 2 /shop shop');
  check('jdbc:log4jdbc:mariadb://db:3306/shop', 'jdbc:log4jdbc:mariadb - db 3306 /shop shop');
  check('jdbc:oracle:thin:@db:1521:XE', 'jdbc:oracle - db 1521 - XE');
  check('jdbc:oracle:thin:@//db:1521/FREEPDB1', 'jdbc:oracle - db 1521 /FREEPDB1 FREEPDB1');
  check('jdbc:oracle:thin:scott/tiger@db:1521/FREEPDB1', 'jdbc:oracle - db 1521 /FREEPDB1 FREEPDB1');
  check('jdbc:oracle:thin:@TNSNAME');
  check('jdbc:sqlserver://db:1433;databaseName=shop;encrypt=false', 'jdbc:sqlserver - db 1433 - shop');
  check('r2dbc:pool:postgresql://db:5432/shop', 'r2dbc:pool:postgresql - db 5432 /shop shop');
  check('jdbc:mysql://${DB_HOST:localhost}:${DB_PORT:3306}/${DB_NAME:shop}', 'jdbc:mysql - ${DB_HOST:localhost} ${DB_PORT:3306} /${DB_NAME:shop} ${DB_NAME:shop}');
  check('http://$host:$port/x', 'http - $host $port /x -');
  check('http://${A:${B:x}}.local/', 'http - ${A:${B:x}}.local - / -');
  check('kafka1:9092,kafka2:9092', '- - kafka1 9092 - -', '- - kafka2 9092 - -');
  check('127.0.0.1:3000', '- - 127.0.0.1 3000 - -');
  check('${API:-http://api:8080}', 'http - api 8080 - -');
  check('nats://a:4222,nats://b:4222', 'nats - a 4222 - -', 'nats - b 4222 - -');
  check('tcp://db:5432 -timeout 30s', 'tcp - db 5432 - -');
  check('http://api 주소와 http://웹:80', 'http - api - - -');
  check('http://api:8080.', 'http - api 8080 - -');
  for (const nothing of [
    '',
    'hello world',
    'db',
    '80:80',
    'http://',
    'http:///x',
    'http://:80',
    'jdbc:h2:mem:test',
    'unix:///var/run/docker.sock',
    'file:///a',
    'a:b',
    'jdbc:tc:mysql:8:///x',
  ])
    check(nothing);

  it('every piece stands where it is written', () => {
    const text = 'url = jdbc:mysql://u:p@m1:3306,m2/shop?a=b # x';
    for (const { host, port, path, database, user, password, whole } of addressesIn(word(text))) {
      for (const it of [host, port, path, database, user, password]) if (it) assert.equal(text.slice(it.span.start - 100, it.span.end - 100), it.text);
      assert.ok(['m1:3306', 'm2'].includes(text.slice(whole.start - 100, whole.end - 100)));
    }
    const [only] = addressesIn(word('x http://a:1/b?c#d y', 0));
    assert.deepEqual(only?.whole, span(2, 18));
  });
  it('a text that is not what is written is one place', () => {
    const at = span(5, 50);
    assert.deepEqual(
      addressesIn({ text: 'http://a:1', span: at }).map((it) => [it.host.span, it.port?.span, it.whole]),
      [[at, at, at]],
    );
  });
  it('hosts may go without ports', () => assert.deepEqual(hostsIn(word('redis, db:1')).map(shown), ['- - redis - - -', '- - db 1 - -']));
  it('knows the program behind a scheme', () =>
    assert.deepEqual(['jdbc:mysql', 'postgresql+asyncpg', 'jdbc:log4jdbc:mariadb', 'jdbc:mysql:loadbalance', 'mongodb+srv', 'jdbc:oracle', 'tcp'].map(schemeOf), [
      'mysql',
      'postgresql',
      'mariadb',
      'mysql',
      'mongodb',
      'oracle',
      'tcp',
    ]));
  it('is quick with anything', () => {
    const pieces = ['http://', 'jdbc:', 'a:', 'jdbc:oracle:thin:', '${', '$a', '@', 'a', '.', '[', 'redis://${', 'postgres+', ','];
    for (const a of pieces) for (const b of pieces) addressesIn(word(`redis://${(a + b).repeat(10_000)}=`));
  });
});
