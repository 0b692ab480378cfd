import { compose } from '../../core/example.ts';
import { lineAbove, startOf } from '../environment.ts';
import { child } from '../facts.ts';
import { officialImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, variablesUnder } from '../services.ts';

const ko = {
  unread: (name: string) => `\`redis\` 이미지는 \`${name}\` 변수를 읽지 않아 비밀번호 없이 열립니다. \`command\`에 \`--requirepass\`로 적으세요.`,
  add: '`command`에 `--requirepass` 적기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: 'Redis의 비밀번호는 `command`에 적으세요',
    what: '`redis` 공식 이미지에 비밀번호를 환경 변수로 주었습니다.',
    why: '공식 이미지는 이 변수를 읽지 않습니다. 비밀번호를 정했다고 생각하지만 누구나 접속할 수 있고, 비밀번호를 보내는 앱은 오히려 오류를 받습니다.',
    how: '`command: ["redis-server", "--requirepass", "${REDIS_PASSWORD}"]`처럼 적으세요.',
  },
  also: ['C708'],
  href: 'https://hub.docker.com/_/redis',

  *service(service) {
    if (officialImage(service)?.name !== 'redis' || child(service.node, 'build') || child(service.node, 'extends')) return;
    const start = startOf(service);
    if (/requirepass|\.conf\b|\$|\.sh\b/.test(start) || child(service.node, 'entrypoint')) return;
    for (const { name, value } of variablesUnder(service.node)) {
      if (!/^REDIS_(?:PASSWORD|PASS|REQUIREPASS)$/.test(name.text)) continue;
      const environment = entryAt(service.node, 'environment');
      const password = value && /^[^"\\]+$/.test(value.text) ? value.text : `\${${name.text}}`;
      const edit = start === '' && environment && lineAbove(service, environment.key.span, `command: ["redis-server", "--requirepass", "${password}"]`);
      yield { at: name.span, message: ko.unread(name.text), ...(edit && { fixes: [{ title: ko.add, edits: [edit] }] }) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          redis:
            image: redis:8-alpine
            environment:
              REDIS_PASSWORD: \${REDIS_PASSWORD}
        #     ^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          redis:
            image: redis:8-alpine
            command: ["redis-server", "--requirepass", "\${REDIS_PASSWORD}"]
            environment:
              REDIS_PASSWORD: \${REDIS_PASSWORD}
      `,
    },
    {
      good: compose`
        services:
          redis:
            image: redis:8-alpine
            command: sh -c 'redis-server --requirepass "$$REDIS_PASSWORD"'
            environment:
              REDIS_PASSWORD: \${REDIS_PASSWORD}
      `,
    },
  ],
};
