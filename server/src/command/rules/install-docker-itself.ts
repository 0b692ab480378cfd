import { shell } from '../../core/example.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  wrong: (word: string) => `\`${word}\` 패키지는 도커가 아니라 이름만 같은 다른 프로그램입니다. 이 줄을 지우고 Docker Desktop이나 Docker Engine을 공식 문서대로 설치하세요.`,
};

export const rule: CommandRule = {
  severity: 'warning',
  lesson: {
    title: '도커는 공식 문서대로 설치하세요',
    what: '`npm install -g docker`로 도커를 설치하려고 합니다.',
    why: 'npm의 `docker` 패키지는 문서를 만드는 도구이고 도커와 관계가 없습니다. 설치해도 `docker` 명령으로 컨테이너를 띄울 수 없습니다.',
    how: 'Windows와 macOS에는 Docker Desktop을, Linux에는 Docker Engine을 설치하세요. 설치한 뒤 `docker version`으로 확인합니다.',
  },
  also: [],
  href: 'https://docs.docker.com/get-started/get-docker/',

  *file({ installs }) {
    for (const { words } of installs) {
      const at = words.findIndex(({ text }) => /^(?:install|i|add)$/.test(text));
      // Without `-g` it is a dependency of a project, which may be a library that is meant.
      const isGlobal = words.some(({ text }) => /^(?:-g|--global|global)$/.test(text));
      const named = at < 0 ? undefined : words.slice(at + 1).find(({ text }) => /^docker(?:@\S+)?$/.test(text));
      if (named && isGlobal) yield { at: named.span, message: ko.wrong(named.text) };
    }
  },

  examples: [
    {
      bad: shell`
        npm install -g docker
        #              ^^^^^^
      `,
    },
    {
      good: shell`
        npm install -g dockerfilelint
        npm install dockerode
        sudo apt-get install docker-ce docker-ce-cli
      `,
    },
  ],
};
