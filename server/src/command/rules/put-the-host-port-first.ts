import { shell } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import { portMapping } from '../../core/short.ts';
import { makesContainer, usesOf } from '../flags.ts';
import { portsOf } from '../images.ts';
import { isLiteral } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  swapped: (image: string, port: string) =>
    `\`${image}\` 이미지는 컨테이너 안에서 ${port}번 포트로 듣는데 ${port}번이 왼쪽에 있습니다. \`호스트포트:컨테이너포트\` 순서로 적으세요.`,
  swap: (right: string) => `\`${right}\` 순서로 바꾸기`,
};

export const rule: CommandRule = {
  severity: 'information',
  lesson: {
    title: '`-p`에는 호스트 포트를 먼저 적으세요',
    what: '`-p`의 두 숫자가 뒤바뀐 것으로 보입니다. 이미지가 듣는 포트가 왼쪽에 있습니다.',
    why: '왼쪽은 내 컴퓨터에서 여는 포트, 오른쪽은 컨테이너 안의 앱이 듣는 포트입니다. 오른쪽 포트에서 아무도 듣지 않으면 컨테이너는 켜져 있어도 접속이 되지 않습니다.',
    how: '`-p 8080:80`처럼 앱이 듣는 포트를 오른쪽에 적으세요. 이미지의 포트를 바꾸어 두었다면 그대로 두세요.',
  },
  also: [],
  href: 'https://docs.docker.com/engine/network/port-publishing/',

  *line(line) {
    const [image] = line.args;
    if (!makesContainer(line) || !line.isCertain || !image || line.inner.length > 0) return;
    // A mounted configuration or a variable may have moved the port.
    if (line.flags.some(({ name }) => /^(?:volume|mount|env|env-file|volumes-from|entrypoint|network)$/.test(name ?? '')) && /^(?:nginx|httpd|tomcat)/.test(image.text)) return;
    const ports = portsOf(image);
    for (const { value } of usesOf(line, 'publish')) {
      if (!ports || !value || !isLiteral(value)) continue;
      const { host, container } = portMapping(value);
      if (!host || !ports.includes(Number(host.text)) || !/^\d+$/.test(container.text) || ports.includes(Number(container.text))) continue;
      const right = `${container.text}:${host.text}`;
      const at = { start: host.span.start, end: container.span.end };
      yield { at, message: ko.swapped(image.text, host.text), fixes: [{ title: ko.swap(right), edits: [replace(at, right)] }] };
    }
  },

  examples: [
    {
      bad: shell`
        docker run -d -p 80:8080 nginx:1.28-alpine
        #                ^^^^^^^
      `,
      fixed: shell`
        docker run -d -p 8080:80 nginx:1.28-alpine
      `,
    },
    {
      good: shell`
        docker run -d -p 8080:80 nginx:1.28-alpine
        docker run -d -p 80:8080 -v ./default.conf:/etc/nginx/conf.d/default.conf nginx:1.28-alpine
        docker run -d -p 80:8080 my-shop:1.0
      `,
    },
  ],
};
