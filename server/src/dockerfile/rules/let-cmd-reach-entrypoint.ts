import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { argumentsSpan, execForm, isOneLine, lastOf, plainWords, textOf } from '../commands.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  ignored: '`ENTRYPOINT`가 셸 형식이라 `CMD`에 적은 인수가 쓰이지 않습니다. `ENTRYPOINT`를 `["프로그램", "인수"]` 형식으로 적으세요.',
  cmd: '이 `CMD`는 쓰이지 않습니다.',
  convert: '`ENTRYPOINT`를 exec 형식으로 바꾸기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`CMD`와 함께 쓰는 `ENTRYPOINT`는 exec 형식으로 적으세요',
    what: '셸 형식의 `ENTRYPOINT`와 `CMD`가 한 스테이지에 있습니다.',
    why: '셸 형식의 `ENTRYPOINT`는 뒤에 오는 인수를 받지 않습니다. `CMD`도, `docker run 이미지 인수`로 넘긴 것도 말없이 버려집니다.',
    how: '`ENTRYPOINT ["python", "manage.py"]`처럼 exec 형식으로 적으면 `CMD`가 그 뒤에 붙습니다.',
  },
  also: ['D240', 'DL3025'],
  href: 'https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact',

  *file({ facts, file }) {
    for (const stage of facts.stages) {
      const entrypoint = lastOf(stage, 'ENTRYPOINT');
      const cmd = lastOf(stage, 'CMD');
      if (!entrypoint || !cmd || entrypoint.block.exec) continue;
      const text = textOf(entrypoint.block);
      // The shell hands what follows to the script as `$0`, `$@` …
      if (text === '' || text.startsWith('[') || /\$(?:[@*#\d]|\{[@*#\d])/.test(text)) continue;
      const at = shift(argumentsSpan(entrypoint.block), entrypoint.start);
      const words = isOneLine(file, entrypoint) ? plainWords(text) : undefined;
      yield {
        at,
        message: ko.ignored,
        related: [{ at: shift(cmd.block.name.span, cmd.start), message: ko.cmd }],
        ...(words && { fixes: [{ title: ko.convert, edits: [replace(at, execForm(words))] }] }),
      };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT python manage.py
        #          ^^^^^^^^^^^^^^^^
        CMD ["runserver"]
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python", "manage.py"]
        CMD ["runserver"]
      `,
    },
    {
      good: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python", "manage.py"]
        CMD ["runserver"]
      `,
    },
  ],
};
