import { compose } from '../../core/example.ts';
import { rememberedBy } from '../../core/remember.ts';
import { placed } from '../../core/rule.ts';
import { child, textOf } from '../facts.ts';
import type { Node } from '../file.ts';
import { isFragment } from '../fragment.ts';
import type { Service } from '../model.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf, referencesUnder } from '../services.ts';

const ko = {
  unused: (kind: string, name: string) => `\`${name}\` ${kind} 정의를 쓰는 서비스가 없습니다. 쓰지 않으면 지우세요.`,
  kinds: { networks: '네트워크', volumes: '볼륨', secrets: '시크릿', configs: '설정' },
};

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: '쓰지 않는 정의는 지우세요',
    what: '최상위 섹션에 정의했지만 어떤 서비스도 쓰지 않는 이름이 있습니다.',
    why: '이름을 잘못 적어서 엉뚱한 것을 쓰고 있을 때 자주 생깁니다. 지우지 않아도 실행은 됩니다.',
    how: '서비스에서 그 이름을 쓰거나 정의를 지우세요.',
  },
  also: ['C205'],
  href: 'https://docs.docker.com/reference/compose-file/volumes/',

  *file(model, project) {
    // What is defined here may be used in another file of the project.
    if (model.services.length === 0 || isFragment(model, project) || model.heads.some(({ name }) => name === 'include')) return;
    if (model.services.some(({ node }) => textOf(child(child(node, 'extends'), 'file')) !== '')) return;
    for (const section of SECTIONS) {
      const used = new Set(model.services.flatMap((service) => usesOf(service, section)));
      if ([...used].some((name) => name.includes('$'))) continue;
      for (const { name, key, start } of model.resources[section]) {
        if (used.has(name) || (section === 'networks' && name === 'default')) continue;
        yield placed(start, { at: key.span, message: ko.unused(ko.kinds[section], name), tag: 'unnecessary' });
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
        volumes:
          html:
        # ^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - html:/usr/share/nginx/html
        volumes:
          html:
        networks:
          default:
            name: shop
      `,
    },
  ],
};

const SECTIONS = ['networks', 'volumes', 'secrets', 'configs'] as const;

/** What a service uses of a section. */
const usesOf = (service: Service, section: (typeof SECTIONS)[number]): readonly string[] => usesIn(service)[section];

const usesIn: (service: Service) => Readonly<Record<(typeof SECTIONS)[number], readonly string[]>> = rememberedBy(
  ({ identity }) => identity,
  (service) => {
    const { node } = service;
    const build = child(node, 'build');
    const names = (of: Node | undefined, key: string) => referencesUnder(of, key).map(({ text }) => text);
    return {
      volumes: mountsOf(service).flatMap(({ type, source }) => (source && type !== 'bind' ? [source.text] : [])),
      networks: [...names(node, 'networks'), textOf(child(build, 'network'))],
      secrets: [...names(node, 'secrets'), ...names(build, 'secrets')],
      configs: names(node, 'configs'),
    };
  },
);
