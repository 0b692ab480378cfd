import { dockerignore } from '../../core/example.ts';
import { insert, replace } from '../../core/rule.ts';
import { lineBreakOf, lineStart } from '../lines.ts';
import type { DockerignoreRule } from '../rule.ts';

const ko = {
  behind: (pattern: string) => `패턴 뒤의 \`#\`은 주석이 아니라 이름의 일부라서, 이 줄은 \`${pattern}\` 패턴으로 읽히지 않습니다. 설명을 윗줄로 옮기세요.`,
  move: '설명을 윗줄로 옮기기',
};

export const rule: DockerignoreRule = {
  severity: 'warning',
  lesson: {
    title: '주석은 패턴 뒤가 아니라 따로 한 줄에 적으세요',
    what: '패턴과 같은 줄에 `# 설명`이 붙어 있습니다.',
    why: '이 파일에서 주석은 줄의 첫 글자가 `#`일 때뿐입니다. 뒤에 붙인 설명까지 파일 이름으로 읽혀, 빠져야 할 파일이 빌드 컨텍스트에 그대로 들어갑니다.',
    how: '설명을 바로 윗줄로 옮기고 `#`으로 시작하세요.',
  },
  also: [],
  href: 'https://docs.docker.com/build/concepts/context/#syntax',

  *file(file) {
    for (const pattern of file.patterns) {
      const { body } = pattern;
      // `Draft #1` may be a name.
      const match = /[ \t]#(?!\d)/.exec(body.text);
      if (!match) continue;
      const name = body.text.slice(0, match.index).trimEnd();
      if (name === '') continue;
      const at = { start: body.span.start + match.index + 1, end: body.span.end };
      const comment = file.text.slice(at.start, at.end);
      const edits = [insert(lineStart(file, pattern), `${comment}${lineBreakOf(file)}`), replace({ start: body.span.start + name.length, end: at.end }, '')];
      yield { at, message: ko.behind(name), fixes: [{ title: ko.move, edits }] };
    }
  },

  examples: [
    {
      bad: dockerignore`
        .git
        .env  # 비밀번호
              ^^^^^^
      `,
      fixed: dockerignore`
        .git
        # 비밀번호
        .env
      `,
    },
    {
      good: dockerignore`
        # 비밀번호
        .env
        issue #12.txt
        a#b
      `,
    },
  ],
};
