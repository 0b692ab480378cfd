import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { exposedPort } from '../ports.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  mapped: (text: string, container: string) => `\`EXPOSE\`는 호스트의 포트를 정하지 못합니다. \`${text}\` 대신 컨테이너의 포트 \`${container}\`만 적으세요.`,
  change: (text: string) => `\`${text}\`만 남기기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`EXPOSE`에는 컨테이너의 포트만 적으세요',
    what: '`EXPOSE`에 `8080:80`처럼 호스트의 포트나 주소가 함께 있습니다.',
    why: '`EXPOSE`는 컨테이너가 쓰는 포트를 알려 줄 뿐 포트를 열지 않습니다. 호스트의 포트는 무시되어 연결되리라 믿게 됩니다.',
    how: '컨테이너의 포트만 적고, 호스트의 포트는 `docker run -p 8080:80`이나 컴포즈의 `ports`에 적으세요.',
  },
  also: ['D123', 'ExposeInvalidFormat'],
  href: 'https://docs.docker.com/reference/build-checks/expose-invalid-format/',

  *instruction({ keyword, args }) {
    if (keyword !== 'EXPOSE') return;
    for (const { text, span } of args) {
      if (/["'$]/.test(text)) continue;
      const { mapped, problem, container, protocol } = exposedPort(text);
      const better = protocol ? `${container}/${protocol}` : container;
      if (mapped && !problem) yield { at: span, message: ko.mapped(text, container), fixes: [{ title: ko.change(better), edits: [replace(span, better)], safe: true }] };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM nginx:1.28-alpine
        EXPOSE 8080:80
        #      ^^^^^^^
      `,
      fixed: dockerfile`
        FROM nginx:1.28-alpine
        EXPOSE 80
      `,
    },
    {
      good: dockerfile`
        FROM nginx:1.28-alpine
        EXPOSE 80 443/tcp
      `,
    },
  ],
};
