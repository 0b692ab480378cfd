import { dotenv } from '../../core/example.ts';
import { lineAt, lineBreakOf } from '../lines.ts';
import type { DotenvRule } from '../rule.ts';

const ko = {
  empty: (comment: string) => `빈 값 바로 뒤의 \`#\` 글자는 주석이 아니어서 \`${comment}\` 전체가 값이 됩니다. 설명을 윗줄로 옮기세요.`,
  tab: '탭 뒤의 `#` 글자는 주석이 아니어서 뒤의 설명까지 값이 됩니다. `#` 앞에 공백을 두세요.',
  move: '설명을 윗줄로 옮기기',
  blank: '탭을 공백으로 바꾸기',
};

export const rule: DotenvRule = {
  severity: 'warning',
  lesson: {
    title: '주석은 값 뒤에 공백을 두고 적으세요',
    what: '설명으로 적은 `# …`가 값에 들어갑니다. 값이 비어 있거나 `#` 앞이 탭입니다.',
    why: '컴포즈는 값 뒤의 **공백 다음** `#`만 주석으로 봅니다. `DEBUG= # 꺼짐`은 빈 값이 아니라 `# 꺼짐` 값이 됩니다.',
    how: '값이 비어 있으면 설명을 윗줄에 적으세요. 값이 있으면 값과 `#` 사이를 공백으로 띄우세요.',
  },
  also: [],
  href: 'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',

  *file(file) {
    const { text } = file;
    for (const { name, value } of file.variables) {
      if (value?.quote !== 'none') continue;
      const { raw } = value;
      const { start, end } = raw.span;
      if (/^#+\s/.test(raw.text) || (raw.text.startsWith('#') && /\s/.test(text[start - 1] ?? '') && /^#\P{ASCII}/u.test(raw.text))) {
        const line = lineAt(text, start);
        const behind = text.slice(start, line.end).trimEnd();
        const before = text.slice(name.span.end, start).trimEnd().length;
        const edits = [
          { span: { start: line.start, end: line.start }, text: `${behind}${lineBreakOf(file)}` },
          { span: { start: name.span.end + before, end: start + behind.length }, text: '' },
        ];
        yield { at: raw.span, message: ko.empty(raw.text), fixes: [{ title: ko.move, edits }] };
        continue;
      }
      const tab = raw.text.search(/\t#\s/);
      if (tab > 0)
        yield { at: { start: start + tab + 1, end }, message: ko.tab, fixes: [{ title: ko.blank, edits: [{ span: { start: start + tab, end: start + tab + 1 }, text: ' ' }] }] };
    }
  },

  examples: [
    {
      bad: dotenv`
        REDIS_PASSWORD= # 없음
                        ^^^^
      `,
      fixed: dotenv`
        # 없음
        REDIS_PASSWORD=
      `,
    },
    {
      good: dotenv`
        COLOR=#ff8800
        CHANNEL= #general
        PORT=80 # 웹
        NOTE='# 그대로'
      `,
    },
  ],
};
