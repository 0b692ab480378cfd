import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { child, textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { kindOf, textOfScalar } from '../scalars.ts';

const ko = {
  changed: (name: string, written: string, made: string) =>
    `\`${name}\`에 적은 \`${written}\` 값이 컨테이너에는 \`${made}\` 값으로 들어갑니다. 적은 그대로 넘기려면 따옴표로 감싸세요.`,
  quote: '따옴표로 감싸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '그대로 넘길 수는 따옴표로 감싸세요',
    what: '환경 변수나 라벨의 값이 YAML에서 수로 읽혀서 모양이 달라집니다.',
    why: 'YAML은 `0123`을 8진수로, `1.10`을 1.1로, `1_000`을 1000으로 읽습니다. 전화번호나 버전이 바뀐 채로 컨테이너에 들어갑니다.',
    how: '`"0123"`처럼 따옴표로 감싸세요.',
  },
  also: ['Y013', 'Y014'],
  href: 'https://docs.docker.com/reference/compose-file/services/#environment',

  *service({ node }) {
    const build = child(node, 'build');
    for (const [owner, key] of [
      [node, 'environment'],
      [node, 'labels'],
      [build, 'args'],
    ] as const) {
      const value = child(owner, key);
      if (value?.kind !== 'mapping') continue;
      for (const entry of value.entries) {
        const scalar = entry.value?.kind === 'scalar' ? entry.value : undefined;
        const kind = scalar && kindOf(scalar);
        if (!scalar || scalar.tag || (kind !== 'integer' && kind !== 'number')) continue;
        const made = textOfScalar(scalar);
        if (made === undefined || made === scalar.raw.text) continue;
        yield {
          at: scalar.span,
          message: ko.changed(textOf(entry.key), scalar.raw.text, made),
          fixes: [{ title: ko.quote, edits: [replace(scalar.span, `"${scalar.raw.text}"`)] }],
        };
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
              PHONE: 01012345678
        #            ^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              PHONE: "01012345678"
      `,
    },
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              API_VERSION: 1.10
        #                  ^^^^
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              API_VERSION: "1.10"
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              PORT: 8080
              RATE: 1.5
              PHONE: "01012345678"
      `,
    },
  ],
};
