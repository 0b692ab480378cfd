import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { hasShell, inShell, shellWord } from '../commands.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  argument: (operator: string) => `exec 형식에서는 \`${operator}\` 기호가 명령을 잇지 않고 첫 프로그램의 인수로 전달됩니다. \`["sh", "-c", "…"]\`로 감싸세요.`,
  wrap: '`sh -c`로 감싸기',
};

export const rule: DockerfileRule = {
  // Docker accepts the file; what fails is the build or the program.
  severity: 'warning',
  lesson: {
    title: 'exec 형식에서 `&&`와 `|`를 쓰려면 셸로 감싸세요',
    what: '`["npm", "ci", "&&", "npm", "start"]`처럼 exec 형식의 항목으로 셸 기호를 적었습니다.',
    why: '`&&`, `|`, `>`는 셸이 알아듣는 기호입니다. exec 형식에는 셸이 없으므로 `npm`이 `&&`라는 글자를 인수로 받고, 뒤의 명령은 실행되지 않습니다.',
    how: '`["sh", "-c", "npm ci && npm start"]`처럼 셸에 통째로 넘기세요. 빌드할 때 할 일이면 `RUN` 줄로 옮기는 편이 낫습니다.',
  },
  also: ['D244'],
  href: 'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',

  *instruction({ exec, keyword }) {
    if (!exec || !(keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'RUN' || keyword === 'HEALTHCHECK')) return;
    const words = exec.elements.map(({ text }) => text);
    if (hasShell(words)) return;
    const index = words.findIndex((word, i) => i > 0 && i < words.length - 1 && /^(?:&&|\|\||\||>>?|2>&1|;)$/.test(word));
    const operator = exec.elements[index];
    // `find … -exec rm {} ;` ends so, and a lone `;` or `|` may be a separator that a program wants.
    if (!operator || (/^[;|]$/.test(operator.text) && words[index - 1]?.startsWith('-')) || (operator.text === ';' && words.includes('-exec'))) return;
    const line = words.map((word) => (/^(?:&&|\|\||\||>>?|2>&1|;)$/.test(word) ? word : shellWord(word))).join(' ');
    yield {
      at: operator.span,
      message: ko.argument(operator.text),
      fixes: [{ title: ko.wrap, edits: [replace(exec.span, inShell(line))] }],
    };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        CMD ["npm", "run", "migrate", "&&", "npm", "start"]
        #                             ^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        CMD ["sh", "-c", "npm run migrate && npm start"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        RUN ["find", "/app", "-name", "*.map", "-exec", "rm", "{}", ";"]
        CMD ["sh", "-c", "npm run migrate && npm start"]
      `,
    },
  ],
};
