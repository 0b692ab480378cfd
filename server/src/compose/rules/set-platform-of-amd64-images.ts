import { compose } from '../../core/example.ts';
import { retired } from '../../core/retired-images.ts';
import { lacksArm } from '../amd64-images.ts';
import { lineAbove } from '../environment.ts';
import { child } from '../facts.ts';
import { hubImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, imageOf } from '../services.ts';

const ko = {
  none: (image: string) => `\`${image}\` 이미지는 Apple Silicon 맥용(arm64)이 없습니다. 그런 맥에서도 쓰려면 \`platform: linux/amd64\`를 적으세요.`,
  add: '`platform: linux/amd64` 적기',
};

export const rule: ComposeRule = {
  severity: 'information',
  lesson: {
    title: 'amd64용만 있는 이미지에는 `platform`을 적으세요',
    what: 'arm64용으로 만들어지지 않은 이미지를 `platform` 없이 씁니다.',
    why: 'Apple Silicon 맥과 ARM 서버에서는 `no matching manifest for linux/arm64` 오류가 나고 이미지를 받지 못합니다.',
    how: '`platform: linux/amd64`를 적으면 흉내 내어 실행합니다. 느릴 수 있으니 arm64를 지원하는 이미지가 있으면 그것을 쓰세요.',
  },
  also: ['C715'],
  href: 'https://docs.docker.com/reference/compose-file/services/#platform',

  *service(service) {
    const image = imageOf(service);
    const hub = hubImage(service);
    // Of a retired image another rule says it.
    if (!image || !hub || !lacksArm(hub) || retired(hub) || ['platform', 'build', 'extends'].some((key) => child(service.node, key))) return;
    const key = entryAt(service.node, 'image')?.key;
    const edit = key && lineAbove(service, key.span, 'platform: linux/amd64');
    yield { at: image.raw.span, message: ko.none(hub.name), ...(edit && { fixes: [{ title: ko.add, edits: [edit] }] }) };
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mcr.microsoft.com/mssql/server:2022-latest
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            environment:
              ACCEPT_EULA: "Y"
      `,
      fixed: compose`
        services:
          db:
            platform: linux/amd64
            image: mcr.microsoft.com/mssql/server:2022-latest
            environment:
              ACCEPT_EULA: "Y"
      `,
    },
    {
      good: compose`
        services:
          db:
            image: gvenzl/oracle-free:23-slim
          old:
            image: gvenzl/oracle-xe:21-slim
            platform: linux/amd64
      `,
    },
  ],
};
