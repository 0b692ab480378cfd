import { dockerfile } from '../../core/example.ts';
import { hubImageIn } from '../../core/hub-image.ts';
import { imageReference } from '../../core/image.ts';
import { currentTag, retired } from '../../core/retired-images.ts';
import { replace } from '../../core/rule.ts';
import { parentOf } from '../facts.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  none: (image: string) => `\`${image}\` 이미지에 태그가 없어 \`latest\`를 씁니다. 빌드하는 날마다 달라질 수 있으니 \`:\` 뒤에 버전을 적으세요.`,
  latest: '`latest`는 빌드하는 날마다 다른 이미지가 될 수 있습니다. 버전이 드러나는 태그를 적으세요.',
  pin: (image: string) => `\`${image}\` 태그로 고정하기`,
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '베이스 이미지의 버전을 적으세요',
    what: '`FROM`에 태그가 없거나 `latest` 태그를 씁니다.',
    why: '`latest`는 움직이는 이름표입니다. 어제 되던 빌드가 오늘은 다른 버전의 이미지로 시작해 실패할 수 있고, 팀원마다 다른 결과를 얻습니다.',
    how: '`node:24-alpine`처럼 버전이 드러나는 태그를 적으세요.',
  },
  also: ['D215', 'DL3006', 'DL3007'],
  href: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',

  *file({ facts }) {
    for (const stage of facts.stages) {
      const { image } = stage;
      if (!image || image.text === 'scratch' || !/^[\w./:@-]+$/.test(image.text) || parentOf(facts, stage) || retired(hubImageIn(image))) continue;
      const { tag, digest } = imageReference(image);
      if (digest || (tag && tag.text !== 'latest')) continue;
      const version = currentTag(hubImageIn(image).name);
      const pinned = version && `${image.text.slice(0, tag ? -tag.text.length - 1 : undefined)}:${version}`;
      const fixes = pinned ? [{ title: ko.pin(pinned), edits: [replace(image.span, pinned)] }] : [];
      yield tag ? { at: tag.span, message: ko.latest, fixes } : { at: image.span, message: ko.none(image.text), fixes };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM node
        #    ^^^^
        RUN npm ci && \
            npm run build
      `,
      fixed: dockerfile`
        FROM node:24
        RUN npm ci && \
            npm run build
      `,
    },
    {
      bad: dockerfile`
        FROM ghcr.io/shop/base:latest
        #                      ^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine AS build
        FROM build
        FROM scratch
      `,
    },
  ],
};
