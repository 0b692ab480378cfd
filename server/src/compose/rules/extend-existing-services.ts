import { compose } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { placed, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { cyclesOf } from '../cycles.ts';
import { extendedBy } from '../extends.ts';
import type { ComposeRule } from '../rule.ts';
import { servicesByName, servicesWith } from '../services.ts';

const ko = {
  missing: (name: string) => `\`extends\`로 이어받을 \`${name}\` 서비스가 이 파일에 없습니다. 이름을 확인하거나 \`file:\`에 그 서비스가 있는 파일을 적으세요.`,
  missingIn: (name: string, file: string) => `\`${file}\` 파일에 \`${name}\` 서비스가 없습니다. 이어받을 서비스의 이름을 확인하세요.`,
  noFile: (file: string) => `\`${file}\` 파일을 찾을 수 없습니다. 이 컴포즈 파일이 있는 폴더에서 본 경로를 적으세요.`,
  circle: (names: readonly string[]) => `${[...names, names[0]].map((name) => `\`${name}\``).join(' → ')} 서비스가 서로를 이어받습니다. 이 가운데 한 \`extends\`를 지우세요.`,
  next: (name: string, other: string) => `\`${name}\` 서비스는 \`${other}\` 서비스를 이어받습니다.`,
  rename: (other: string) => `\`${other}\` 이름으로 고치기`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '있는 서비스를 `extends`로 이어받으세요',
    what: '`extends`가 가리키는 파일이나 서비스가 없거나, 서로가 서로를 이어받습니다.',
    why: '컴포즈는 이어받을 내용을 먼저 읽습니다. 찾지 못하면 `no such file or directory`나 `service ... not found`, 돌고 돌면 `Circular reference` 오류를 냅니다.',
    how: '같은 파일이면 서비스 이름만, 다른 파일이면 `file:`과 `service:`를 함께 적으세요.',
  },
  also: ['C211'],
  href: 'https://docs.docker.com/reference/compose-file/services/#extends',
  scope: 'project',

  *file(model, project) {
    const here = servicesByName(model);
    const graph = new Map<string, string[]>();
    for (const service of servicesWith(model, 'extends')) {
      const extended = extendedBy(service);
      if (!extended || extended.service.text.includes('$')) continue;
      const { service: target, file } = extended;
      if (file) {
        const found = file.text.includes('$') ? undefined : project.extended(file.text, target.text)?.found;
        if (found === 'no-file') yield placed(service.start, { at: file.span, message: ko.noFile(file.text) });
        if (found === 'no-service') yield placed(service.start, { at: target.span, message: ko.missingIn(target.text, file.text) });
      } else if (here.has(target.text)) graph.set(service.name, [target.text]);
      // What is included is there too.
      else if (!project.namesIn('services').has(target.text)) {
        const other = nearest(target.text, here.keys());
        yield placed(service.start, {
          at: target.span,
          message: ko.missing(target.text),
          ...(other && other !== service.name && { fixes: [{ title: ko.rename(other), edits: [replace(target.span, other)] }] }),
        });
      }
    }
    for (const circle of cyclesOf(graph)) {
      const steps = circle.flatMap((name) => {
        const service = here.get(name);
        const extended = service && extendedBy(service);
        return service && extended ? [{ name, to: extended.service.text, at: shift(extended.service.span, service.start) }] : [];
      });
      const [first, ...rest] = steps;
      if (first) yield { at: first.at, message: ko.circle(circle), related: rest.map(({ name, to, at }) => ({ at, message: ko.next(name, to) })) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          base:
            image: eclipse-temurin:21-jre
          api:
            extends: bases
        #            ^^^^^
      `,
      fixed: compose`
        services:
          base:
            image: eclipse-temurin:21-jre
          api:
            extends: base
      `,
    },
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            extends:
              service: worker
        #              ^^^^^^
          worker:
            extends: api
      `,
    },
    {
      good: compose`
        services:
          api:
            extends:
              file: common.yaml
              service: base
          worker:
            extends: api
      `,
      around: { 'common.yaml': 'services:\n  base:\n    image: eclipse-temurin:21-jre\n' },
    },
  ],
};
