import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { textOf } from '../facts.ts';
import { linking } from '../links.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, profilesOf, servicesByName, servicesWith } from '../services.ts';

const ko = {
  inactive: (name: string, profiles: readonly string[]) =>
    `\`${name}\` 서비스는 ${profiles.map((it) => `\`${it}\``).join(', ')} 프로필을 켜야 생깁니다. 프로필 없이 실행하면 이 서비스를 시작하지 못하니, 두 서비스의 \`profiles\`를 맞추세요.`,
  profiles: '프로필이 적힌 곳입니다.',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '필요한 서비스의 프로필을 맞추세요',
    what: '늘 실행되는 서비스가, 프로필을 켜야만 생기는 서비스를 필요로 합니다.',
    why: '`docker compose up`만 실행하면 프로필이 있는 서비스는 없는 것과 같아서, 컴포즈가 `depends on undefined service` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '필요한 서비스의 `profiles`를 지우거나, 기다리는 서비스에도 같은 프로필을 적거나, `.env`에 `COMPOSE_PROFILES`를 적어 늘 켜 두세요.',
  },
  also: ['C210'],
  href: 'https://docs.docker.com/compose/how-tos/profiles/',

  *file(model, project) {
    if (servicesWith(model, 'profiles').length === 0) return;
    const switchedOn = project.variable('COMPOSE_PROFILES')?.value.split(',') ?? [];
    const byName = servicesByName(model);
    for (const { service, answer } of linking(model)) {
      const own = profilesOf(service);
      for (const { text, span, optional } of answer) {
        const other = byName.get(text);
        const needed = other ? profilesOf(other) : [];
        if (!other || optional || needed.length === 0 || needed.some((profile) => switchedOn.includes(profile) || profile === '*')) continue;
        // It is enough that every profile that starts this service starts the other one.
        if (own.length > 0 && own.every((profile) => needed.includes(profile))) continue;
        if (own.length > 0 && own.some((profile) => needed.includes(profile))) continue;
        if (needed.some((it) => it.includes('$')) || own.some((it) => it.includes('$'))) continue;
        const key = entryAt(other.node, 'profiles')?.key;
        const related = key ? [{ at: shift(key.span, other.start), message: ko.profiles }] : [];
        yield { ...placed(service.start, { at: span, message: ko.inactive(textOf(other.key), needed) }), related };
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              - db
        #       ^^
          db:
            image: mysql:8.4
            profiles: [dev]
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            profiles: [dev]
            depends_on:
              - db
          db:
            image: mysql:8.4
            profiles: [dev, test]
      `,
    },
  ],
};
