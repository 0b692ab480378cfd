import { compose } from '../../core/example.ts';
import { placed } from '../../core/rule.ts';
import { environmentOf, startOf, variableAbove } from '../environment.ts';
import { child } from '../facts.ts';
import { gathered } from '../gathered.ts';
import { hubImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { imageOf, mountsOf } from '../services.ts';

const ko = {
  alone: '혼자 실행하는 Elasticsearch에 `discovery.type`이 없으면 시작하다가 꺼집니다. `environment`에 `discovery.type: single-node`를 적으세요.',
  add: '`discovery.type: single-node` 적기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: 'Elasticsearch를 하나만 띄울 때는 `single-node`를 적으세요',
    what: 'Elasticsearch에 `discovery.type`도 클러스터 설정도 없습니다.',
    why: '컨테이너 안의 Elasticsearch는 다른 노드를 찾을 방법이 정해졌는지 검사합니다. 없으면 `the default discovery settings are unsuitable for production use` 오류를 내고 꺼집니다.',
    how: '`environment`에 `discovery.type: single-node`를 적으세요.',
  },
  also: ['C713'],
  href: 'https://www.elastic.co/docs/deploy-manage/deploy/self-managed/install-elasticsearch-docker-basic',

  *file(model, project) {
    for (const { service, answer } of nodes(model)) {
      const { image, major } = answer;
      const { values, complete } = environmentOf(service, project);
      if (!complete || [...values.keys()].some((name) => /discovery|initial[._]master|seed_?hosts|(?:network|transport)[._]host/i.test(name))) continue;
      // Since 8 a node that sets up its own security is on its own.
      if (major > 7 && values.get('xpack.security.enabled') !== 'false') continue;
      const edit = variableAbove(service, 'discovery.type', 'single-node');
      yield placed(service.start, { at: image.raw.span, message: ko.alone, ...(edit && { fixes: [{ title: ko.add, edits: [edit] }] }) });
    }
  },

  examples: [
    {
      bad: compose`
        services:
          search:
            image: elasticsearch:9.1.3
        #          ^^^^^^^^^^^^^^^^^^^
            environment:
              xpack.security.enabled: "false"
      `,
      fixed: compose`
        services:
          search:
            image: elasticsearch:9.1.3
            environment:
              discovery.type: single-node
              xpack.security.enabled: "false"
      `,
    },
    {
      good: compose`
        services:
          search:
            image: elasticsearch:9.1.3
            environment:
              - discovery.type=single-node
              - xpack.security.enabled=false
      `,
    },
  ],
};

const IMAGES = new Set(['elasticsearch', 'docker.elastic.co/elasticsearch/elasticsearch']);

/** Services that run Elasticsearch as the image comes. */
const nodes = gathered((service) => {
  const hub = hubImage(service);
  const image = imageOf(service);
  if (!image || hub?.major === undefined || !IMAGES.has(hub.name) || hub.major < 7) return undefined;
  if (['build', 'extends', 'entrypoint', 'configs'].some((key) => child(service.node, key)) || /discovery|-E/.test(startOf(service))) return undefined;
  return mountsOf(service).some(({ target }) => !target || /config|\$/.test(target.text)) ? undefined : { image, major: hub.major };
});
