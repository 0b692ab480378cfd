import { shell } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  blank: '줄 끝의 `\\` 뒤에 빈칸이 있어 다음 줄이 이어지지 않습니다. `\\`를 줄의 마지막 글자로 두세요.',
  remove: '`\\` 뒤의 빈칸 지우기',
};

export const rule: CommandRule = {
  severity: 'warning',
  lesson: {
    title: '줄을 이을 때 `\\`를 줄의 마지막에 적으세요',
    what: '줄을 잇는 `\\` 뒤에 빈칸이 있습니다.',
    why: '`\\`는 바로 뒤의 글자 하나를 감쌉니다. 빈칸이 뒤에 있으면 줄바꿈이 남아서, 명령이 거기에서 끝나고 다음 줄은 `command not found` 오류가 됩니다.',
    how: '`\\` 뒤의 빈칸을 지우세요. 눈에 보이지 않으니 편집기의 공백 보기를 켜면 찾기 쉽습니다.',
  },
  also: [],

  *line(line) {
    const { start, end } = line.command.span;
    for (const match of line.raw({ start, end }).matchAll(/\\([ \t]+)\r?\n/g)) {
      const at = { start: start + match.index, end: start + match.index + 1 };
      const blanks = { start: at.end, end: at.end + (match[1]?.length ?? 0) };
      yield { at, message: ko.blank, fixes: [{ title: ko.remove, edits: [replace(blanks, '')], safe: true }] };
    }
  },

  examples: [
    {
      bad: shell`
        docker run -d ${'\\  '}
        #             ^
          nginx:1.28-alpine
      `,
      fixed: shell`
        docker run -d \
          nginx:1.28-alpine
      `,
    },
    {
      good: shell`
        docker run -d \
          nginx:1.28-alpine
      `,
    },
  ],
};
