import { compose } from '../../core/example.ts';
import type { Word } from '../../core/text.ts';
import type { Node } from '../file.ts';
import { headsAlone } from '../gathered.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarsUnder } from '../services.ts';

const ko = {
  missing: (path: string) => `\`${path}\` 파일을 찾을 수 없습니다. 이 컴포즈 파일이 있는 폴더에서 본 경로를 적으세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '있는 파일을 `include`에 적으세요',
    what: '`include`에 적은 컴포즈 파일이나 env 파일이 그 자리에 없습니다.',
    why: '컴포즈는 끼워 넣을 파일을 모두 읽어야 시작합니다. 없으면 `no such file or directory` 오류를 내고 아무것도 실행하지 않습니다.',
    how: '경로를 고치세요. 경로는 이 컴포즈 파일이 있는 폴더에서 시작합니다.',
  },
  also: ['C211'],
  href: 'https://docs.docker.com/reference/compose-file/include/',
  scope: 'project',

  *file(model, project) {
    for (const { key, value, start } of headsAlone(model)) {
      if (key.raw.text !== 'include') continue;
      for (const { text, span } of pathsOf(value)) {
        if (text === '' || text.includes('$') || /^(?:oci|https?|git|ssh):|^[\w.-]+@|\.git(?:#|$)/.test(text)) continue;
        if (project.kindAt(text) === 'missing') yield { at: { start: start + span.start, end: start + span.end }, message: ko.missing(text) };
      }
    }
  },

  examples: [
    {
      bad: compose`
        include:
          - infra/db.yaml
        #   ^^^^^^^^^^^^^
        services:
          web:
            image: nginx:1.28-alpine
      `,
      around: { 'other.yaml': 'services: {}\n' },
    },
    {
      good: compose`
        include:
          - infra/db.yaml
        services:
          web:
            image: nginx:1.28-alpine
      `,
      around: { 'infra/db.yaml': 'services:\n  db:\n    image: mysql:8.4\n' },
    },
  ],
};

function pathsOf(value: Node | undefined): Word[] {
  if (value?.kind !== 'sequence') return [];
  return value.items.flatMap((item) => {
    if (item.kind === 'scalar') return [item.raw];
    return [...scalarsUnder(item, 'path'), ...scalarsUnder(item, 'env_file')].map(({ raw }) => raw);
  });
}
