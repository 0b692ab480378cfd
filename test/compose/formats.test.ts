import assert from 'node:assert/strict';
import { failsLater } from '../../server/src/compose/formats.ts';
import { modelOf } from '../../server/src/compose/model.ts';
import { parse } from '../../server/src/compose/parse.ts';
import { misfitsOf } from '../../server/src/compose/walk.ts';

/** A file with one value at a path: keys with dots between them, `[]` for an item. */
function fileWith(path: string, value: string): string {
  let text = '';
  let indent = '';
  let isItem = false;
  for (const step of path.split('.')) {
    if (step === '[]') {
      text += `\n${indent}-`;
      isItem = true;
    } else {
      text += isItem ? ` ${step}:` : `\n${indent}${step}:`;
      isItem = false;
    }
    indent += '  ';
  }
  return `${text} ${value}\n`.trimStart();
}

describe('compose/formats', () => {
  /** `reason: what is underlined`, with `later` in front where only the engine refuses it. */
  const check = (path: string, rows: Readonly<Record<string, string | undefined>>) => {
    for (const [value, expected] of Object.entries(rows)) {
      it(`${path}: ${value} → ${expected ?? 'fine'}`, () => {
        const text = fileWith(path, value);
        const found = modelOf(parse(text)).parts.flatMap((part) =>
          misfitsOf(part).flatMap((misfit) => {
            if (misfit.kind !== 'bad-format') return misfit.kind === 'missing-key' ? [] : [misfit.kind];
            const { problem } = misfit;
            const piece = text.slice(part.start + problem.span.start, part.start + problem.span.end);
            return [`${failsLater(problem) ? 'later ' : ''}${problem.reason}: ${piece}`];
          }),
        );
        assert.deepEqual(found, expected === undefined ? [] : [expected]);
      });
    }
  };

  check('services.web.healthcheck.interval', {
    '10s': undefined,
    '"1m30s"': undefined,
    '10초': 'unknown-unit: 초',
    '"10"': 'no-unit: 10',
    '10': 'wrong-kind',
    '""': 'empty: ""',
    '${T}': undefined,
    '"10 s"': 'space:  s',
  });
  check('services.web.deploy.restart_policy.delay', { '5s': undefined, '5': 'wrong-kind', '5초': 'unknown-unit: 초' });
  check('services.web.mem_limit', { '512m': undefined, '-1': undefined, '1.5': undefined, '512MBs': 'unknown-unit: MBs', '""': 'empty: ""' });
  check('services.web.deploy.resources.limits.memory', { '1g': undefined, '1,5g': 'not-a-size: 1,5g', '512': 'wrong-kind' });
  check('services.web.blkio_config.device_read_bps.[].rate', { '"12mb"': undefined, '12': undefined, '"12 mbps"': 'unknown-unit: mbps' });
  check('services.web.tty', {
    true: undefined,
    yes: undefined,
    '"true"': undefined,
    '"1"': 'not-a-boolean: 1',
    ture: 'not-a-boolean: ture',
    '1': 'wrong-kind',
    '""': 'not-a-boolean: ""',
    '!abc': 'not-a-boolean: ',
  });
  check('networks.front.internal', { on: undefined, maybe: 'not-a-boolean: maybe' });
  check('volumes.data.external', { False: undefined, 예: 'not-a-boolean: 예' });
  check('services.web.cpu_shares', {
    '512': undefined,
    '"512"': undefined,
    '"-3"': undefined,
    '"1.5"': 'not-whole: 1.5',
    '0.5 core': 'unit: 0.5 core',
    abc: 'not-a-number: abc',
    '"99999999999999999999"': 'too-large: 99999999999999999999',
  });
  check('services.web.oom_score_adj', { '500': undefined, '"500"': undefined, '"2000"': 'out-of-range', '2000': 'out-of-range' });
  check('services.web.scale', { '2': undefined, '2.0': undefined, '1.5': 'wrong-kind', '"-1"': 'out-of-range', '두 개': 'not-a-number: 두 개' });
  check('services.web.healthcheck.retries', { '3': undefined, '"3"': undefined, '3회': 'unit: 3회', '-3': 'negative: -3', '"-3"': 'negative: -3', '1.5': undefined });
  check('services.web.cpus', { '0.5': undefined, '".5"': undefined, '1e3': undefined, '"0,5"': 'comma: 0,5', '"50%"': 'unit: 50%', '" 1"': 'space:  1' });
  check('services.web.cpu_percent', { '50': undefined, '"50"': undefined, '"101"': 'out-of-range', '"1.5"': 'not-whole: 1.5' });
  check('services.web.gpus.[].count', { all: undefined, ALL: undefined, '1': undefined, '"2"': undefined, '1e3': 'not-whole: 1e3', some: 'not-a-number: some' });
  check('services.web.ulimits.nofile', { '1024': undefined, '"1024"': undefined, '1e3': 'not-whole: 1e3', many: 'not-a-number: many' });
  check('services.web.configs.[].mode', { '0440': undefined, '"0440"': undefined, '"0o440"': 'not-octal: 0o440', '1.5': 'not-whole: 1.5', '"9"': 'not-octal: 9' });
  check('services.web.blkio_config.weight', { '300': undefined, '"300"': 'quoted: 300', '-3': 'negative: -3' });
  check('services.web.expose.[]', { '80': undefined, '"80/tcp"': undefined, '80.5': 'not-whole: 80.5' });
  check('services.web.ports.[]', {
    '80': undefined,
    '"8080:80"': undefined,
    '8080:80': undefined,
    "'127.0.0.1:80:80'": undefined,
    '${PORT}:80': undefined,
    '"8080:abc"': 'not-a-port: abc',
    '"80:80/http"': 'protocol: http',
    '70000': 'too-large: 70000',
    '0': 'zero: 0',
    '-5': 'negative: -5',
    '80.5': 'not-whole: 80.5',
    '“80:80”': 'not-a-port: 80”',
    '"80\\x3a80/x"': 'protocol: 80\\x3a80/x',
  });
  check('services.web.ports.[].target', { '80': undefined, '"80"': undefined, '70000': 'later too-large: 70000', '"80/tcp"': 'unit: 80/tcp' });
  check('services.web.ports.[].published', { '8080': undefined, '"8080"': undefined, '"8000-8010"': undefined, '"8080번"': 'later not-a-port: 8080번', '1e3': 'not-whole: 1e3' });
  check('services.web.ports.[].host_ip', { '127.0.0.1': undefined, '"::"': undefined, localhost: 'not-an-address: localhost', '""': 'empty: ""' });
  check('services.web.volumes.[]', {
    './a:/b': undefined,
    'C:\\a:/b:ro': undefined,
    './a:/b:ro:z': 'too-many-colons: :z',
    '":/b"': 'empty-section: :',
    '"/b:"': 'empty-section: :',
    '""': 'empty: ""',
  });
  check('services.web.devices.[]', { '/dev/a': undefined, '/dev/a:/dev/b:rwm': undefined, '/dev/a:/dev/b:rwm:x': 'too-many-colons: :x' });
  check('services.web.extra_hosts.[]', { 'a:1.2.3.4': undefined, a: 'no-address: a', 'a:localhost': 'later bad-address: localhost' });
  check('services.web.extra_hosts.a', { '1.2.3.4': undefined, 'host-gateway': undefined, localhost: 'later bad-address: localhost' });
  check('services.web.environment.[]', { 'A=1': undefined, 'A= 1': undefined, 'A = 1': 'space-before-equals:  ', '"A "': 'space-behind-name:  ', '$A = 1': undefined });
  check('services.web.build.args.[]', { 'A=1': undefined, '"A "': undefined, 'A =1': 'space-before-equals:  ' });
  check('services.web.build.ssh.[]', { default: undefined, 'a=/b': undefined, '~/.ssh/id': 'no-equals: ~/.ssh/id' });
  check('services.web.build.additional_contexts.[]', { 'a=/b': undefined, default: 'no-equals: default' });
  check('services.web.security_opt.[]', { 'no-new-privileges': undefined, 'seccomp=unconfined': undefined, 'label:disable': undefined, unconfined: 'later no-equals: unconfined' });
  check('services.web.command', { 'npm start': undefined, 'sh -c "a && b"': undefined, "echo it's": "open-quote: 's", 'echo (a)': 'parenthesis: (' });
  check('services.web.env_file.[].format', { raw: undefined, json: 'unknown: json' });
  check('services.web.image', { 'nginx:1.28-alpine': undefined, '${A}/B': undefined, MyApp: 'later uppercase: MyApp', 'a:1:2': 'later two-tags: :2' });
  check('services.web.restart', { always: undefined, '"no"': undefined, alway: 'later unknown: alway' });
  check('services.web.deploy.restart_policy.condition', { any: undefined, 'on-failure': undefined, sometimes: 'later unknown: sometimes' });
  check('services.web.stop_signal', { SIGINT: undefined, SIGFOO: 'later unknown: SIGFOO' });
  check('services.web.platform', { 'linux/amd64': undefined, linux_amd64: 'later unknown: linux_amd64' });
  check('services.web.mac_address', { '02:42:ac:11:00:02': undefined, abc: 'later not-hardware: abc' });
  check('services.web.dns', { '8.8.8.8': undefined, 'dns.google': 'later not-an-address: dns.google' });
  check('services.web.networks.front.ipv4_address', { '172.28.0.5': undefined, '"::1"': 'later wrong-family: ::1', abc: 'later not-an-address: abc' });
  check('services.web.networks.front.ipv6_address', { '"fd00::5"': undefined, '172.28.0.5': 'later wrong-family: 172.28.0.5' });
  check('networks.front.ipam.config.[].subnet', { '172.28.0.0/16': undefined, '172.28.0.1/16': 'later host-bits: 172.28.0.1/16', '172.28.0.0': 'later not-a-network: 172.28.0.0' });
});
