import { dotenv } from '../../core/example.ts';
import { referencesIn } from '../dollars.ts';
import type { Variable } from '../file.ts';
import { lineNumbers } from '../lines.ts';
import { soundVariables } from '../reading.ts';
import type { DotenvRule } from '../rule.ts';

const ko = {
  later: (name: string, line: number) => `\`${name}\` 변수는 아래 ${line}행에서야 정해지므로 여기에는 빈 글자가 들어갑니다. 그 줄을 이 줄보다 위로 옮기세요.`,
  set: '여기서 정합니다.',
};

export const rule: DotenvRule = {
  severity: 'warning',
  lesson: {
    title: '다른 값에 쓰는 변수는 그 줄보다 위에 적으세요',
    what: '값이 부르는 변수가 이 파일의 아래쪽에서 정해집니다.',
    why: '컴포즈는 파일을 위에서 아래로 읽으며 그 자리에서 값을 채웁니다. 아직 읽지 않은 변수는 셸에도 없으면 빈 글자가 됩니다.',
    how: '부르는 줄보다 위로 변수를 옮기세요.',
  },
  also: [],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',

  *file(file) {
    const variables = soundVariables(file);
    const line = lineNumbers(file.text);
    const above = new Set<string>();
    const first = new Map<string, Variable>();
    for (const variable of variables) if (!first.has(variable.name.text)) first.set(variable.name.text, variable);
    for (const { name, value } of variables) {
      for (const reference of value ? referencesIn(value) : []) {
        const setter = first.get(reference.name);
        if (reference.operator !== '' || !setter?.value || above.has(reference.name) || setter.name === name) continue;
        yield { at: reference.span, message: ko.later(reference.name, line(setter.span.start)), related: [{ at: setter.name.span, message: ko.set }] };
      }
      above.add(name.text);
    }
  },

  examples: [
    {
      bad: dotenv`
        DB_URL=mysql://mysql:3306/\${DB_NAME}
                                  ^^^^^^^^^^
        DB_NAME=shop
      `,
    },
    {
      good: dotenv`
        DB_NAME=shop
        DB_URL=mysql://mysql:3306/\${DB_NAME}
        LEVEL=\${DEBUG:-info}
        DEBUG=debug
        PATH=/app/bin:$PATH
      `,
    },
  ],
};
