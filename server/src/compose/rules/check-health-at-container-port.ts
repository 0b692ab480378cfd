import { compose } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { Word } from '../../core/text.ts';
import { child } from '../facts.ts';
import type { Node } from '../file.ts';
import { defaultPort } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';
import { portsOf, variablesUnder } from '../services.ts';

const ko = {
  host: (published: string, target: string) =>
    `헬스체크는 컨테이너 안에서 실행되므로 호스트 포트인 \`${published}\`에는 아무것도 없습니다. 컨테이너 포트인 \`${target}\` 포트로 바꾸세요.`,
  change: (target: string) => `\`${target}\` 포트로 바꾸기`,
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '헬스체크는 컨테이너 포트로 확인하세요',
    what: '`healthcheck`가 `ports`의 왼쪽, 곧 호스트 포트로 접속합니다.',
    why: '헬스체크는 컨테이너 안에서 실행됩니다. 안에서 `localhost`는 컨테이너 자신이고, `ports`의 왼쪽 포트는 내 컴퓨터에만 있으므로 늘 `unhealthy`가 됩니다.',
    how: '`ports`의 오른쪽에 적힌 포트로 바꾸세요.',
  },
  also: ['C603'],
  href: 'https://docs.docker.com/reference/compose-file/services/#healthcheck',

  *service(service) {
    const test = child(child(service.node, 'healthcheck'), 'test');
    if (!test) return;
    const ports = portsOf(service);
    for (const port of loopbackPortsIn(test)) {
      const hit = ports.find(({ published, target }) => published?.text === port.text && target.text !== port.text);
      if (!hit || !/^\d+$/.test(hit.target.text) || ports.some(({ target }) => target.text === port.text) || defaultPort(service) === port.text) continue;
      // The program may listen at both, or at what a variable or its command says.
      const isTold = variablesUnder(service.node).some(({ value }) => value?.text.includes(port.text)) || namesPort(child(service.node, 'command'), port.text);
      if (!isTold)
        yield { at: port.span, message: ko.host(port.text, hit.target.text), fixes: [{ title: ko.change(hit.target.text), edits: [replace(port.span, hit.target.text)] }] };
    }
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
            healthcheck:
              test: ["CMD", "wget", "-q", "--spider", "http://localhost:8080/"]
        #                                                               ^^^^
      `,
      fixed: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
            healthcheck:
              test: ["CMD", "wget", "-q", "--spider", "http://localhost:80/"]
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28-alpine
            ports:
              - "8080:80"
            healthcheck:
              test: ["CMD", "wget", "-q", "--spider", "http://localhost:80/"]
          api:
            build: .
            environment:
              PORT: 9000
            ports:
              - "9000:8080"
            healthcheck:
              test: curl -f http://localhost:9000
      `,
    },
  ],
};

const scalarsIn = (node: Node | undefined) => (node?.kind === 'sequence' ? node.items : node ? [node] : []).flatMap((it) => (it.kind === 'scalar' ? [it] : []));

const namesPort = (command: Node | undefined, port: string) => scalarsIn(command).some(({ raw }) => raw.text.includes(port));

/** The ports of the container itself that a health check asks. */
function loopbackPortsIn(test: Node): Word[] {
  return scalarsIn(test).flatMap(({ raw, style }) =>
    style === 'block'
      ? []
      : [...raw.text.matchAll(/\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0):(\d+)\b/g)].map(({ 0: whole, 1: port = '', index }) => {
          const end = raw.span.start + index + whole.length;
          return { text: port, span: { start: end - port.length, end } };
        }),
  );
}
