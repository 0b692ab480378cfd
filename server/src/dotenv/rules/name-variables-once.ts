import { dotenv } from '../../core/example.ts';
import { referencesIn } from '../dollars.ts';
import type { Variable } from '../file.ts';
import { lineNumbers, removeLines } from '../lines.ts';
import type { DotenvRule } from '../rule.ts';

const ko = {
  again: (name: string, line: number) => `\`${name}\` 변수를 ${line}행에서 다시 정하므로 이 줄의 값은 쓰이지 않습니다. 한 줄만 남기세요.`,
  last: '이 줄의 값이 쓰입니다.',
  remove: '쓰이지 않는 줄 지우기',
};

export const rule: DotenvRule = {
  severity: 'hint',
  lesson: {
    title: '변수는 파일마다 한 번만 정하세요',
    what: '같은 이름의 변수가 두 번 나옵니다.',
    why: '아래 줄의 값만 남고 위의 값은 버려지는데, 알려 주는 메시지는 없습니다. 위의 줄을 고치고 왜 그대로인지 찾게 됩니다.',
    how: '쓸 값 한 줄만 남기세요. 바꾸어 가며 쓰는 값이라면 한쪽을 `#` 주석으로 두세요.',
  },
  also: ['E102', 'dotenv-linter:DuplicatedKey'],

  *file(file) {
    const line = lineNumbers(file.text);
    const last = new Map<string, Variable>();
    const lastUse = new Map<string, number>();
    for (const variable of file.variables) {
      if (variable.value) for (const { name, span } of referencesIn(variable.value)) lastUse.set(name, span.start);
      last.set(variable.name.text, variable);
    }
    for (const variable of file.variables) {
      const { name, span } = variable;
      const winner = last.get(name.text);
      // A name alone may take nothing from the shell, and a value that another asks for is of use.
      if (!winner?.value || winner === variable || (lastUse.get(name.text) ?? 0) > span.end) continue;
      const related = [{ at: winner.name.span, message: ko.last }];
      const fixes = [{ title: ko.remove, edits: [removeLines(file, variable)], safe: true as const }];
      yield { at: span, message: ko.again(name.text, line(winner.span.start)), tag: 'unnecessary', fixes, related };
    }
  },

  examples: [
    {
      bad: dotenv`
        DB_PASSWORD=old
        ^^^^^^^^^^^^^^^
        DB_NAME=shop
        DB_PASSWORD=new
      `,
      fixed: dotenv`
        DB_NAME=shop
        DB_PASSWORD=new
      `,
    },
    {
      good: dotenv`
        OPTS=-Xmx512m
        OPTS="\${OPTS} -Dx=1"
        # OPTS=-Xmx1g
      `,
    },
  ],
};
