import { firstOf, hardwareProblem, isAddress, isNetwork } from '../../server/src/compose/grammar/addresses.ts';
import { environmentEntry, extraHostProblem, variableProblem } from '../../server/src/compose/grammar/entries.ts';
import { isDrivelikeVolume, mountOf, mountProblem } from '../../server/src/compose/grammar/mounts.ts';
import { restartProblem } from '../../server/src/compose/grammar/policies.ts';
import { type PublishedPort, portProblem, portsOf, publishedProblem, rangeOf } from '../../server/src/compose/grammar/ports.ts';
import { imageProblem } from '../../server/src/core/grammar/images.ts';
import { platformProblem } from '../../server/src/core/grammar/platforms.ts';
import { signalProblem } from '../../server/src/core/grammar/signals.ts';
import { said, table } from '../support/table.ts';

describe('compose/grammar', () => {
  describe('ports', () => {
    table('refused', said(portProblem), {
      '80': undefined,
      '8080:80': undefined,
      '127.0.0.1:8080:80/tcp': undefined,
      '127.0.0.1::80': undefined,
      '[::1]:8080:80': undefined,
      '::1:8080:80': undefined,
      '8000-8002:80': undefined,
      '8000-8002:80-82/UDP': undefined,
      ':80': undefined,
      '80/': undefined,
      '0:80': undefined,
      '080': undefined,
      '': 'empty: ',
      '8080:': 'no-container-port: 8080:',
      '/tcp': 'no-container-port: /tcp',
      '8080:0': 'zero: 0',
      '8080:abc': 'not-a-port: abc',
      'abc:80': 'not-a-port: abc',
      '80 80:80': 'space: 80 80',
      ' 80:80': 'space:  80',
      '70000:80': 'too-large: 70000',
      '8080:80000': 'too-large: 80000',
      '-80': 'not-a-port: -80',
      '80-81-82': 'not-a-port: 80-81-82',
      '90-80:80': 'backwards: 90-80',
      '8080:80/http': 'protocol: http',
      '80/tcp/udp': 'protocol: tcp/udp',
      'localhost:8080:80': 'address: localhost',
      '256.0.0.1:80:80': 'address: 256.0.0.1',
      '8080:8080:80:90': 'address: 8080:8080',
      '127.0.0.1:80': 'no-host-port: 127.0.0.1',
      '[::1]:80': 'no-host-port: [::1]',
      '8000-8002:80-81': 'ranges: 8000-8002:80-81',
      '3000:80-81': 'ranges: 3000:80-81',
      '８０:80': 'not-a-port: ８０',
    });
    const port = (target: number, published?: string, more: { hostIp?: string } = {}): PublishedPort => ({
      mode: 'ingress',
      ...more,
      target,
      ...(published !== undefined && { published }),
      protocol: 'tcp',
    });
    table('made of', portsOf, {
      '80': [port(80)],
      '8080:80': [port(80, '8080')],
      '22:22': [port(22, '22')],
      '8000-8002:80': [port(80, '8000-8002')],
      '3000-3001:80-81': [port(80, '3000'), port(81, '3001')],
      '80-81': [port(80), port(81)],
      '80-80:80': [port(80, '80')],
      '127.0.0.1::80': [port(80, undefined, { hostIp: '127.0.0.1' })],
      '[::1]:8080:80': [port(80, '8080', { hostIp: '::1' })],
      '53:53/UDP': [{ mode: 'ingress', target: 53, published: '53', protocol: 'udp' }],
      abc: [],
    });
    table('published', said(publishedProblem), {
      '8080': undefined,
      '': undefined,
      '8000-8010': undefined,
      '8080/tcp': undefined,
      abc: 'not-a-port: abc',
      '70000': 'too-large: 70000',
    });
    table('range', rangeOf, { '80': { first: 80, last: 80 }, '80-90': { first: 80, last: 90 }, x: undefined });
  });

  describe('addresses', () => {
    for (const good of ['0.0.0.0', '::', '::1', 'fe80::1', '::ffff:10.0.0.1', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:10.0.0.1', '1::8']) table('address', isAddress, { [good]: true });
    for (const bad of ['256.0.0.1', '10.0.0', '01.2.3.4', '1:2:3', '1::2::3', 'fe80::1%eth0', '1:2:3:4:5:6:7:8:9', ':::', '1.2.3.4::', '', 'localhost'])
      table('address', isAddress, { [bad]: false });
    table('network', isNetwork, { '172.28.0.0/16': true, 'fd00::/8': true, '10.0.0.0': false, '10.0.0.0/33': false, '10.0.0.0/8/8': false, '/8': false });
    table('first of', firstOf, {
      '172.28.5.1/16': '172.28.0.0/16',
      '10.0.0.7/30': '10.0.0.4/30',
      '10.0.0.0/8': '10.0.0.0/8',
      '192.168.255.255/0': '0.0.0.0/0',
      '1.2.3.4/32': '1.2.3.4/32',
    });
    table('hardware', said(hardwareProblem), {
      '02:42:ac:11:00:02': undefined,
      '02-42-ac-11-00-02': undefined,
      '0242.ac11.0002': undefined,
      '02:42:ac:11:00': 'not-hardware: 02:42:ac:11:00',
      '02:42-ac:11:00:02': 'not-hardware: 02:42-ac:11:00:02',
    });
  });

  describe('mounts', () => {
    table('refused', said(mountProblem), {
      'data:/data': undefined,
      '/data': undefined,
      '.': undefined,
      '::': undefined,
      'a::b': undefined,
      'C:\\x:/data:ro': undefined,
      'c:\\a:d:\\b:ro': undefined,
      'a:/b:ro:z': undefined,
      'v:b:c': undefined,
      '': 'empty: ',
      ':/data': 'empty-section: :',
      './data:': 'empty-section: :',
      './data::/x': 'empty-section: ::',
      './a:/b:ro:z': 'too-many-colons: :z',
      'data:/a:/b:/c:/d': 'too-many-colons: :/c:/d',
    });
    const mount = (type: 'bind' | 'volume', source: string | undefined, target: string, more = {}) => ({
      type,
      ...(source !== undefined && { source }),
      target,
      readOnly: false,
      noCopy: false,
      ...more,
    });
    table('made of', mountOf, {
      'data:/data': mount('volume', 'data', '/data'),
      './d:/d': mount('bind', './d', '/d'),
      '~/d:/d': mount('bind', '~/d', '/d'),
      '/d:/d:ro': mount('bind', '/d', '/d', { readOnly: true }),
      '/d:/d:ro,rw': mount('bind', '/d', '/d'),
      './d:d': mount('bind', './d', 'd'),
      './d:/d:readonly': mount('bind', './d', '/d'),
      './d:/d:z,rslave': mount('bind', './d', '/d', { selinux: 'z', propagation: 'rslave' }),
      'data:/d:nocopy': mount('volume', 'data', '/d', { noCopy: true }),
      'data/x:/d': mount('volume', 'data/x', '/d'),
      '/var/lib': mount('volume', undefined, '/var/lib'),
      'd:/data': mount('volume', undefined, 'd:/data'),
      'd:/x:/y': mount('bind', 'd:/x', '/y'),
      '.\\d:/d': mount('bind', '.\\d', '/d'),
      '\\\\.\\pipe\\x:/d': mount('bind', '\\\\.\\pipe\\x', '/d'),
      'a::b': mount('volume', 'a:', 'b', { source: 'a:', type: 'bind' }),
      ':/d': undefined,
    });
    table('like a drive', isDrivelikeVolume, { 'd:/data': true, 'd:/data:ro': true, 'd:/data:/data': false, 'db:/data': false, 'C:\\data': false });
  });

  describe('entries', () => {
    table('variable', (text) => [environmentEntry(text).name.text, environmentEntry(text).value?.text], {
      'A=1': ['A', '1'],
      'A= 1': ['A', ' 1'],
      'A="1"': ['A', '"1"'],
      'A=b=c': ['A', 'b=c'],
      'A=': ['A', ''],
      A: ['A', undefined],
    });
    table('refused variable', said(variableProblem), {
      'A=1': undefined,
      'A= 1': undefined,
      'A = 1': 'space-before-equals:  ',
      'A\t=1': 'space-before-equals: \t',
      'A ': 'space-behind-name:  ',
      ' A=1': undefined,
    });
    table('refused host', said(extraHostProblem), {
      'a=1.2.3.4': undefined,
      'a:1.2.3.4': undefined,
      'a:::1': undefined,
      'a=[::1]': undefined,
      'a=1.2.3.4,5.6.7.8': undefined,
      'a:host-gateway': undefined,
      a: 'no-address: a',
      'a=': 'empty-address: a=',
      ':1.2.3.4': 'no-name: :1.2.3.4',
      'a:b=1.2.3.4': 'bad-name: a:b',
      'a:b': 'bad-address: b',
      'a=1.2.3.4,x': 'bad-address: x',
    });
  });

  describe('names', () => {
    table('refused image', said(imageProblem), {
      nginx: undefined,
      'nginx:1.28-alpine': undefined,
      'ghcr.io/shop/web_front:1.0-RC1': undefined,
      'localhost:5000/redis': undefined,
      'MyOrg/app': undefined,
      'a__b/c--d:x': undefined,
      [`nginx@sha256:${'a'.repeat(64)}`]: undefined,
      [`nginx:1@sha256:${'a'.repeat(64)}`]: undefined,
      MyApp: 'uppercase: MyApp',
      'shop/MyApp:1': 'uppercase: MyApp',
      'my app': 'space:  ',
      'https://ghcr.io/a': 'scheme: https://',
      'a:1:2': 'two-tags: :2',
      'a:': 'empty-tag: :',
      'a:-x': 'bad-tag: -x',
      'a@sha256:abc': 'bad-digest: sha256:abc',
      쇼핑몰: 'bad-name: 쇼핑몰',
      'a//b': 'bad-name: a//b',
      '-a': 'bad-name: -a',
      a_: 'bad-name: a_',
      'shop.io:x/a': 'bad-name: shop.io:x',
    });
    table('refused restart', said(restartProblem), {
      no: undefined,
      any: undefined,
      'on-failure:3': undefined,
      'on-failure:x': undefined,
      '': undefined,
      alway: 'unknown: alway',
      on_failure: 'unknown: on_failure',
      'always:3': 'retries: :3',
      'on-failure:-1': 'negative: -1',
    });
    table('refused signal', said(signalProblem), { SIGTERM: undefined, int: undefined, '9': undefined, 'SIGRTMIN+3': undefined, SIGFOO: 'unknown: SIGFOO', '0': 'unknown: 0' });
    table('refused platform', said(platformProblem), {
      'linux/amd64': undefined,
      'linux/arm64/v8': undefined,
      linux: undefined,
      arm64: undefined,
      'windows(10.0.17763)/amd64': undefined,
      linux_amd64: 'unknown: linux_amd64',
      'linux/arm64/v8/x': 'too-many-parts: linux/arm64/v8/x',
      'linux/': 'bad-part: linux/',
    });
  });
});
