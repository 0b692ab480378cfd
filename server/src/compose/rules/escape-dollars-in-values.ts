import { compose } from '../../core/example.ts';
import { insert, placed } from '../../core/rule.ts';
import { interpolations } from '../interpolation.ts';
import type { ComposeRule } from '../rule.ts';
import { variablesUnder } from '../services.ts';

const ko = {
  lost: (name: string) => `컴포즈가 \`$${name}\` 부분을 변수로 읽어 빈 글자로 바꿉니다. 값에 \`$\`를 그대로 넣으려면 \`$$${name}\`처럼 두 번 적으세요.`,
  escape: '`$$`로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '값에 든 `$`는 두 번 적으세요',
    what: '`environment` 값 한가운데에 `$`와 글자가 이어져 있고, 그런 이름의 변수는 없습니다.',
    why: '컴포즈는 따옴표 안에서도 `$이름`을 변수로 읽습니다. 없는 변수는 빈 글자가 되어, 비밀번호 `pa$word`가 `pa`로 바뀌고 접속이 거부됩니다.',
    how: '`$`를 `$$`로 적으세요. 비밀번호라면 `.env` 파일에 작은따옴표로 감싸 적고 `${DB_PASSWORD}`처럼 부르는 편이 낫습니다.',
  },
  also: ['C504'],
  href: 'https://docs.docker.com/reference/compose-file/interpolation/',

  *file(model, project) {
    for (const service of model.services) {
      for (const { value, node } of variablesUnder(service.node)) {
        // Between the quotes of a text with escapes nothing stands where it seems to.
        if (!value?.text.includes('$') || value.text.length !== value.span.end - value.span.start || node.style === 'block') continue;
        for (const { name, span, operator } of interpolations(value)) {
          const at = span.start - value.span.start;
          const isBare = value.text[at + 1] !== '{' && operator === undefined;
          // Behind a sign that parts words a variable is meant; names in capitals are meant as variables as often as not.
          if (!isBare || name === '' || at === 0 || !/[\p{L}\p{N}!@#%^*]/u.test(value.text[at - 1] ?? '') || /^[A-Z][A-Z0-9_]+$/.test(name)) continue;
          if (project.variable(name)) continue;
          yield placed(service.start, { at: span, message: ko.lost(name), fixes: [{ title: ko.escape, edits: [insert(span.start, '$')] }] });
        }
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              SPRING_DATA_REDIS_PASSWORD: pa$word1
        #                                   ^^^^^^
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              SPRING_DATA_REDIS_PASSWORD: pa$$word1
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              SPRING_DATA_REDIS_PASSWORD: pa$$word1
              HOME_URL: https://$HOST_NAME/shop
              GREETING: hello-$USER
              PRICE: 5$
      `,
    },
  ],
};
