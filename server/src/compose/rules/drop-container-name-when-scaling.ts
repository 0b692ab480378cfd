import { compose } from '../../core/example.ts';
import { child, textOf } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, scalarAt } from '../services.ts';
import { weight } from '../undefined-names.ts';

const ko = {
  many: (name: string, count: number) =>
    `컨테이너를 ${count}개 만들려면 \`container_name\`을 쓸 수 없습니다. \`${name}\` 이름은 하나의 컨테이너만 가질 수 있으니 이 줄을 지우세요.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '여러 개를 띄울 서비스에는 `container_name`을 쓰지 마세요',
    what: '`scale`이나 `deploy.replicas`로 컨테이너를 둘 이상 만들면서 `container_name`으로 이름을 하나로 정했습니다.',
    why: "컨테이너 이름은 겹칠 수 없습니다. 컴포즈는 `can't set container_name` 오류를 내고 아무것도 실행하지 않습니다.",
    how: '`container_name`을 지우세요. 그러면 컴포즈가 `프로젝트-서비스-1`처럼 번호를 붙여 줍니다.',
  },
  also: ['C122'],
  href: 'https://docs.docker.com/reference/compose-file/services/#container_name',

  *service(service) {
    const { node } = service;
    const name = entryAt(node, 'container_name');
    const count = Number(textOf(scalarAt(node, 'scale')) || textOf(scalarAt(child(node, 'deploy'), 'replicas')));
    if (name?.value && textOf(name.value) !== '' && count > 1) yield { at: name.key.span, message: ko.many(textOf(name.value), count), ...weight(service) };
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            container_name: shop-api
        #   ^^^^^^^^^^^^^^
            deploy:
              replicas: 3
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            container_name: shop-api
            scale: 1
      `,
    },
  ],
};
