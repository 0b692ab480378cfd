import { isLoopback } from '../../core/address.ts';
import { compose } from '../../core/example.ts';
import { placed, replace } from '../../core/rule.ts';
import { type Span, shift } from '../../core/text.ts';
import { endpointsUnder } from '../endpoints.ts';
import { environmentOf } from '../environment.ts';
import { gathered } from '../gathered.ts';
import { hubImage } from '../known-images.ts';
import type { ComposeModel, Service } from '../model.ts';
import { serviceNamed } from '../networks.ts';
import type { ComposeRule } from '../rule.ts';
import { imageOf, mountsOf, variablesUnder } from '../services.ts';

const ko = {
  local: (name: string) => `Kafka가 접속할 주소로 \`localhost\`만 알려 주어서 다른 컨테이너는 접속하지 못합니다. \`${name}\` 서비스 이름으로 적으세요.`,
  unset: (name: string) => `이 이미지는 따로 정하지 않으면 접속할 주소로 \`localhost\`를 알려 줍니다. \`KAFKA_ADVERTISED_LISTENERS\`에 \`${name}\` 서비스 이름을 적으세요.`,
  client: '여기에서 Kafka에 접속합니다.',
  change: (name: string) => `\`${name}\` 이름으로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: 'Kafka의 접속 주소를 서비스 이름으로 알려 주세요',
    what: 'Kafka가 알려 주는 접속 주소가 `localhost`뿐인데 다른 서비스가 접속합니다.',
    why: 'Kafka에 처음 접속하면 `KAFKA_ADVERTISED_LISTENERS`의 주소로 다시 접속하라는 답을 받습니다. 그 주소가 `localhost`이면 다른 컨테이너는 자기 자신에게 접속하다 실패합니다.',
    how: '`PLAINTEXT://kafka:9092`처럼 서비스 이름을 적으세요. 내 컴퓨터에서도 접속하려면 포트가 다른 리스너를 하나 더 두고 그쪽만 `localhost`로 알려 주세요.',
  },
  also: ['C714'],
  href: 'https://hub.docker.com/r/apache/kafka',

  *file(model, project) {
    for (const { service, answer } of brokers(model)) {
      const { variable, local, image } = answer;
      const { values, complete } = environmentOf(service, project);
      const isDefault =
        answer.isApache &&
        complete &&
        ![...values.keys()].some((name) => name.startsWith('KAFKA_')) &&
        mountsOf(service).every(({ target }) => target && !/conf/.test(target.text));
      const at = local && variable?.value ? variable.value.span : isDefault ? image?.raw.span : undefined;
      const client = at && clientOf(model, service);
      if (!at || !client) continue;
      const only = local?.length === 1 && variable?.value ? local[0] : undefined;
      const host = only && shift(only, service.start + (variable?.value?.span.start ?? 0));
      const found = placed(service.start, { at, message: local ? ko.local(service.name) : ko.unset(service.name) });
      yield { ...found, related: [{ at: client, message: ko.client }], ...(host && { fixes: [{ title: ko.change(service.name), edits: [replace(host, service.name)] }] }) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            build: .
            environment:
              SPRING_KAFKA_BOOTSTRAP_SERVERS: kafka:9092
          kafka:
            image: confluentinc/cp-kafka:7.9.0
            environment:
              KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://localhost:9092
        #                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          api:
            build: .
            environment:
              SPRING_KAFKA_BOOTSTRAP_SERVERS: kafka:9092
          kafka:
            image: confluentinc/cp-kafka:7.9.0
            environment:
              KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092
      `,
    },
    {
      good: compose`
        services:
          api:
            build: .
            environment:
              SPRING_KAFKA_BOOTSTRAP_SERVERS: kafka:29092
          kafka:
            image: confluentinc/cp-kafka:7.9.0
            environment:
              KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:29092,HOST://localhost:9092
      `,
    },
  ],
};

/** The hosts of listeners that all are `localhost`, with their places in the value. */
function localListeners(value: string): readonly Span[] | undefined {
  if (value.includes('$')) return undefined;
  const hosts = [...value.matchAll(/:\/\/([^:,/]*)/g)].map(({ index, 1: host = '' }) => ({ host, at: { start: index + 3, end: index + 3 + host.length } }));
  return hosts.length > 0 && hosts.every(({ host }) => isLoopback(host) && host !== '0.0.0.0') ? hosts.map(({ at }) => at) : undefined;
}

/** Where another service names this one as the place to connect to. */
function clientOf(model: ComposeModel, kafka: Service): Span | undefined {
  for (const service of model.services) {
    if (service.name === kafka.name) continue;
    const endpoint = endpointsUnder(service).find(({ host }) => serviceNamed(model, host.text)?.name === kafka.name);
    if (endpoint) return shift(endpoint.host.span, service.start);
  }
  return undefined;
}

/** Services that may tell their clients `localhost`. */
const brokers = gathered((service) => {
  const variable = variablesUnder(service.node).find(({ name }) => /^KAFKA_(?:CFG_)?ADVERTISED_LISTENERS$/.test(name.text));
  const local = variable?.value ? localListeners(variable.value.text) : undefined;
  const isApache = hubImage(service)?.name === 'apache/kafka';
  return local || isApache ? { variable, local, image: imageOf(service), isApache } : undefined;
});
