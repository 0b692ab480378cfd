import { dockerfile } from '../../core/example.ts';
import type { DockerfileRule } from '../rule.ts';
import { serverIn } from '../shell/servers.ts';
import { inFile, shellRunsOf } from '../shell/stages.ts';

const ko = {
  development: (name: string) => `\`${name}\` 명령은 개발용 서버라 느리고, 외부에 공개할 만큼 안전하지 않습니다. 이미지에서는 빌드한 결과를 운영용 서버로 실행하세요.`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '이미지에서는 개발 서버 대신 운영용 서버를 실행하세요',
    what: '마지막 스테이지가 `npm run dev`, `flask run`, `runserver` 같은 개발용 서버를 실행합니다.',
    why: '개발 서버는 고칠 때마다 다시 읽도록 만들어져 느리고, 오류의 자세한 내용을 그대로 보여 줍니다. 많은 사용자가 오는 것도 견디지 못합니다.',
    how: 'Node.js는 `RUN npm run build` 뒤에 `CMD ["npm", "start"]`, 파이썬은 `gunicorn`이나 `uvicorn`을 쓰세요. 개발용 Dockerfile이라면 스테이지 이름을 `dev`로 지으세요.',
  },
  also: ['D230'],
  href: 'https://docs.docker.com/build/building/multi-stage/',

  *file(model) {
    const last = model.facts.stages.at(-1);
    const run = shellRunsOf(model).find(({ stage }) => stage === last);
    if (!run || /dev|local|debug|test/i.test(run.stage.name?.text ?? '')) return;
    const start = run.steps.findLast(({ instruction: { keyword } }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
    for (const command of start?.script.commands ?? []) {
      const server = serverIn(command);
      if (!start || !server?.development) continue;
      const { words, span } = command;
      yield { at: inFile(start, { start: words[0]?.span.start ?? span.start, end: words.at(-1)?.span.end ?? span.end }), message: ko.development(server.name) };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        WORKDIR /app
        COPY package*.json ./
        RUN npm ci
        COPY . .
        CMD ["npm", "run", "dev"]
             ^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        WORKDIR /app
        COPY . .
        CMD python manage.py runserver 0.0.0.0:8000
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM python:3.13-slim
        WORKDIR /app
        COPY . .
        CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop.wsgi:application"]
      `,
    },
  ],
};
