import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import type { Directive } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  again: (name: string) => `\`# ${name}=\` 지시자를 두 번 적었습니다. 하나만 남기세요.`,
  escape: (value: string) => `\`escape\` 지시자에 \`${value}\` 값은 쓸 수 없습니다. \`\\\`나 \`\`\` \` \`\`\` 가운데 하나를 적으세요.`,
  first: '처음 적은 지시자입니다.',
  change: '`\\`로 고치기',
};

export const rule: DockerfileRule = {
  severity: 'error',
  lesson: {
    title: '맨 위의 지시자는 한 번씩만 알맞은 값으로 적으세요',
    what: '`# syntax`, `# escape`, `# check` 가운데 같은 것이 두 번 있거나, `# escape`의 값이 맞지 않습니다.',
    why: '지시자는 도커가 파일을 어떻게 읽을지 정합니다. 어느 것을 따를지 알 수 없으면 도커는 파일을 읽지 않습니다.',
    how: '하나만 남기세요. `# escape`에는 `\\`나 백틱만 적을 수 있습니다.',
  },
  also: ['D130'],
  href: 'https://docs.docker.com/reference/dockerfile/#parser-directives',

  *block({ directives }) {
    for (const directive of directives) {
      if (directive.repeated) yield repeatedFinding(directive, directives);
      else if (directive.key === 'escape' && directive.value.text !== '\\' && directive.value.text !== '`') {
        yield { at: directive.value.span, message: ko.escape(directive.value.text), fixes: [{ title: ko.change, edits: [replace(directive.value.span, '\\')] }] };
      }
    }
  },

  examples: [
    {
      bad: dockerfile`
        # syntax=docker/dockerfile:1
        # syntax=docker/dockerfile:1.7
        # ^^^^^^
        FROM node:24-alpine
      `,
    },
    {
      bad: dockerfile`
        # escape=/
        #        ^
        FROM node:24-alpine
      `,
      fixed: dockerfile`
        # escape=\\
        FROM node:24-alpine
      `.replace('\\\\', '\\'),
    },
    {
      good: dockerfile`
        # syntax=docker/dockerfile:1
        # escape=\`
        FROM node:24-alpine
        # syntax=2
      `,
    },
  ],
};

function repeatedFinding({ key, name }: Directive, all: readonly Directive[]): Finding {
  const first = all.find((other) => other.key === key);
  return { at: name.span, message: ko.again(key), ...(first && { related: [{ at: first.name.span, message: ko.first }] }) };
}
