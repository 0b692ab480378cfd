import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { Word } from '../../core/text.ts';
import { child, textOf } from '../facts.ts';
import { loopbackIn, silentServer } from '../listening.ts';
import { isNetworked } from '../networks.ts';
import type { ComposeRule } from '../rule.ts';
import { portsOf, variablesUnder } from '../services.ts';

const ko = {
  loopback: (address: string) => `\`${address}\`에서만 접속을 받으면 \`ports\`로 열어도 컨테이너 밖에서 접속할 수 없습니다. \`0.0.0.0\`으로 바꾸세요.`,
  byDefault: (server: string, option: string) => `\`${server}\` 서버는 따로 정하지 않으면 컨테이너 안의 접속만 받습니다. 명령에 \`${option}\` 옵션을 더하세요.`,
  change: '`0.0.0.0`으로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '포트를 연 서버는 `0.0.0.0`에서 접속을 받게 하세요',
    what: '`ports`로 연 서비스의 서버가 `127.0.0.1`이나 `localhost`에서만 접속을 받습니다.',
    why: '컨테이너 안의 `127.0.0.1`은 컨테이너 자신입니다. `ports`로 들어온 접속은 컨테이너의 다른 주소로 오므로 `Empty reply from server`나 `ERR_EMPTY_RESPONSE` 오류가 납니다.',
    how: '서버가 `0.0.0.0`에서 접속을 받도록 `--host 0.0.0.0` 같은 옵션이나 환경 변수를 적으세요. 내 컴퓨터에만 열려면 `ports`를 `"127.0.0.1:8000:8000"`처럼 적으세요.',
  },
  also: ['C812'],
  href: 'https://docs.docker.com/engine/network/port-publishing/',

  *service(service) {
    const { node } = service;
    if (!isNetworked(service) || portsOf(service).length === 0) return;
    const variables = variablesUnder(node);
    for (const { name, value } of variables) {
      const address = value && ADDRESS_NAMES.test(name.text) ? /^(?:127\.0\.0\.1|localhost)(?=$|:\d+$)/.exec(value.text)?.[0] : undefined;
      if (!value || !address) continue;
      const at = { start: value.span.start, end: value.span.start + address.length };
      yield { at, message: ko.loopback(address), fixes: [{ title: ko.change, edits: [replace(at, '0.0.0.0')] }] };
    }
    const command = child(node, 'command');
    const items = (command?.kind === 'sequence' ? command.items : command ? [command] : []).flatMap((it) => (it.kind === 'scalar' && it.style !== 'block' ? [it] : []));
    if (!command || items.some(({ raw }) => raw.text.includes('$'))) return;
    const words = items.map(({ raw }): Word => raw);
    const found = loopbackIn(words);
    if (found) yield { at: found.span, message: ko.loopback(found.text), fixes: [{ title: ko.change, edits: [replace(found.span, '0.0.0.0')] }] };
    // An entry point or a variable may say the rest.
    else if (!child(node, 'entrypoint') && !child(node, 'env_file') && !variables.some(({ name }) => /HOST|BIND|ADDR/.test(name.text))) {
      const silent = silentServer(items.map(textOf).join(' '));
      if (silent) yield { at: command.span, message: ko.byDefault(silent.server, silent.option) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            build: .
            command: uvicorn main:app --host 127.0.0.1 --port 8000
        #                                    ^^^^^^^^^
            ports:
              - "8000:8000"
      `,
      fixed: compose`
        services:
          api:
            build: .
            command: uvicorn main:app --host 0.0.0.0 --port 8000
            ports:
              - "8000:8000"
      `,
    },
    {
      bad: compose`
        services:
          web:
            build: .
            command: ["python", "manage.py", "runserver"]
        #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            ports:
              - "8000:8000"
      `,
    },
    {
      good: compose`
        services:
          api:
            build: .
            command: uvicorn main:app --host 0.0.0.0
            ports:
              - "127.0.0.1:8000:8000"
          web:
            build: .
            command: python manage.py runserver 0.0.0.0:8000
            environment:
              DB_HOST: localhost
            ports:
              - "8001:8000"
          worker:
            build: .
            command: uvicorn worker:app
      `,
    },
  ],
};

/** Variables that say where a server listens. */
const ADDRESS_NAMES =
  /^(?:HOST|BIND|BIND_ADDR|BIND_ADDRESS|BIND_HOST|LISTEN|LISTEN_ADDR|LISTEN_ADDRESS|LISTEN_HOST|SERVER_ADDRESS|HOSTNAME|UVICORN_HOST|FLASK_RUN_HOST|GRADIO_SERVER_NAME)$/;
