import { dockerfile } from '../../core/example.ts';
import { type Finding, insert } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { chainOf } from '../bases.ts';
import { lastOf, lineBreak, textOf } from '../commands.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  missing: '도커가 `HOSTNAME`에 컨테이너 ID를 넣어, Next.js 서버가 그 주소로만 요청을 받고 `localhost` 헬스체크에 답하지 못합니다. `ENV HOSTNAME=0.0.0.0`을 적으세요.',
  set: '`ENV HOSTNAME=0.0.0.0` 적기',
};

export const rule: DockerfileRule = {
  severity: 'information',
  lesson: {
    title: 'Next.js standalone 서버에는 `HOSTNAME=0.0.0.0`을 주세요',
    what: '`.next/standalone`의 `server.js`를 실행하면서 `HOSTNAME`을 정하지 않았습니다.',
    why: '이 `server.js`는 `HOSTNAME` 환경 변수가 가리키는 주소에서 요청을 받습니다. 도커는 컨테이너마다 `HOSTNAME`을 컨테이너 ID로 정해 두므로, 컨테이너 안의 `localhost`로 오는 헬스체크는 연결되지 않습니다.',
    how: '마지막 스테이지에 `ENV HOSTNAME=0.0.0.0`을 적으면 모든 주소로 오는 요청을 받습니다.',
  },
  also: ['D246'],
  href: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/output',

  *file({ facts, file }) {
    const last = facts.stages.at(-1);
    const cmd = last && (lastOf(last, 'CMD') ?? lastOf(last, 'ENTRYPOINT'));
    if (!last || !cmd) return;
    const chain = chainOf(facts, last);
    const all = chain.flatMap(({ instructions }) => instructions.map(({ block }) => block));
    const isStandalone = all.some((block) => block.keyword === 'COPY' && block.sources.some(({ text }) => /\.next\/standalone\/?\.?$/.test(text)));
    const words = textOf(cmd.block);
    if (!isStandalone || !/\bserver\.js\b/.test(words) || /HOSTNAME|--hostname|-H\b/.test(words)) return;
    if (all.some((block) => block.keyword === 'ENV' && block.pairs.some(({ name }) => name.text === 'HOSTNAME'))) return;
    yield found(shift(cmd.block.name.span, cmd.start), lineBreak(file));
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY --from=build /app/.next/standalone ./
        CMD ["node", "server.js"]
        ^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY --from=build /app/.next/standalone ./
        ENV HOSTNAME=0.0.0.0
        CMD ["node", "server.js"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        ENV PORT=3000 HOSTNAME=0.0.0.0
        COPY --from=build /app/.next/standalone ./
        CMD ["node", "server.js"]
      `,
    },
  ],
};

const found = (at: Finding['at'], end: string): Finding => ({ at, message: ko.missing, fixes: [{ title: ko.set, edits: [insert(at.start, `ENV HOSTNAME=0.0.0.0${end}`)] }] });
