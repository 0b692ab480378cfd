import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { child, textOf } from '../facts.ts';
import type { Node } from '../file.ts';
import { isFragment } from '../fragment.ts';
import { gatheredLists } from '../gathered.ts';
import type { Service } from '../model.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf, referencesUnder, servicesWith } from '../services.ts';

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
    if (servicesWith(model, 'extends').some(({ node }) => textOf(child(child(node, 'extends'), 'file')) !== '')) return;
    for (const section of SECTIONS) {
      if (model.resources[section].length === 0) continue;
      const used = new Set<string>();
      for (const { answer } of uses[section](model)) for (const name of answer) used.add(name);
      if (variable[section](model).length > 0) continue;
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

const names = (of: Node | undefined, key: string) => referencesUnder(of, key).map(({ text }) => text);

/** What a service uses of a section. */
const usesOf: Readonly<Record<(typeof SECTIONS)[number], (service: Service) => readonly string[]>> = {
  volumes: (service) => mountsOf(service).flatMap(({ type, source }) => (source && type !== 'bind' ? [source.text] : [])),
  networks: ({ node }) => [...names(node, 'networks'), textOf(child(child(node, 'build'), 'network'))],
  secrets: ({ node }) => [...names(node, 'secrets'), ...names(child(node, 'build'), 'secrets')],
  configs: ({ node }) => names(node, 'configs'),
};

const uses = { volumes: gatheredLists(usesOf.volumes), networks: gatheredLists(usesOf.networks), secrets: gatheredLists(usesOf.secrets), configs: gatheredLists(usesOf.configs) };

const open = (of: (service: Service) => readonly string[]) => gatheredLists((service) => of(service).filter((name) => name.includes('$')));

/** Names that hold a variable may mean anything. */
const variable = { volumes: open(usesOf.volumes), networks: open(usesOf.networks), secrets: open(usesOf.secrets), configs: open(usesOf.configs) };
