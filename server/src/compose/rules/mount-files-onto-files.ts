import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import type { ComposeRule } from '../rule.ts';
import { mountsOf } from '../services.ts';

const ko = {
  folder: (source: string, target: string) =>
    `\`${source}\` 폴더를 \`${target}\` 파일 자리에 연결하고 있습니다. 파일 자리에는 파일을, 폴더 자리에는 폴더를 연결하지 않으면 컨테이너가 켜지지 않습니다.`,
  file: (source: string, target: string) => `\`${source}\` 파일을 \`${target}\` 폴더 자리에 연결하고 있습니다. 컨테이너 쪽에도 파일 이름까지 적으세요.`,
  add: (path: string) => `\`${path}\` 경로로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '파일 자리에는 파일을 연결하세요',
    what: '폴더를 파일 경로에, 또는 파일을 `/`로 끝나는 폴더 경로에 연결하고 있습니다.',
    why: '도커는 종류가 다른 둘을 겹치지 못합니다. `Are you trying to mount a directory onto a file (or vice-versa)?` 오류가 나고 컨테이너가 켜지지 않습니다. 없던 파일을 연결하면 도커가 그 이름의 폴더를 만들어 두기 때문에, 다음에도 같은 오류가 납니다.',
    how: '컨테이너 쪽 경로를 파일이면 파일 이름까지 적으세요. 내 컴퓨터에 잘못 만들어진 빈 폴더는 지우고 파일을 만드세요.',
  },
  also: ['C405'],
  href: 'https://docs.docker.com/engine/storage/bind-mounts/',

  *file(model, project) {
    for (const service of model.services) {
      for (const { type, source, target, short } of mountsOf(service)) {
        if (type !== 'bind' || !source || !target || target.text.includes('$')) continue;
        const kind = project.kindAt(source.text);
        if (kind === 'folder' && FILE.test(target.text)) yield placed(service.start, { at: source.span, message: ko.folder(source.text, target.text) });
        else if (kind === 'file' && /.\/$/.test(target.text)) {
          const right = `${target.text}${source.text.replace(/^.*[/\\]/, '')}`;
          const fixes = short ? [{ title: ko.add(right), edits: [{ span: target.span, text: right }] }] : [];
          yield placed(service.start, { at: target.span, message: ko.file(source.text, target.text), fixes });
        }
      }
    }
  },

  examples: [
    {
      around: { 'nginx/default.conf': 'server {}\n' },
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/:ro
        #                            ^^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
      `,
    },
    {
      around: { 'nginx/default.conf': 'server {}\n' },
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            volumes:
              - ./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro
              - ./nginx:/etc/nginx/conf.d
      `,
    },
  ],
};

/** Ends like a file that a program is configured by; folders such as `/etc/conf.d` have a dot too. */
const FILE = /\/[^/]*[^/.]\.(?:conf|cnf|ini|ya?ml|json|toml|properties|sql|sh|env|xml|html|js|ts|py)$/;
