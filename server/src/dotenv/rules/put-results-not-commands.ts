import { dotenv } from '../../core/example.ts';
import { soundVariables } from '../reading.ts';
import type { DotenvRule } from '../rule.ts';

const ko = {
  command: (text: string) => `\`${text}\` 명령은 실행되지 않고 글자 그대로 값이 됩니다. 명령의 결과를 적거나, 셸에서 \`export\`로 정하세요.`,
  ticks: '백틱 안의 명령은 실행되지 않고 글자 그대로 값이 됩니다. 명령의 결과를 적거나, 셸에서 `export`로 정하세요.',
};

export const rule: DotenvRule = {
  severity: 'warning',
  lesson: {
    title: 'env 파일에는 명령 말고 결과를 적으세요',
    what: '값에 `$(명령)`이나 백틱으로 감싼 명령이 있습니다.',
    why: '컴포즈는 이 파일을 셸로 실행하지 않고 글자로 읽습니다. `$(date)` 같은 글자가 그대로 컨테이너에 들어갑니다.',
    how: '결과를 직접 적으세요. 실행할 때마다 달라지는 값이라면 파일에서 빼고 `BUILD_DATE=$(date +%F) docker compose up`처럼 셸에서 넘기세요.',
  },
  also: [],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',

  *file(file) {
    for (const { value } of soundVariables(file)) {
      if (!value || value.quote === 'single') continue;
      const { raw } = value;
      const match = /(?<![\\$])\$\([a-z][\w.-]*(?:[ |][^()\n]*)?\)/.exec(raw.text);
      const ticks = match ? null : /^`[a-z][^`\n]*`$/.exec(raw.text);
      const found = match ?? ticks;
      if (!found) continue;
      const start = raw.span.start + found.index;
      yield { at: { start, end: start + found[0].length }, message: match ? ko.command(match[0]) : ko.ticks };
    }
  },

  examples: [
    {
      bad: dotenv`
        BUILD_DATE=$(date +%F)
                   ^^^^^^^^^^^
      `,
    },
    {
      good: dotenv`
        PATTERN='$(date)'
        PRICE=$(10)
        SELECTOR=$$(menu)
      `,
    },
  ],
};
