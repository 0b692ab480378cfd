import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { placed, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { isFragment, mayBePart } from '../fragment.ts';
import { linking } from '../links.ts';
import type { ComposeRule } from '../rule.ts';
import { servicesByName } from '../services.ts';
import { weight } from '../undefined-names.ts';

const ko = {
  missing: (key: string, name: string) => `\`${key}\`에 적은 \`${name}\` 서비스가 이 파일에 없습니다. 서비스 이름을 확인하거나 \`services:\` 아래에 \`${name}\` 서비스를 더하세요.`,
  meant: (key: string, name: string, other: string) => `\`${key}\`에 적은 \`${name}\` 서비스가 없습니다. \`${other}\` 서비스를 뜻한다면 이름을 고치세요.`,
  defined: (other: string) => `\`${other}\` 서비스를 정의한 곳입니다.`,
  rename: (other: string) => `\`${other}\` 이름으로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '있는 서비스의 이름을 적으세요',
    what: '`depends_on`이나 `links`처럼 다른 서비스를 가리키는 키에, `services:` 아래에 없는 이름이 적혀 있습니다.',
    why: '컴포즈는 `depends on undefined service` 오류를 내고 아무것도 실행하지 않습니다. 컨테이너 이름(`container_name`)이나 이미지 이름은 여기에 쓸 수 없습니다.',
    how: '`services:` 바로 아래에 적은 이름을 그대로 쓰세요.',
  },
  also: ['C201'],
  href: 'https://docs.docker.com/reference/compose-file/services/#depends_on',

  *file(model, project) {
    const here = servicesByName(model);
    let known: ReadonlySet<string> | undefined;
    for (const { service, answer } of linking(model)) {
      for (const { key, text, span } of answer) {
        if (here.has(text)) continue;
        // A name with a sign that can't stand in it is another mistake.
        known ??= new Set([...here.keys(), ...[...here.keys()].map((name) => name.replace(/[^\w.-]/g, '')), ...project.namesIn('services')]);
        if (known.has(text)) continue;
        if (isFragment(model, project)) return;
        const other = nearest(
          text,
          [...known].filter((name) => name !== service.name),
        );
        const message = other ? ko.meant(key, text, other) : ko.missing(key, text);
        const definition = here.get(other ?? '');
        const related = definition ? { related: [{ at: shift(definition.key.span, definition.start), message: ko.defined(other ?? '') }] } : {};
        const found = placed(service.start, {
          at: span,
          message,
          ...weight(service),
          ...(mayBePart(model) && { severity: 'warning' }),
          ...(other && { fixes: [{ title: ko.rename(other), edits: [replace(span, other)] }] }),
        });
        yield { ...found, ...related };
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
              - mysq
        #       ^^^^
          mysql:
            image: mysql:8.4
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              - mysql
          mysql:
            image: mysql:8.4
      `,
    },
    {
      bad: compose`
        services:
          debug:
            image: busybox:1.37
            network_mode: service:web
        #                         ^^^
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            depends_on:
              db:
                condition: service_healthy
          db:
            image: mysql:8.4
            healthcheck:
              test: ["CMD", "mysqladmin", "ping"]
      `,
    },
  ],
};
