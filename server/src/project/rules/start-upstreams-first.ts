import { SLOT } from '../../compose/stack-facts.ts';
import { compose } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { type Call, callsOf } from '../stack/calls.ts';
import { runTogether } from '../stack/hosts.ts';
import { each, type Stack, type StackService } from '../stack/stack.ts';

const ko = {
  late: (proxy: string, service: string) =>
    `\`${proxy}\` 서비스의 nginx는 시작할 때 \`${service}\` 서비스의 주소를 찾는데, \`depends_on\`에 없어서 먼저 시작될 수 있습니다. \`depends_on\`에 \`${service}\` 서비스를 적으세요.`,
  add: (service: string) => `\`depends_on\`에 \`${service}\` 서비스 더하기`,
  call: '여기에서 부릅니다.',
};

export const rule: StackRule = {
  severity: 'hint',
  scope: 'project',
  lesson: {
    title: 'nginx가 부르는 서비스를 `depends_on`에 적으세요',
    what: 'nginx 설정이 부르는 서비스가 nginx 서비스의 `depends_on`에 없습니다.',
    why: 'nginx는 시작할 때 설정에 적힌 이름을 모두 찾습니다. 아직 시작하지 않은 서비스의 이름은 찾지 못하므로 `host not found in upstream` 오류를 내고 꺼집니다.',
    how: '`depends_on`에 그 서비스를 적으세요. 준비될 때까지 기다리려면 `condition: service_healthy`도 적으세요.',
  },
  also: ['X109'],
  href: 'https://docs.docker.com/compose/how-tos/startup-order/',

  *check(stack) {
    for (const from of stack.services) {
      // Who is started again and again gets there too.
      if (from.parts.some(({ facts }) => !/^(?:no|false)$/.test(facts.restart) || facts.extends)) continue;
      const call = callsOf(stack).find((it) => isMissed(stack, from, it));
      const part = from.parts[0];
      if (call?.target.kind !== 'service' || !part) continue;
      const { name } = call.target.service;
      const slot = part.facts.dependsSlot;
      yield {
        at: { uri: part.uri, fact: part.facts.name },
        message: ko.late(from.name, name),
        fixes: slot ? [{ title: ko.add(name), edits: [{ at: { uri: part.uri, fact: slot }, text: slot.text.replace(SLOT, name) }] }] : [],
        related: [{ at: call.host.at, message: ko.call }],
      };
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
            depends_on:
              - frontend
          frontend:
            image: node:24-alpine
          backend:
            image: eclipse-temurin:21-jre
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
            depends_on:
              - frontend
              - backend
          frontend:
            image: node:24-alpine
          backend:
            image: eclipse-temurin:21-jre
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
            depends_on:
              - frontend
          frontend:
            image: node:24-alpine
            depends_on:
              - backend
          backend:
            image: eclipse-temurin:21-jre
      `,
    },
  ],
};

/** A name that nginx looks up when it starts, of a service that may start later. */
function isMissed(stack: Stack, from: StackService, { from: caller, kind, late, target }: Call): boolean {
  if (caller !== from || kind !== 'nginx' || late || target.kind !== 'service') return false;
  const { service } = target;
  return runTogether(from, service) && [...each(service, 'profiles')].length === 0 && !waitsFor(stack, from, service.name) && !waitsFor(stack, service, from.name);
}

/** Whether Compose starts a service before another one: one that depends on it, or on who does. */
function waitsFor(stack: Stack, from: StackService, name: string): boolean {
  const seen = new Set([from.name]);
  // A set is walked to what is added on the way.
  for (const one of seen) {
    const service = stack.services.find((it) => it.name === one);
    if (service) for (const { it } of each(service, 'dependsOn')) seen.add(it.name.text);
  }
  return seen.has(name);
}
