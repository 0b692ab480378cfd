import { dockerfile } from '../../core/example.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  early: (name: string) => `같은 \`ENV\` 줄에서 정한 \`${name}\` 값은 이 줄에서 아직 쓰이지 않습니다. \`ENV\`를 두 줄로 나누세요.`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`ENV`에서 정한 변수는 다음 줄부터 쓰세요',
    what: '한 `ENV` 줄에서 변수를 정하고, 같은 줄의 다른 값에서 그 변수를 쓰고 있습니다.',
    why: '`ENV` 한 줄 안의 `$이름`은 모두 그 줄이 시작하기 전의 값으로 바뀝니다. 그래서 방금 정한 값이 아니라 빈 글자나 예전 값이 들어갑니다.',
    how: '변수를 정하는 `ENV`와 쓰는 `ENV`를 두 줄로 나누세요.',
  },
  also: ['D127', 'DL3044'],
  href: 'https://docs.docker.com/reference/dockerfile/#environment-replacement',

  *instruction(instruction) {
    if (instruction.keyword !== 'ENV') return;
    const set = new Set<string>();
    for (const { name, value } of instruction.pairs) {
      for (const used of value ? instruction.expansions : []) {
        const isInside = value !== undefined && value.span.start <= used.span.start && used.span.end <= value.span.end;
        if (isInside && set.has(used.name.text)) yield { at: used.span, message: ko.early(used.name.text) };
      }
      set.add(name.text);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM eclipse-temurin:21-jre
        ENV APP_HOME=/app APP_LOG=$APP_HOME/log
        #                         ^^^^^^^^^
        USER 1001
      `,
    },
    {
      good: dockerfile`
        FROM eclipse-temurin:21-jre
        ENV APP_HOME=/app
        ENV APP_LOG=$APP_HOME/log PATH=$PATH:/app/bin
        USER 1001
      `,
    },
  ],
};
