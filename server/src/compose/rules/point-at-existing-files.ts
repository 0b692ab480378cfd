import { compose } from '../../core/example.ts';
import type { ProjectView } from '../../core/project-view.ts';
import { remembered } from '../../core/remember.ts';
import { type Finding, placed, replace } from '../../core/rule.ts';
import { gatheredLists } from '../gathered.ts';
import type { ComposeModel } from '../model.ts';
import { type FileReference, filesUnder, misnamed } from '../references.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarAt } from '../services.ts';

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
    for (const { raw, start } of contents(model)) {
      if (raw.text !== '' && project.kindAt(raw.text) === 'missing') yield placed(start, { at: raw.span, message: ko.content(raw.text) });
    }
    for (const { service, answer } of pointing(model)) for (const reference of answer) yield* judged(reference, service.start, project);
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

const contents = remembered(({ resources }: ComposeModel) =>
  [...resources.secrets, ...resources.configs].flatMap(({ value, start }) => {
    const file = scalarAt(value, 'file');
    return file ? [{ raw: file.raw, start }] : [];
  }),
);

interface Pointer extends FileReference {
  /** A Dockerfile that nobody names has no place in the file; a text in quotes is longer than what it says. */
  readonly isWritten: boolean;
}

const pointing = gatheredLists((service): readonly Pointer[] => {
  const files = filesUnder(service);
  const context = files.find(({ kind }) => kind === 'context');
  return files
    .filter(({ kind, text }) => text !== '' && (kind === 'context' || kind === 'dockerfile' || (kind === 'bind' && CONFIGURATION.test(text))))
    .map((file) => ({ ...file, isWritten: file.span.end - file.span.start === file.text.length && (file.kind !== 'dockerfile' || file.span.start !== context?.span.start) }));
});

function* judged({ kind, text, span: at, from, isWritten }: Pointer, start: number, project: ProjectView): Generator<Finding> {
  const key = from === undefined ? text : `${from.replace(/\/+$/, '')}/${text}`;
  if (project.kindAt(key) !== 'missing' || (from !== undefined && project.kindAt(from) !== 'folder')) return;
  const right = project.meantBy(key);
  const message = kind === 'context' ? ko.context(text) : from === undefined ? ko.mount(text) : messageOf(text, from, project);
  yield placed(start, {
    at,
    message,
    ...(kind === 'bind' && right === undefined && { severity: 'information' }),
    ...(right !== undefined && isWritten && { fixes: [{ title: ko.change(right), edits: [replace(at, right)] }] }),
  });
}
