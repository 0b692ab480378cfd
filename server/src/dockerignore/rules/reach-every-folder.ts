import { dockerignore } from '../../core/example.ts';
import { insert } from '../../core/rule.ts';
import { isEverything } from '../cover.ts';
import type { DockerignoreRule } from '../rule.ts';

/** What tools leave in every folder. */
const EVERYWHERE = new Set(['__pycache__', '*.pyc', '*.pyo', '*.py[co]', '*.py[cod]', '.DS_Store', 'Thumbs.db', '.ipynb_checkpoints', '*.swp', '*~']);

/** What each package of a repository has of its own. */
const OF_PACKAGES = /^[^*!/][^*/]*\/(?:dist|build|coverage|\.next|\.env[\w.*-]*|package-lock\.json)$/;

const ko = {
  rootOnly: (name: string) => `이 줄은 맨 위에 있는 \`${name}\` 파일이나 디렉터리만 뺍니다. 하위 디렉터리에 생기는 것까지 빼려면 \`**/${name}\`로 적으세요.`,
  everywhere: (name: string) => `\`**/${name}\`로 바꾸기`,
};

export const rule: DockerignoreRule = {
  severity: 'hint',
  lesson: {
    title: '모든 디렉터리에서 뺄 것은 `**/`를 붙이세요',
    what: '`__pycache__`처럼 디렉터리마다 생기는 것을 `**/` 없이 적었습니다.',
    why: '`.gitignore`에서는 이름만 적으면 모든 깊이에서 찾지만, 여기서는 컨텍스트의 맨 위만 봅니다. 하위 디렉터리의 것은 이미지에 그대로 들어갑니다.',
    how: '이름 앞에 `**/`를 붙이세요. 맨 위의 것도 함께 빠집니다.',
  },
  also: [],
  href: 'https://docs.docker.com/build/concepts/context/#syntax',

  *file(file) {
    const { patterns } = file;
    if (patterns.some(isEverything)) return;
    const written = new Set(patterns.map(({ cleaned }) => cleaned));
    const hasPackages = patterns.some(({ cleaned }) => OF_PACKAGES.test(cleaned)) && !patterns.some(({ cleaned }) => /^[^/].*\/node_modules$/.test(cleaned));
    for (const { exception, body, cleaned } of patterns) {
      // A slash in front says that the top is meant.
      if (exception || /^\.?\//.test(body.text) || written.has(`**/${cleaned}`)) continue;
      if (!EVERYWHERE.has(cleaned) && !(hasPackages && cleaned === 'node_modules')) continue;
      yield { at: body.span, message: ko.rootOnly(cleaned), fixes: [{ title: ko.everywhere(cleaned), edits: [insert(body.span.start, '**/')] }] };
    }
  },

  examples: [
    {
      bad: dockerignore`
        .git
        __pycache__/
        ^^^^^^^^^^^^
      `,
      fixed: dockerignore`
        .git
        **/__pycache__/
      `,
    },
    {
      bad: dockerignore`
        node_modules
        ^^^^^^^^^^^^
        frontend/dist
      `,
      fixed: dockerignore`
        **/node_modules
        frontend/dist
      `,
    },
    {
      good: dockerignore`
        node_modules
        **/__pycache__
        /.DS_Store
      `,
    },
  ],
};
