import { compose } from '../../core/example.ts';

import type { ProjectView } from '../../core/project-view.ts';
import { replace } from '../../core/rule.ts';
import { filesOf, misnamed } from '../references.ts';

import type { ComposeRule } from '../rule.ts';

const ko = {
  context: (path: string) => `빌드할 \`${path}\` 폴더가 없습니다. 이 컴포즈 파일이 있는 폴더에서 본 경로를 적으세요.`,
  dockerfile: (path: string, context: string) => `\`${context}\` 폴더에 \`${path}\` 파일이 없습니다. \`dockerfile\`에는 빌드 컨텍스트에서 본 경로를 적으세요.`,
  named: (name: string, path: string, context: string) =>
    `\`${context}\` 폴더의 \`${name}\` 파일은 이름이 달라 도커가 찾지 못합니다. \`${path}\` 이름으로 바꾸고 뒤에 확장자를 붙이지 마세요.`,
  mount: (path: string) => `\`${path}\` 파일이 없습니다. 없는 파일을 \`volumes\`에 적으면 도커가 그 이름의 빈 폴더를 만들어 연결하므로, 파일을 먼저 만들거나 경로를 고치세요.`,
  change: (path: string) => `\`${path}\` 경로로 바꾸기`,
  content: (path: string) => `\`${path}\` 파일이 없습니다. 파일을 만들거나 경로를 고치세요.`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '있는 폴더와 파일을 가리키세요',
    what: '빌드 컨텍스트, Dockerfile, 시크릿이나 설정 파일, `volumes`로 연결한 설정 파일의 경로에 아무것도 없습니다.',
    why: '`docker compose config`는 통과하지만 `docker compose up`에서 `path not found`나 `failed to read dockerfile` 오류가 납니다.',
    how: '`build`와 `file`의 경로는 컴포즈 파일이 있는 폴더에서, `dockerfile`의 경로는 빌드 컨텍스트에서 시작합니다.',
  },
  also: ['X101', 'X102', 'C404', 'D137'],
  scope: 'project',
  href: 'https://docs.docker.com/reference/compose-file/build/#context',

  *file(model, project) {
    let context: number | undefined;
    for (const { kind, text, span, from } of filesOf(model)) {
      if (kind === 'context') context = span.start;
      const key = from === undefined ? text : `${from.replace(/\/+$/, '')}/${text}`;
      const right = project.meantBy(key);
      // A Dockerfile that nobody names has no place in the file; a text in quotes is longer than what it says.
      const isWritten = span.end - span.start === text.length && (kind !== 'dockerfile' || span.start !== context);
      const fixes = right !== undefined && isWritten ? { fixes: [{ title: ko.change(right), edits: [replace(span, right)] }] } : {};
      if (kind === 'context' && project.kindAt(text) === 'missing') yield { at: span, message: ko.context(text), ...fixes };
      else if (kind === 'dockerfile' && from !== undefined && project.kindAt(from) === 'folder' && project.kindAt(key) === 'missing')
        yield { at: span, message: messageOf(text, from, project), ...fixes };
      else if (kind === 'bind' && CONFIGURATION.test(text) && project.kindAt(text) === 'missing')
        yield { at: span, message: ko.mount(text), ...(right === undefined && { severity: 'information' }), ...fixes };
      else if ((kind === 'secret' || kind === 'config') && project.kindAt(text) === 'missing') yield { at: span, message: ko.content(text) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            build: ./frontent
        #          ^^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            build: ./frontend
      `,
      around: { 'frontend/Dockerfile': 'FROM node:22-slim\n' },
    },
    {
      bad: compose`
        services:
          web:
            build:
              context: ./frontend
              dockerfile: frontend/Dockerfile
        #                 ^^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            build:
              context: ./frontend
              dockerfile: Dockerfile
      `,
      around: { 'frontend/Dockerfile': 'FROM node:22-slim\n' },
    },
    {
      bad: compose`
        services:
          web:
            build: ./frontend
        #          ^^^^^^^^^^
      `,
      around: { 'frontend/Dockerfile.txt': 'FROM node:22-slim\n' },
    },
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/defualt.conf:/etc/nginx/conf.d/default.conf:ro
        #       ^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
      `,
      around: { 'nginx/default.conf': 'server {\n    listen 80;\n}\n' },
    },
    {
      good: compose`
        services:
          web:
            build: ./frontend
      `,
      around: { 'frontend/Dockerfile': 'FROM node:22-slim\n' },
    },
  ],
};

function messageOf(path: string, context: string, project: ProjectView): string {
  const other = misnamed(path).find((name) => project.kindAt(`${context.replace(/\/+$/, '')}/${name}`) === 'file');
  return other === undefined ? ko.dockerfile(path, context) : ko.named(other, path, context);
}
/** What is written by hand and kept with the project; data and keys are made later as often as not. */
const CONFIGURATION = /^\.{1,2}\/.*\.(?:conf|cnf|ini|sql|sh|toml|properties)$/;
