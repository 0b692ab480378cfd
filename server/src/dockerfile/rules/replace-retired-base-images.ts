import { dockerfile } from '../../core/example.ts';
import { hubImageIn } from '../../core/hub-image.ts';
import { retired } from '../../core/retired-images.ts';
import { replace } from '../../core/rule.ts';
import { parentOf } from '../facts.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  image: (image: string, instead: string) => `\`${image}\` 이미지는 더 만들지 않아 보안 수정이 오지 않습니다. \`${instead}\` 이미지로 바꾸세요.`,
  version: (image: string, instead: string) => `\`${image}\` 버전은 지원이 끝나 보안 수정이 오지 않습니다. \`${instead}\` 이미지로 바꾸세요.`,
  use: (instead: string) => `\`${instead}\` 이미지로 바꾸기`,
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '지원이 끝난 베이스 이미지를 바꾸세요',
    what: '`FROM`에 더 만들지 않는 이미지나 지원이 끝난 버전을 적었습니다.',
    why: '새로 알려진 보안 구멍이 고쳐지지 않습니다. 오래된 배포판은 패키지 저장소까지 닫혀 `apt-get update`나 `yum install`이 실패하기도 합니다.',
    how: '`openjdk`는 `eclipse-temurin`으로, `ubuntu:18.04`는 `ubuntu:24.04`로 바꾸세요. 바꾼 뒤에는 앱이 새 버전에서 빌드되고 실행되는지 확인하세요.',
  },
  also: ['D236'],
  href: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',

  *file({ facts }) {
    for (const stage of facts.stages) {
      const { image } = stage;
      if (!image || image.text.includes('$') || parentOf(facts, stage)) continue;
      const found = retired(hubImageIn(image));
      if (!found) continue;
      yield {
        at: image.span,
        message: ko[found.kind](image.text, found.instead),
        tag: 'deprecated',
        ...(found.mild && { severity: 'information' as const }),
        ...(found.fix && { fixes: [{ title: ko.use(found.fix), edits: [replace(image.span, found.fix)] }] }),
      };
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM openjdk:17-jdk-slim
        #    ^^^^^^^^^^^^^^^^^^^
        CMD ["java", "-version"]
      `,
      fixed: dockerfile`
        FROM eclipse-temurin:17-jdk
        CMD ["java", "-version"]
      `,
    },
    {
      bad: dockerfile`
        FROM ubuntu:18.04
        #    ^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM ubuntu:24.04
      `,
    },
    {
      bad: dockerfile`
        FROM centos:7
        #    ^^^^^^^^
      `,
    },
    {
      bad: dockerfile`
        FROM node:14.17-alpine3.13
        #    ^^^^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
      `,
    },
    {
      good: dockerfile`
        ARG NODE_VERSION=14
        FROM node:\${NODE_VERSION} AS java
        FROM ubuntu:22.04
        FROM node:22-alpine
        FROM ghcr.io/someone/openjdk:8
        FROM java
      `,
    },
  ],
};
