import type { Profile } from '../src/service/service.ts';

/** The names of the profiles in settings and on the command line. */
const profiles: Readonly<Record<string, Profile>> = { 입문: 'beginner', 실무: 'work', 시험: 'exam' };

/** Korean lines of the terminal. */
export const ko = {
  profiles,
  usage: [
    '사용법: docker-giljabi <명령>',
    '',
    '  explain <주제 | docker 명령줄>   호버와 같은 설명을 보여 줍니다',
    '',
    '예: docker-giljabi explain FROM',
    '    docker-giljabi explain compose/services/ports',
    '    docker-giljabi explain docker run -p 8080:80 nginx:1.28-alpine',
  ].join('\n'),
  explainUsage: '무엇을 설명할지 적어 주세요. 예: docker-giljabi explain COPY --from',
  unknownCommand: (name: string) => `‘${name}’ 명령은 없습니다. docker-giljabi help로 쓸 수 있는 명령을 보세요.`,
  notFound: (words: string, candidates: readonly string[]) =>
    candidates.length > 0
      ? `‘${words}’에 맞는 설명이 여럿입니다. 하나를 골라 다시 적으세요.\n${candidates.map((it) => `  ${it}`).join('\n')}`
      : `‘${words}’ 설명을 찾지 못했습니다.`,
  failed: (message: string) => `실행하지 못했습니다. ${message}`,
};
