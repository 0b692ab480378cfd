import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { child, textOf } from '../facts.ts';
import { addItem } from '../lists.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf, scalarsUnder, servicesWith } from '../services.ts';

const ko = {
  hidden: (folder: string) =>
    `\`${folder}\` 폴더를 덮는 마운트가 이미지에 설치한 \`node_modules\`를 가려서 \`Cannot find module\` 오류가 납니다. \`volumes\`에 \`${folder}/node_modules\` 줄을 더하세요.`,
  keep: (folder: string) => `\`${folder}/node_modules\` 볼륨 더하기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '이미지에 설치한 `node_modules`를 가리지 마세요',
    what: '빌드하면서 패키지를 설치한 폴더 위에 내 컴퓨터의 소스 폴더를 바인드 마운트했습니다.',
    why: '바인드 마운트는 이미지의 폴더를 통째로 가립니다. 내 컴퓨터의 폴더에 `node_modules`가 없으면 컨테이너에서도 사라져서 `Cannot find module` 오류가 납니다.',
    how: '`volumes`에 `/app/node_modules`처럼 컨테이너 쪽 경로만 적은 줄을 더하세요. 그 폴더만 볼륨이 되어 이미지의 내용이 남습니다.',
  },
  scope: 'project',
  also: ['C406'],
  href: 'https://docs.docker.com/engine/storage/bind-mounts/#mounting-over-existing-data',

  *file(model, project) {
    for (const service of servicesWith(model, 'build')) {
      const folder = project.nodeModulesOf(service.name);
      if (folder === undefined) continue;
      const mounts = mountsOf(service);
      const over = mounts.find(({ type, source, target }) => type === 'bind' && source && target && plain(target.text) === folder);
      const isKept = mounts.some(({ target }) => target && (target.text.includes('$') || plain(target.text).startsWith(`${folder}/node_modules`)));
      const command = [...scalarsUnder(service.node, 'command'), ...scalarsUnder(service.node, 'entrypoint')].map(textOf).join(' ');
      if (!over?.target || isKept || /\b(?:npm|yarn|pnpm) (?:ci|i|install)\b|^yarn &&|\.sh\b/.test(command)) continue;
      const edit = addItem(service, child(service.node, 'volumes'), `${folder}/node_modules`);
      yield placed(service.start, { at: over.node.span, message: ko.hidden(folder), ...(edit && { fixes: [{ title: ko.keep(folder), edits: [edit] }] }) });
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            build: .
            volumes:
              - .:/app
        #       ^^^^^^
      `,
      fixed: compose`
        services:
          web:
            build: .
            volumes:
              - .:/app
              - /app/node_modules
      `,
      around: { 'package.json': '{}', Dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY package.json .\nRUN npm install\nCOPY . .\nCMD ["npm", "start"]\n' },
    },
    {
      good: compose`
        services:
          web:
            build: .
            volumes:
              - .:/app
              - /app/node_modules
          docs:
            build: .
            volumes:
              - .:/work
          once:
            build: .
            command: sh -c "npm install && npm run dev"
            volumes:
              - .:/app
      `,
      around: { 'package.json': '{}', Dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY package.json .\nRUN npm ci\n' },
    },
  ],
};

const plain = (path: string) => path.replace(/(?<=.)\/+$/, '');
