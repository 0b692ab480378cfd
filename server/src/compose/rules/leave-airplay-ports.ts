import { compose } from '../../core/example.ts';
import { placed, replace } from '../../core/rule.ts';
import { gatheredLists } from '../gathered.ts';
import type { ComposeRule } from '../rule.ts';
import { portsOf, servicesWith } from '../services.ts';

const ko = {
  taken: (port: string) => `맥에서는 \`${port}\` 포트를 AirPlay 수신 기능이 쓰고 있어 연결하지 못할 수 있습니다. 왼쪽 포트를 다른 번호로 바꾸세요.`,
  change: (port: number) => `호스트 쪽을 \`${port}\` 포트로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: '맥이 쓰는 `5000`번과 `7000`번 포트는 피하세요',
    what: '호스트 포트로 `5000`이나 `7000`을 골랐습니다.',
    why: '맥의 AirPlay 수신 기능이 이 두 포트를 씁니다. 켜져 있으면 `port is already allocated`나 `address already in use` 오류가 납니다.',
    how: '`"5001:5000"`처럼 왼쪽 번호만 바꾸세요. 팀에 맥을 쓰는 사람이 없다면 그대로 두어도 됩니다.',
  },
  also: ['C309'],
  href: 'https://docs.docker.com/reference/compose-file/services/#ports',

  *file(model) {
    const taken = airplay(model);
    if (taken.length === 0) return;
    const used = new Set(servicesWith(model, 'ports').flatMap((service) => portsOf(service).map(({ published }) => published?.text)));
    for (const { service, answer } of taken) {
      for (const published of answer) {
        const first = Number(published.text);
        const free = Array.from({ length: 99 }, (_, i) => first + i + 1).find((port) => !used.has(String(port))) ?? first + 100;
        const fixes = [{ title: ko.change(free), edits: [replace(published.span, String(free))] }];
        yield placed(service.start, { at: published.span, message: ko.taken(published.text), fixes });
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            build: .
            ports:
              - "5000:5000"
        #        ^^^^
      `,
      fixed: compose`
        services:
          api:
            build: .
            ports:
              - "5001:5000"
      `,
    },
    {
      good: compose`
        services:
          api:
            build: .
            ports:
              - "8080:5000"
      `,
    },
  ],
};

const airplay = gatheredLists((service) =>
  portsOf(service).flatMap(({ published, address, protocol }) => (published && !address && protocol === 'tcp' && /^[57]000$/.test(published.text) ? [published] : [])),
);
