import { compose } from '../../core/example.ts';
import { imageReference } from '../../core/image.ts';
import { child, textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { kindOf } from '../scalars.ts';
import { imageOf } from '../services.ts';
import { hasVariable } from '../walk.ts';

const ko = {
  none: (image: string) => `\`${image}\` 이미지에 태그가 없어 \`latest\`를 씁니다. \`:\` 뒤에 버전을 적으세요.`,
  latest: '`latest`는 받는 날마다 다른 이미지가 될 수 있습니다. 버전이 드러나는 태그를 적으세요.',
};

export const rule: ComposeRule = {
  severity: 'hint',
  lesson: {
    title: '이미지의 버전을 적으세요',
    what: '이미지에 태그가 없거나 `latest` 태그를 씁니다.',
    why: '`latest`는 움직이는 이름표라서 어제 되던 것이 오늘 안 될 수 있고, 팀원마다 다른 버전을 쓰게 됩니다.',
    how: '`mysql:8.4`처럼 버전이 드러나는 태그를 적으세요.',
  },
  also: ['C717', 'dclint:service-image-require-explicit-tag'],
  href: 'https://docs.docker.com/reference/compose-file/services/#image',

  *service(service) {
    const image = imageOf(service);
    // An image that is built here is called as one likes.
    if (!image || hasVariable(image) || kindOf(image) !== 'string' || textOf(image) === '' || child(service.node, 'build') || child(service.node, 'extends')) return;
    const { tag, digest } = imageReference(image.raw);
    if (digest || (tag && tag.text !== 'latest')) return;
    yield tag ? { at: tag.span, message: ko.latest } : { at: image.raw.span, message: ko.none(image.raw.text) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:latest
        #                ^^^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
          api:
            build: .
            image: shop-api
      `,
    },
  ],
};
