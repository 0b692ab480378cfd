import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { Scalar } from '../file.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarsOf } from '../walk.ts';

const ko = {
  date: (text: string) => `따옴표가 없는 \`${text}\` 값은 YAML이 날짜로 읽어서 컴포즈가 거절할 수 있습니다. 따옴표로 감싸세요.`,
  quote: '따옴표로 감싸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '날짜는 따옴표로 감싸세요',
    what: '`2024-01-01` 같은 날짜가 따옴표 없이 적혀 있습니다.',
    why: 'YAML은 이런 값을 글자가 아니라 날짜로 읽습니다. 컴포즈 2.40까지는 `invalid jsonType time.Time` 오류를 내고 파일을 거절합니다.',
    how: '`"2024-01-01"`처럼 따옴표로 감싸세요.',
  },
  also: ['Y015'],
  href: 'https://docs.docker.com/reference/compose-file/services/#environment',

  *part(part) {
    for (const { node } of scalarsOf(part)) {
      if (!isDate(node)) continue;
      yield { at: node.span, message: ko.date(node.raw.text), fixes: [{ title: ko.quote, edits: [replace(node.span, `"${node.raw.text}"`)], safe: true }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              OPEN_DATE: 2024-01-01
        #                ^^^^^^^^^^
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              OPEN_DATE: "2024-01-01"
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              OPEN_DATE: "2024-01-01"
              OPEN_TIME: 09:00
              PHONE: 010-1234-5678
      `,
    },
  ],
};

const DATE = /^\d{4}-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?)?$/;

/** Whether go-yaml takes it for a date. */
function isDate({ style, tag, raw: { text } }: Scalar): boolean {
  const match = style === 'plain' && !tag && text[4] === '-' ? DATE.exec(text) : null;
  if (!match) return false;
  const [, month, day, ...time] = match;
  return (
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 && time.every((part, i) => part === undefined || Number(part) < (i % 3 === 0 ? 24 : 60))
  );
}
