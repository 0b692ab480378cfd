import { compose } from '../../core/example.ts';
import { child } from '../facts.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt } from '../services.ts';

const ko = {
  both: '`count`와 `device_ids`는 함께 쓸 수 없습니다. 개수로 정할지 번호로 정할지 하나만 남기세요.',
  count: '`count`가 적힌 곳입니다.',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: 'GPU는 개수나 번호 가운데 하나로 고르세요',
    what: '한 장치 요청에 `count`와 `device_ids`가 함께 있습니다.',
    why: '몇 개를 쓸지와 어느 것을 쓸지가 어긋날 수 있으므로 컴포즈가 `"count" and "device_ids" attributes are exclusive` 오류를 냅니다.',
    how: '아무 GPU나 몇 개 쓰려면 `count`만, 정해진 GPU를 쓰려면 `device_ids`만 적으세요.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/compose-file/deploy/#devices',

  *service({ node }) {
    const reserved = child(child(child(child(node, 'deploy'), 'resources'), 'reservations'), 'devices');
    for (const list of [child(node, 'gpus'), reserved]) {
      if (list?.kind !== 'sequence') continue;
      for (const item of list.items) {
        const [count, ids] = [entryAt(item, 'count'), entryAt(item, 'device_ids')];
        if (count && ids) yield { at: ids.key.span, message: ko.both, related: [{ at: count.key.span, message: ko.count }] };
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          ai:
            image: ollama/ollama:0.12.6
            gpus:
              - driver: nvidia
                count: 1
                device_ids: ["0"]
        #       ^^^^^^^^^^
      `,
    },
    {
      good: compose`
        services:
          ai:
            image: ollama/ollama:0.12.6
            gpus:
              - driver: nvidia
                device_ids: ["0"]
      `,
    },
  ],
};
