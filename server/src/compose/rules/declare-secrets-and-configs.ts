import { compose } from '../../core/example.ts';
import { child } from '../facts.ts';
import { gatheredLists } from '../gathered.ts';
import type { ComposeRule } from '../rule.ts';
import { referencesUnder } from '../services.ts';
import { type UndefinedWords, undefinedNames } from '../undefined-names.ts';

const wordsFor = (kind: string, section: string): UndefinedWords => ({
  missing: (name) => `\`${name}\` ${kind} 정의가 없습니다. 맨 아래 \`${section}:\` 섹션에 \`${name}:\`을 적으세요.`,
  meant: (name, other) => `\`${name}\` ${kind} 정의가 없습니다. \`${other}\` 이름을 쓰려던 것이라면 고치세요.`,
  declare: (name) => `\`${section}:\`에 \`${name}\` 정의하기`,
  rename: (other) => `\`${other}\` 이름으로 고치기`,
  defined: (other) => `\`${other}\` 이름을 정의한 곳입니다.`,
});

const ko = { secrets: wordsFor('시크릿', 'secrets'), configs: wordsFor('설정 파일', 'configs'), models: wordsFor('모델', 'models') };

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '서비스가 쓰는 시크릿, 설정, 모델을 최상위 섹션에 정의하세요',
    what: '서비스의 `secrets`, `configs`, `models`에 적은 이름이 같은 이름의 최상위 섹션에 없습니다.',
    why: '컴포즈는 그 내용이 어디에서 오는지 알 수 없어서 `refers to undefined secret` 같은 오류를 내고 아무것도 실행하지 않습니다.',
    how: '파일 맨 아래 `secrets:` 섹션에 이름을 적고 `file: ./db-password.txt`처럼 내용이 있는 곳을 적으세요. `configs:`와 `models:`도 같습니다.',
  },
  also: ['C204'],
  href: 'https://docs.docker.com/reference/compose-file/secrets/',

  *file(model, project) {
    yield* undefinedNames(model, project, 'secrets', [...secrets(model), ...buildSecrets(model)], ko.secrets, ['file: ./secret.txt']);
    yield* undefinedNames(model, project, 'configs', configs(model), ko.configs, ['file: ./config.txt']);
    yield* undefinedNames(model, project, 'models', models(model), ko.models, ['model: ai/smollm2']);
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            secrets:
              - db-password
        #       ^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            secrets:
              - db-password
        secrets:
          db-password:
            file: ./secret.txt
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            secrets:
              - source: db-password
                target: password
        secrets:
          db-password:
            file: ./db-password.txt
      `,
    },
  ],
};

const secrets = gatheredLists(({ node }) => referencesUnder(node, 'secrets'));
const buildSecrets = gatheredLists(({ node }) => referencesUnder(child(node, 'build'), 'secrets'));
const configs = gatheredLists(({ node }) => referencesUnder(node, 'configs'));
const models = gatheredLists(({ node }) => referencesUnder(node, 'models'));
