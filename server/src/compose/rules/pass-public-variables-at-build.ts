import { compose } from '../../core/example.ts';
import { child, textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarsUnder, variablesUnder } from '../services.ts';

const ko = {
  late: (name: string) => `\`${name}\` 변수는 빌드할 때 화면 코드에 새겨지므로 실행할 때 주면 늦습니다. \`build\`의 \`args\`로 넘기고 Dockerfile에서 \`ARG\`로 받으세요.`,
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: '화면에 새겨지는 변수는 빌드할 때 넘기세요',
    what: '직접 빌드하는 서비스의 `environment`에 `NEXT_PUBLIC_`, `VITE_`, `REACT_APP_`으로 시작하는 변수가 있습니다.',
    why: '이 변수들은 `npm run build`가 브라우저로 보낼 코드에 값을 새겨 넣습니다. 컨테이너를 시작할 때 주는 값은 이미 만들어진 코드를 바꾸지 못합니다.',
    how: '`build.args`에 적고, Dockerfile의 빌드 스테이지에서 `ARG`와 `ENV`로 받으세요.',
  },
  also: ['C809'],
  href: 'https://docs.docker.com/reference/compose-file/build/#args',

  *service({ node }) {
    const build = child(node, 'build');
    if (!build) return;
    const late = variablesUnder(node).filter(({ name }) => /^(?:NEXT_PUBLIC|VITE|REACT_APP)_/.test(name.text));
    if (late.length === 0) return;
    const started = `${textOf(child(node, 'command'))} ${scalarsUnder(node, 'command').map(textOf).join(' ')}`;
    // A development server reads them when it starts.
    if (/\b(?:dev|serve|watch|start)\b/.test(started) || /dev/i.test(textOf(child(build, 'target'))) || child(node, 'develop')) return;
    const args = new Set(variablesUnder(build, 'args').map(({ name }) => name.text));
    for (const { name } of late) if (!args.has(name.text)) yield { at: name.span, message: ko.late(name.text) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            build: ./frontend
            environment:
              NEXT_PUBLIC_API_URL: http://localhost:8080
        #     ^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            build:
              context: ./frontend
              args:
                NEXT_PUBLIC_API_URL: http://localhost:8080
      `,
    },
  ],
};
