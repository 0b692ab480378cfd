import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  address: '`COPY`는 인터넷 주소에서 파일을 가져오지 못합니다. 주소에서 받으려면 `ADD`를 쓰세요.',
  change: '`ADD`로 고치기',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '인터넷의 파일은 `ADD`로 받으세요',
    what: '`COPY`에 `https://`로 시작하는 주소가 있습니다.',
    why: '`COPY`는 빌드 컨텍스트와 다른 스테이지의 파일만 복사합니다. 주소를 적으면 도커가 빌드를 멈춥니다.',
    how: '`ADD https://example.com/app.jar /app/`처럼 적으세요.',
  },
  also: ['D108'],
  href: 'https://docs.docker.com/reference/dockerfile/#add',

  *instruction(instruction) {
    if (instruction.keyword !== 'COPY') return;
    const source = instruction.sources.find(({ text }) => /^https?:\/\/[^$]+$/.test(text));
    const hasFrom = instruction.flags.some(({ name }) => name.text === 'from' || name.text === 'parents');
    if (source) yield { at: source.span, message: ko.address, ...(!hasFrom && { fixes: [{ title: ko.change, edits: [replace(instruction.name.span, 'ADD')] }] }) };
  },

  examples: [
    {
      bad: dockerfile`
        FROM eclipse-temurin:21-jre
        COPY https://example.com/app.jar /app/
        #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM eclipse-temurin:21-jre
        ADD https://example.com/app.jar /app/
      `,
    },
    {
      good: dockerfile`
        FROM eclipse-temurin:21-jre
        ADD https://example.com/app.jar /app/
      `,
    },
  ],
};
