import { compose } from '../../core/example.ts';
import { type Edit, insert } from '../../core/rule.ts';
import type { Span } from '../../core/text.ts';
import { child, textOf } from '../facts.ts';
import { indentAt } from '../indentation.ts';
import type { Service } from '../model.ts';
import { isNetworked } from '../networks.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarsUnder, variablesUnder } from '../services.ts';

const ko = {
  unmapped: '`host.docker.internal`은 리눅스에서 저절로 생기지 않습니다. 어디서나 통하게 하려면 `extra_hosts`에 `host.docker.internal:host-gateway`를 적으세요.',
  add: '`extra_hosts`에 적기',
};

const HOST = 'host.docker.internal';

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: '`host.docker.internal`은 `extra_hosts`에 적으세요',
    what: '`host.docker.internal`로 내 컴퓨터를 부르는데 `extra_hosts`에 이 이름이 없습니다.',
    why: '맥과 윈도우의 도커 데스크톱은 이 이름을 만들어 줍니다. 리눅스의 도커 엔진은 그러지 않아서 같은 파일이 서버에서만 `unknown host` 오류를 냅니다.',
    how: '`extra_hosts`에 `host.docker.internal:host-gateway`를 적으면 어디서나 통합니다.',
  },
  also: ['C805'],
  href: 'https://docs.docker.com/reference/compose-file/services/#extra_hosts',

  *service(service) {
    if (!service.block.text.includes(HOST) || !isNetworked(service) || child(service.node, 'extends')) return;
    const mapped = child(service.node, 'extra_hosts');
    if (
      mapped?.kind === 'mapping'
        ? mapped.entries.some(({ key }) => textOf(key) === HOST)
        : scalarsUnder(service.node, 'extra_hosts').some((it) => /^host\.docker\.internal\b|\$/.test(textOf(it)))
    )
      return;
    const at = placeOf(service);
    const edit = mapped ? undefined : addition(service);
    if (at) yield { at, message: ko.unmapped, ...(edit && { fixes: [{ title: ko.add, edits: [edit] }] }) };
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              PAYMENT_URL: http://host.docker.internal:9000
        #                         ^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          api:
            extra_hosts:
              - "host.docker.internal:host-gateway"
            image: eclipse-temurin:21-jre
            environment:
              PAYMENT_URL: http://host.docker.internal:9000
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            extra_hosts:
              - "host.docker.internal:host-gateway"
            environment:
              PAYMENT_URL: http://host.docker.internal:9000
      `,
    },
  ],
};

/** The first place where a variable or the command names the host. */
function placeOf({ node }: Service): Span | undefined {
  const command = child(node, 'command');
  const commands = command?.kind === 'sequence' ? command.items : command ? [command] : [];
  const words = [...variablesUnder(node).flatMap(({ value }) => value ?? []), ...commands.flatMap((it) => (it.kind === 'scalar' ? [it.raw] : []))];
  const word = words.find(({ text }) => text.includes(HOST));
  if (!word) return undefined;
  const start = word.span.start + word.text.indexOf(HOST);
  return { start, end: start + HOST.length };
}

/** The whole list, above the first key of the service. */
function addition({ node, alone, block }: Service): Edit | undefined {
  const first = node?.entries[0];
  if (!alone || !first || node.flow) return undefined;
  const indent = ' '.repeat(indentAt(block.text, first.key.span.start));
  const newline = block.text.includes('\r\n') ? '\r\n' : '\n';
  return insert(first.key.span.start, `extra_hosts:${newline}${indent}  - "${HOST}:host-gateway"${newline}${indent}`);
}
