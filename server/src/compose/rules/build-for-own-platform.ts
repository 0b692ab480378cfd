import { compose } from '../../core/example.ts';
import { child, textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, scalarAt, scalarsUnder } from '../services.ts';
import { weight } from '../undefined-names.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  missing: (platform: string) => `\`build.platforms\`에 이 서비스의 \`${platform}\` 플랫폼이 없습니다. 목록에 더하거나 \`platform\`을 지우세요.`,
  platform: '서비스의 `platform`이 적힌 곳입니다.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '빌드할 플랫폼에 서비스의 플랫폼을 넣으세요',
    what: '`platform`으로 실행할 플랫폼을 정했는데 `build.platforms` 목록에는 그 플랫폼이 없습니다.',
    why: '실행할 이미지가 만들어지지 않으므로 컴포즈가 `service.build.platforms MUST include service.platform` 오류를 냅니다.',
    how: '`build.platforms`에 같은 값을 더하세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/build/#platforms',

  *service(service) {
    const platform = scalarAt(service.node, 'platform');
    const build = child(service.node, 'build');
    const platforms = scalarsUnder(build, 'platforms');
    const key = entryAt(build, 'platforms')?.key;
    if (!platform || !key || platforms.length === 0 || textOf(platform) === '' || [platform, ...platforms].some(hasVariable)) return;
    if (platforms.some((it) => textOf(it) === textOf(platform))) return;
    yield { at: key.span, message: ko.missing(textOf(platform)), related: [{ at: platform.span, message: ko.platform }], ...weight(service) };
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            platform: linux/arm64
            build:
              context: .
              platforms:
        #     ^^^^^^^^^
                - linux/amd64
      `,
    },
    {
      good: compose`
        services:
          api:
            platform: linux/arm64
            build:
              context: .
              platforms: [linux/amd64, linux/arm64]
      `,
    },
  ],
};
