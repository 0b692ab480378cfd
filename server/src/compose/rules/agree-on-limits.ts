import { compose } from '../../core/example.ts';
import { child, textOf } from '../facts.ts';
import { floatOf } from '../grammar/go-numbers.ts';
import { bytesOf } from '../grammar/sizes.ts';
import type { ComposeRule } from '../rule.ts';
import { entryAt, scalarAt } from '../services.ts';
import { weight } from '../undefined-names.ts';
import { hasVariable } from '../walk.ts';

/** The old key of a service and the path below `deploy` that says the same. */
const PAIRS = [
  { old: 'cpus', path: ['resources', 'limits', 'cpus'] },
  { old: 'mem_limit', path: ['resources', 'limits', 'memory'] },
  { old: 'mem_reservation', path: ['resources', 'reservations', 'memory'] },
  { old: 'pids_limit', path: ['resources', 'limits', 'pids'] },
  { old: 'scale', path: ['replicas'] },
] as const;

const ko = {
  differ: (old: string, value: string, path: string, other: string) =>
    `\`${old}\`의 \`${value}\` 값과 \`${path}\`의 \`${other}\` 값이 서로 다릅니다. 하나를 지우거나 같은 값으로 맞추세요.`,
  other: (path: string) => `\`${path}\` 값이 적힌 곳입니다.`,
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '같은 제한을 두 값으로 적지 마세요',
    what: '`mem_limit`과 `deploy.resources.limits.memory`처럼 같은 것을 정하는 두 키의 값이 다릅니다.',
    why: "어느 쪽을 따를지 알 수 없으므로 컴포즈가 `can't set distinct values` 오류를 내고 아무것도 실행하지 않습니다.",
    how: '둘 가운데 하나만 남기세요. 지금은 `deploy` 아래에 적는 쪽을 권합니다.',
  },
  also: ['C126'],
  href: 'https://docs.docker.com/reference/compose-file/deploy/#resources',

  *service(service) {
    for (const { old, path } of PAIRS) {
      const entry = entryAt(service.node, old);
      const above = path.slice(0, -1).reduce((node, step) => child(node, step), child(service.node, 'deploy'));
      const other = scalarAt(above, path.at(-1) ?? '');
      const own = entry?.value?.kind === 'scalar' ? entry.value : undefined;
      if (!entry || !own || !other || hasVariable(own) || hasVariable(other)) continue;
      const [left, right] = [amountOf(old, textOf(own)), amountOf(old, textOf(other))];
      if (left === undefined || right === undefined || left === right || (left === 0 && old !== 'scale')) continue;
      const where = `deploy.${path.join('.')}`;
      yield { at: entry.key.span, message: ko.differ(old, textOf(own), where, textOf(other)), related: [{ at: other.span, message: ko.other(where) }], ...weight(service) };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            mem_limit: 512m
        #   ^^^^^^^^^
            deploy:
              resources:
                limits:
                  memory: 1g
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            mem_limit: 1g
            cpus: 1.5
            deploy:
              resources:
                limits:
                  memory: 1024m
                  cpus: "1.50"
      `,
    },
  ],
};

/** A size in bytes for memory, else a number. */
const amountOf = (key: string, text: string): number | undefined => (key.startsWith('mem_') ? bytesOf(text) : floatOf(text));
