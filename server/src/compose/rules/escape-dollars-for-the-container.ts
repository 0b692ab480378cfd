import { compose } from '../../core/example.ts';
import { insert, placed } from '../../core/rule.ts';
import { child } from '../facts.ts';
import type { Mapping, Node, Scalar } from '../file.ts';
import { gatheredLists } from '../gathered.ts';
import { interpolations } from '../interpolation.ts';
import type { ComposeRule } from '../rule.ts';
import { variablesUnder } from '../services.ts';

const ko = {
  outside: (name: string) => `\`$${name}\` 변수는 컨테이너가 아니라 컴포즈가 먼저 바꿉니다. 이 서비스의 \`${name}\` 변수를 쓰려면 \`$$${name}\`처럼 \`$\`를 두 번 적으세요.`,
  escape: '`$$`로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '컨테이너가 읽을 `$`는 두 번 적으세요',
    what: '`command`나 헬스체크에서, 이 서비스의 `environment`에 적은 변수를 `$`로 쓰고 있습니다.',
    why: '컴포즈는 파일을 읽을 때 `$이름`을 셸과 `.env`의 값으로 바꿉니다. `environment`는 컨테이너 안에만 있으므로 빈 글자가 되고 `variable is not set` 경고가 나옵니다.',
    how: '컨테이너 안의 셸이 바꾸게 하려면 `$$MYSQL_ROOT_PASSWORD`처럼 적으세요.',
  },
  also: ['C128'],
  href: 'https://docs.docker.com/reference/compose-file/interpolation/',

  *file(model, project) {
    for (const { service, answer } of ownVariables(model)) {
      for (const { name, span } of answer) {
        if (!project.variable(name)) yield placed(service.start, { at: span, message: ko.outside(name), fixes: [{ title: ko.escape, edits: [insert(span.start, '$')] }] });
      }
    }
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: shop1234
            healthcheck:
              test: mysqladmin ping -p$MYSQL_ROOT_PASSWORD
        #                             ^^^^^^^^^^^^^^^^^^^^
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: shop1234
            healthcheck:
              test: mysqladmin ping -p$$MYSQL_ROOT_PASSWORD
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
    {
      good: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
            healthcheck:
              test: mysqladmin ping -p$$MYSQL_ROOT_PASSWORD -h\${DB_HOST:-127.0.0.1}
            volumes:
              - db-data:/var/lib/mysql
        volumes:
          db-data:
      `,
    },
  ],
};

/** Variables in commands that the service itself sets. Only what is written out here can't have been meant from outside. */
const ownVariables = gatheredLists(({ node }) => {
  const used = scalarsIn(node).flatMap(({ raw }) => (raw.text.includes('$') ? interpolations(raw) : []));
  if (used.length === 0) return used;
  const own = new Map(variablesUnder(node).map(({ name, value }) => [name.text, value?.text]));
  return used.filter(({ name, text }) => {
    const value = own.get(name);
    return value !== undefined && value !== '' && !value.includes('$') && !text.includes(':');
  });
});

function scalarsIn(node: Mapping | undefined): Scalar[] {
  const places: (Node | undefined)[] = [child(node, 'command'), child(node, 'entrypoint'), child(child(node, 'healthcheck'), 'test')];
  return places.flatMap((place) => (place?.kind === 'sequence' ? place.items : place ? [place] : [])).filter((it): it is Scalar => it.kind === 'scalar');
}
