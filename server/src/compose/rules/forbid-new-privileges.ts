import { compose } from '../../core/example.ts';
import { lineAbove } from '../environment.ts';
import { child, textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { scalarsUnder } from '../services.ts';

const ko = {
  none: (name: string) => `\`${name}\` 서비스의 프로그램이 실행 중에 더 큰 권한을 얻을 수 있습니다. \`security_opt\`에 \`no-new-privileges:true\`를 적으세요.`,
  add: '`no-new-privileges:true` 적기',
};

export const rule: ComposeRule = {
  severity: 'off',
  lesson: {
    title: '실행 중에 권한을 늘리지 못하게 하세요',
    what: '서비스에 `no-new-privileges`가 없습니다.',
    why: '일반 사용자로 실행해도 `sudo`처럼 권한을 올려 주는 파일이 이미지에 있으면 `root`가 될 수 있습니다. 이 설정은 그 길을 막습니다.',
    how: '`security_opt: ["no-new-privileges:true"]`를 적으세요. `root`로 시작했다가 사용자를 바꾸는 이미지는 그대로 동작합니다.',
  },
  also: ['C905'],
  href: 'https://docs.docker.com/reference/compose-file/services/#security_opt',

  *service(service) {
    const { node, name, key } = service;
    const first = node?.entries[0];
    if (!node || !first || child(node, 'extends') || child(node, 'provider') || textOf(child(node, 'privileged')) === 'true') return;
    if (scalarsUnder(node, 'security_opt').some((option) => /^no-new-privileges(?:[:=]true)?$/.test(textOf(option)))) return;
    const edit = child(node, 'security_opt') ? undefined : lineAbove(service, first.key.span, 'security_opt: ["no-new-privileges:true"]');
    yield { at: key.raw.span, message: ko.none(name), ...(edit && { fixes: [{ title: ko.add, edits: [edit] }] }) };
  },

  examples: [
    {
      bad: compose`
        services:
          api:
        # ^^^
            image: eclipse-temurin:21-jre
      `,
      fixed: compose`
        services:
          api:
            security_opt: ["no-new-privileges:true"]
            image: eclipse-temurin:21-jre
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            security_opt:
              - no-new-privileges
      `,
    },
  ],
};
