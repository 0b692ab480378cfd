import { compose, dotenv } from '../../core/example.ts';
import type { StackRule } from '../rule.ts';
import { each } from '../stack/stack.ts';

const MOST = 5;

const ko = {
  missing: (names: readonly string[]) => `\`.env.example\` 파일에 있는 ${listed(names)} 변수가 이 파일에 없습니다. 줄을 더하고 값을 정하세요.`,
  example: '견본에는 있는 변수입니다.',
  add: '없는 변수를 끝에 더하기',
};

const listed = (names: readonly string[]): string => {
  const first = names.slice(0, MOST).map((name) => `\`${name}\``);
  return names.length > MOST ? `${first.join(', ')} 등 ${names.length}개` : first.join(', ');
};

export const rule: StackRule = {
  severity: 'hint',
  lesson: {
    title: '`.env.example`에 있는 변수를 `.env`에도 적으세요',
    what: '견본인 `.env.example`에는 있는 변수가 `.env`에 없습니다.',
    why: '누군가 변수를 더하고 견본에 적어 두었는데 내 `.env`는 예전에 복사한 그대로인 경우가 많습니다. 값이 비어 앱이 이상하게 움직여도 이유를 알기 어렵습니다.',
    how: '견본에서 그 줄을 복사해 `.env`에 붙이고 값을 정하세요. 쓰지 않는 변수라면 견본에서 지우거나 `#` 주석으로 두세요.',
  },
  scope: 'project',
  also: ['E105'],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/best-practices/',

  *check({ dotenv: own, example, services }) {
    if (!own || !example) return;
    const set = new Set([...own.facts.variables.map(({ name }) => name.text), ...own.facts.passed.map(({ text }) => text)]);
    // What a compose file needs is told there.
    const told = new Set(services.flatMap((service) => [...each(service, 'variables')].filter(({ it }) => it.isNeeded).map(({ it }) => it.name.text)));
    const missing = new Map(example.facts.variables.filter(({ name }) => !set.has(name.text) && !told.has(name.text)).map((it) => [it.name.text, it]));
    if (missing.size === 0) return;
    const { uri, facts } = own;
    const lines = [...missing.values()].map(({ name, value }) => `${name.text}=${/^[\w./:@-]*$/.test(value.text) ? value.text : ''}\n`);
    yield {
      at: { uri, fact: facts.variables[0]?.name ?? facts.end },
      message: ko.missing([...missing.keys()]),
      fixes: [{ title: ko.add, edits: [{ at: { uri, fact: facts.end }, text: facts.end.text + lines.join('') }] }],
      related: [...missing.values()].slice(0, MOST).map(({ name }) => ({ at: { uri: example.uri, fact: name }, message: ko.example })),
    };
  },

  examples: [
    {
      file: '.env',
      around: {
        'compose.yaml': compose`
          services:
            web:
              image: nginx:1.28-alpine
              env_file: .env
        `,
        '.env.example': dotenv`
          TZ=Asia/Seoul
          LOG_LEVEL=info
        `,
      },
      bad: dotenv`
        TZ=Asia/Seoul
        ^^
      `,
      fixed: dotenv`
        TZ=Asia/Seoul
        LOG_LEVEL=info
      `,
    },
    {
      file: '.env',
      around: {
        'compose.yaml': compose`
          services:
            web:
              image: nginx:\${NGINX_VERSION}
        `,
        '.env.example': dotenv`
          TZ=Asia/Seoul
          NGINX_VERSION=1.28-alpine
          # DEBUG=true
        `,
      },
      good: dotenv`
        TZ=Asia/Tokyo
        EXTRA=1
      `,
    },
  ],
};
