import { compose } from '../../core/example.ts';
import { textOf } from '../facts.ts';
import { isDrivelikeVolume } from '../grammar/mounts.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarsUnder } from '../services.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  drive: (name: string) => `\`${name}:\` 부분이 볼륨 이름이 아니라 윈도우의 드라이브로 읽힙니다. 볼륨 이름을 두 글자 이상으로 지으세요.`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '볼륨 이름은 두 글자 이상으로 지으세요',
    what: '마운트의 왼쪽이 `d:/data`처럼 글자 하나로 된 이름입니다.',
    why: '컴포즈는 글자 하나와 콜론을 `C:` 같은 윈도우의 드라이브로 읽습니다. 그래서 이름 있는 볼륨이 연결되지 않고, `d:/data` 전체가 컨테이너 쪽 경로가 됩니다.',
    how: '`db-data:/data`처럼 두 글자 이상의 이름을 쓰고, 맨 아래 `volumes:`에도 같은 이름을 적으세요.',
  },
  also: ['C215'],
  href: 'https://docs.docker.com/reference/compose-file/volumes/',

  *service({ node }) {
    for (const item of scalarsUnder(node, 'volumes')) {
      const text = textOf(item);
      if (hasVariable(item) || text !== item.raw.text || !isDrivelikeVolume(text)) continue;
      yield { at: { start: item.raw.span.start, end: item.raw.span.start + 1 }, message: ko.drive(text.charAt(0)) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - d:/var/lib/mysql
        #       ^
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            volumes:
              - db:/var/lib/mysql
              - D:/backup:/backup
        volumes:
          db:
      `,
    },
  ],
};
