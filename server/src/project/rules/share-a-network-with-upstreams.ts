import { SLOT } from '../../compose/stack-facts.ts';
import { compose } from '../../core/example.ts';
import type { Fact } from '../../core/fact.ts';
import type { StackFinding, StackRule } from '../rule.ts';
import { type Call, type CallPiece, callsOf } from '../stack/calls.ts';
import { networksOf, shareNetwork } from '../stack/hosts.ts';
import type { Spot, Stack, StackService } from '../stack/stack.ts';

const ko = {
  apart: (from: string, to: string, networks: readonly string[]) =>
    `\`${from}\` 서비스의 설정은 \`${to}\` 서비스에 접속하지만 둘이 함께 쓰는 네트워크가 없어 이름을 찾지 못합니다. \`networks\`에 \`${networks.join('`나 `')}\` 네트워크를 더하세요.`,
  none: (from: readonly string[], to: string, mode: string) =>
    `${from.map((it) => `\`${it}\``).join(', ')} 서비스가 \`${to}\` 서비스에 접속하지만, \`network_mode: ${mode}\`인 컨테이너는 컴포즈의 네트워크에 없어 이름으로 찾지 못합니다. \`network_mode\` 대신 \`networks\`를 적으세요.`,
  moved: (from: readonly string[], to: string, network: string) =>
    `${from.map((it) => `\`${it}\``).join(', ')} 서비스가 \`${to}\` 서비스에 접속하지만 함께 쓰는 네트워크가 없습니다. \`${to}\` 서비스의 \`networks\`에 \`${network}\` 네트워크를 더하세요.`,
  join: (network: string) => `\`${network}\` 네트워크 더하기`,
  call: '여기서 접속합니다.',
  target: '접속하려는 서비스입니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '설정 파일에서 부르는 서비스와 네트워크를 함께 쓰세요',
    what: 'nginx나 앱의 설정 파일이 부르는 서비스와 같은 네트워크에 있지 않습니다.',
    why: '서비스 이름은 같은 네트워크 안에서만 주소가 됩니다. 네트워크가 다르면 nginx는 `host not found in upstream`, 앱은 `Unknown host` 오류를 냅니다.',
    how: '두 서비스의 `networks`에 같은 이름을 적으세요.',
  },
  also: ['C214'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *check(stack) {
    const apart = callsApart(stack);
    for (const service of stack.services) {
      const callers = apart.filter(({ target }) => target === service);
      const finding = atTarget(service, callers);
      if (finding) yield finding;
      else for (const { from, host, kind } of callers) if (IN_FILES.has(kind)) yield* atCaller(from, service, host.at);
    }
  },

  examples: [
    {
      file: 'compose.yaml',
      around: { 'nginx/default.conf': 'server {\n  listen 80;\n  location / {\n    proxy_pass http://backend:8080;\n  }\n}\n' },
      bad: compose`
        services:
          web:
        # ^^^
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            networks:
              - front
          backend:
            image: eclipse-temurin:21-jre
            networks:
              - back
        networks:
          front:
          back:
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            networks:
              - front
              - back
          backend:
            image: eclipse-temurin:21-jre
            networks:
              - back
        networks:
          front:
          back:
      `,
    },
    {
      file: 'compose.yaml',
      around: { 'nginx/default.conf': 'server {\n  listen 80;\n  location / {\n    proxy_pass http://backend:8080;\n  }\n}\n' },
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            networks:
              - front
          backend:
            image: eclipse-temurin:21-jre
            networks:
              - front
              - back
        networks:
          front:
          back:
      `,
    },
  ],
};

interface Apart {
  readonly from: StackService;
  readonly target: StackService;
  readonly host: CallPiece;
  readonly kind: Call['kind'];
}

/** The first call from each service to each that it shares no network with; a network that is not declared is another mistake. */
function callsApart(stack: Stack): Apart[] {
  const declared = new Set(['default', ...stack.compose.flatMap(({ facts }) => facts.networks)]);
  const isDeclared = (service: StackService) => [...networksOf(service)].every((it) => declared.has(it) || it.includes('$'));
  const found = new Map<string, Apart>();
  for (const { from, kind, host, target } of callsOf(stack)) {
    if (target.kind !== 'service' || kind === 'healthcheck' || shareNetwork(from, target.service) || !isDeclared(from) || !isDeclared(target.service)) continue;
    const pair = `${from.name} ${target.service.name}`;
    if (!found.has(pair)) found.set(pair, { from, target: target.service, host, kind });
  }
  return [...found.values()];
}

/** Where nobody who calls a service can reach it, the service is what stands elsewhere. */
function atTarget(target: StackService, callers: readonly Apart[]): StackFinding | undefined {
  const part = target.parts.findLast(({ facts }) => facts.mode) ?? target.parts[0];
  const [first] = callers;
  if (!part || !first) return undefined;
  const { mode, networkSlot, name } = part.facts;
  const names = callers.map(({ from }) => from.name);
  const related = callers.map(({ host }) => ({ at: host.at, message: ko.call }));
  const instead = callers.map(({ host }) => ({ at: host.at, rules: ['share-a-network'] }));
  if (mode && !mode.text.includes('$')) return { at: { uri: part.uri, fact: mode }, message: ko.none(names, target.name, mode.text), related, instead };
  const network = [...networksOf(first.from)].find((it) => callers.every(({ from }) => networksOf(from).has(it)));
  if (callers.length < 2 || network === undefined) return undefined;
  return { at: { uri: part.uri, fact: name }, message: ko.moved(names, target.name, network), fixes: joining(part.uri, networkSlot, network), related, instead };
}

function* atCaller(from: StackService, target: StackService, call: Spot): Generator<StackFinding> {
  const [part] = from.parts;
  const [other] = target.parts;
  if (!part || !other) return;
  const networks = [...networksOf(target)];
  yield {
    at: { uri: part.uri, fact: part.facts.name },
    message: ko.apart(from.name, target.name, networks),
    fixes: networks.flatMap((network) => joining(part.uri, part.facts.networkSlot, network)),
    related: [
      { at: call, message: ko.call },
      { at: { uri: other.uri, fact: other.facts.name }, message: ko.target },
    ],
  };
}

const joining = (uri: string, slot: Fact | undefined, network: string) =>
  slot ? [{ title: ko.join(network), edits: [{ at: { uri, fact: slot }, text: slot.text.replace(SLOT, network) }] }] : [];

/** What is written in files beside the compose file, which a rule of the compose file does not see. */
const IN_FILES: ReadonlySet<string> = new Set(['nginx', 'settings', 'web', 'env-file']);
