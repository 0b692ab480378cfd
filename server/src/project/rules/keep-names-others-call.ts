import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import type { Consequence, StackRule } from '../rule.ts';
import { callsOf } from '../stack/calls.ts';
import { hostsOf } from '../stack/hosts.ts';
import { listensOf } from '../stack/listens.ts';
import { each, type Stack, type StackService } from '../stack/stack.ts';

const ko = {
  renamed: (service: string, name: string, count: number) =>
    `${count}곳에서 \`${name}\` 서비스를 부르는데 그런 이름의 서비스가 없습니다. 이 \`${service}\` 서비스를 뜻한다면 \`${name}\` 이름으로 되돌리거나, 부르는 곳을 모두 \`${service}\` 이름으로 고치세요.`,
  back: (name: string) => `\`${name}\` 이름으로 되돌리기`,
  call: (name: string) => `여기에서 \`${name}\` 서비스를 부릅니다.`,
};

export const rule: StackRule = {
  severity: 'error',
  scope: 'project',
  lesson: {
    title: '서비스의 이름을 바꾸면 부르는 곳도 함께 바꾸세요',
    what: '여러 곳에서 부르는 서비스가 없고, 그 자리에 아무도 부르지 않는 서비스가 있습니다. 서비스의 이름만 바꾼 것으로 보입니다.',
    why: '서비스 이름은 다른 컨테이너가 쓰는 주소입니다. 이름만 바꾸면 `depends_on`은 `undefined service` 오류를 내고, nginx는 `host not found in upstream`, 앱은 `Unknown host` 오류를 냅니다.',
    how: '이름을 되돌리거나, `depends_on`, 환경 변수, nginx 설정에 적힌 옛 이름을 모두 새 이름으로 바꾸세요.',
  },
  also: ['X106', 'C203'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *check(stack) {
    const missing = missingNames(stack);
    if (missing.size === 0) return;
    const idle = uncalled(stack);
    for (const [name, uses] of missing) {
      const found = idle.filter((it) => couldBe(it, name, uses));
      const [service] = found;
      const part = service?.parts[0];
      if (!service || !part || found.length > 1 || uses.length < 2) continue;
      const at = { uri: part.uri, fact: part.facts.name };
      yield {
        at,
        message: ko.renamed(service.name, name, uses.length),
        severity: uses.some(({ isFatal }) => isFatal) ? 'error' : 'warning',
        fixes: service.parts.length === 1 ? [{ title: ko.back(name), edits: [{ at, text: name }] }] : [],
        related: uses.map((use) => ({ at: use.at, message: ko.call(name) })),
        instead: uses,
      };
    }
  },

  examples: [
    {
      file: 'compose.yaml',
      around: {
        'nginx/default.conf': 'server {\n  listen 80;\n  location / {\n    proxy_pass http://backend:8080;\n  }\n}\n',
        'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\n',
      },
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            depends_on:
              - backend
          api:
        # ^^^
            build: ./backend
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            depends_on:
              - backend
          backend:
            build: ./backend
      `,
    },
    {
      file: 'compose.yaml',
      around: {
        'nginx/default.conf': 'server {\n  listen 80;\n  location / {\n    proxy_pass http://api:8080;\n  }\n}\n',
        'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\n',
      },
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            depends_on:
              - api
          api:
            build: ./backend
      `,
    },
  ],
};

interface Use extends Consequence {
  readonly port?: string;
  /** Docker or nginx refuses to start. */
  readonly isFatal: boolean;
}

/** Every place that names a service which nobody has, by the name. */
function missingNames(stack: Stack): ReadonlyMap<string, readonly Use[]> {
  const known = stack.services.flatMap((it) => [...hostsOf(it)]);
  const found = new Map<string, Use[]>();
  const add = (name: string, use: Use) => found.set(name, [...(found.get(name) ?? []), use]);
  for (const service of stack.services) {
    for (const { uri, it } of each(service, 'dependsOn')) {
      if (!stack.services.some((other) => other.name === it.name.text)) add(it.name.text, { at: { uri, fact: it.name }, rules: ['name-existing-services'], isFatal: true });
    }
  }
  for (const { kind, host, port, target, late } of callsOf(stack)) {
    if (target.kind === 'unknown') add(host.text, { at: host.at, rules: HOSTS, isFatal: kind === 'nginx' && !late, ...(port && { port: port.text }) });
  }
  // What is only misspelt is said where it stands.
  for (const name of found.keys()) if (name.includes('$') || nearest(name, known) !== undefined) found.delete(name);
  return found;
}

const HOSTS = ['proxy-to-known-hosts', 'call-services-that-exist', 'reach-services-from-settings'];

/** The services that no other one names. */
function uncalled(stack: Stack): StackService[] {
  const called = new Set<string>();
  for (const service of stack.services) for (const { it } of each(service, 'dependsOn')) called.add(it.name.text);
  for (const { from, target } of callsOf(stack)) if (target.kind === 'service' && target.service !== from) called.add(target.service.name);
  return stack.services.filter(({ name }) => !called.has(name));
}

/** Whether a service answers where the missing one is called, or is made of what has its name. */
function couldBe(service: StackService, name: string, uses: readonly Use[]): boolean {
  const ports = uses.flatMap(({ port }) => port ?? []);
  const listening = listensOf(service);
  if (listening.length > 0 && ports.length > 0) return ports.every((port) => listening.some((it) => it.port === port));
  const image = service.parts.findLast(({ facts }) => facts.image)?.facts.image?.text ?? '';
  return service.build?.context.endsWith(`/${name}/`) === true || image.replace(/^.*\//, '').replace(/[:@].*$/, '') === name;
}
