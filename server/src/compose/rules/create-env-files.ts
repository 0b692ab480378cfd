import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { envFilesOf } from '../references.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarsUnder, servicesWith } from '../services.ts';
import { weight } from '../undefined-names.ts';

const ko = {
  missing: (path: string) => `\`${path}\` 파일이 없습니다. 이 컴포즈 파일이 있는 폴더에서 본 경로인지 확인하고, 없으면 파일을 만드세요.`,
  secret: (path: string) => `\`${path}\` 파일이 없습니다. 깃에 올리지 않는 파일이라면 \`.env.example\` 같은 견본을 복사해 만드세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '`env_file`에 적은 파일을 만드세요',
    what: '`env_file`이나 `label_file`이 가리키는 파일이 그 자리에 없습니다.',
    why: '컴포즈는 컨테이너를 만들기 전에 이 파일을 읽습니다. 없으면 `env file ... not found` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '경로를 고치거나 파일을 만드세요. 없어도 되는 파일이라면 긴 문법으로 `required: false`를 적으세요.',
  },
  also: ['C212'],
  scope: 'project',
  href: 'https://docs.docker.com/reference/compose-file/services/#env_file',

  *file(model, project) {
    for (const service of new Set([...servicesWith(model, 'env_file'), ...servicesWith(model, 'label_file')])) {
      const labels = scalarsUnder(service.node, 'label_file').map(({ raw }) => ({ word: raw, required: true }));
      for (const { word, required } of [...envFilesOf(service.node), ...labels]) {
        if (!required || word.text === '' || project.kindAt(word.text) !== 'missing') continue;
        // Files such as `.env` and `.env.local` are kept out of Git, so that a fresh clone never has them.
        const isKeptOut = /(?:^|[\\/])\.env[^\\/]*$/.test(word.text);
        const message = isKeptOut ? ko.secret(word.text) : ko.missing(word.text);
        yield placed(service.start, { at: word.span, message, ...(isKeptOut ? { severity: 'warning' as const } : weight(service)) });
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            env_file: settings.env
        #             ^^^^^^^^^^^^
      `,
      around: { 'README.md': '' },
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            env_file:
              - path: local.env
                required: false
              - settings.env
      `,
      around: { 'settings.env': 'TZ=Asia/Seoul\n' },
    },
  ],
};
