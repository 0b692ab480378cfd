import { compose } from '../../core/example.ts';
import { missingTools, type WebTool } from '../../core/image-tools.ts';
import { type Fix, replace } from '../../core/rule.ts';
import { startOf } from '../environment.ts';
import { child, textOf } from '../facts.ts';
import type { Scalar, Sequence } from '../file.ts';
import { hubImage } from '../known-images.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  none: (image: string, tool: string) => `\`${image}\` 이미지에는 \`${tool}\`이 없어 헬스체크가 늘 실패합니다. 이미지에 들어 있는 도구로 확인하세요.`,
  hasWget: (image: string) => `\`${image}\` 이미지에는 \`curl\`이 없어 헬스체크가 늘 실패합니다. \`wget -q --spider\`로 확인하세요.`,
  change: '`wget`으로 바꾸기',
};

export const rule: ComposeRule = {
  severity: 'warning',
  lesson: {
    title: '이미지에 있는 도구로 헬스체크하세요',
    what: '헬스체크가 이미지에 들어 있지 않은 `curl`이나 `wget`을 실행합니다.',
    why: '헬스체크 명령은 컨테이너 안에서 실행됩니다. 명령이 없으면 앱이 멀쩡해도 `unhealthy`가 되고, `service_healthy`를 기다리는 서비스는 시작하지 못합니다.',
    how: 'Alpine 이미지에는 작은 `wget`이 있습니다. 데이터베이스는 `pg_isready`, `redis-cli ping`처럼 자기 도구를 쓰고, 파이썬이나 Node 이미지라면 그 언어로 확인하세요.',
  },
  also: ['C118'],
  href: 'https://docs.docker.com/reference/compose-file/services/#healthcheck',

  *service(service) {
    const hub = hubImage(service);
    const missing = hub ? missingTools(hub) : [];
    const test = child(child(service.node, 'healthcheck'), 'test');
    if (!hub || missing.length === 0 || !test || test.kind === 'mapping' || test.kind === 'alias' || child(service.node, 'build') || child(service.node, 'extends')) return;
    const use = test.kind === 'scalar' ? inShell(test) : inList(test);
    // What starts may install it first.
    if (!use || !missing.includes(use.tool) || startOf(service).includes(use.tool)) return;
    const hasWget = use.tool === 'curl' && !missing.includes('wget');
    yield { at: use.at, message: hasWget ? ko.hasWget(hub.name) : ko.none(hub.name, use.tool), ...(hasWget && use.fix && { fixes: [use.fix] }) };
  },

  examples: [
    {
      bad: compose`
        services:
          web:
            image: node:24-alpine
            command: node server.js
            healthcheck:
              test: ["CMD", "curl", "-f", "http://127.0.0.1:3000/"]
        #                    ^^^^
      `,
      fixed: compose`
        services:
          web:
            image: node:24-alpine
            command: node server.js
            healthcheck:
              test: ["CMD", "wget", "-q", "--spider", "http://127.0.0.1:3000/"]
      `,
    },
    {
      bad: compose`
        services:
          web:
            image: python:3.13-slim
            healthcheck:
              test: curl -f http://127.0.0.1:8000/ || exit 1
        #           ^^^^
      `,
    },
    {
      good: compose`
        services:
          web:
            image: nginx:1.28
            healthcheck:
              test: ["CMD", "curl", "-f", "http://127.0.0.1/"]
          app:
            image: node:24-alpine
            healthcheck:
              test: wget -q --spider http://127.0.0.1:3000/ || exit 1
      `,
    },
  ],
};

interface Use {
  readonly tool: WebTool;
  readonly at: Scalar['span'];
  readonly fix?: Fix;
}

const toolOf = (text: string): WebTool | undefined => (text === 'curl' || text === 'wget' ? text : undefined);

/** The tool a shell runs first. Nothing where another way is tried too. */
function inShell({ raw: { text, span } }: Scalar): Use | undefined {
  const match = /(?:^|[;&|(])\s*(curl|wget)\s/.exec(text);
  const tool = toolOf(match?.[1] ?? '');
  if (!match || !tool || /command -v|\bwhich\b|apk add|apt-get/.test(text) || (/\bcurl\b/.test(text) && /\bwget\b/.test(text))) return undefined;
  const from = match.index + match[0].lastIndexOf(tool);
  const at = { start: span.start + from, end: span.start + from + tool.length };
  const plain = /^curl(?:\s+(?:-[fsSL]+|--fail|--silent|--show-error))*(?=\s+https?:)/.exec(text.slice(from));
  return { tool, at, ...(plain && { fix: { title: ko.change, edits: [replace({ start: at.start, end: at.start + plain[0].length }, 'wget -q --spider')] } }) };
}

/** `["CMD", "curl", …]` and `["CMD-SHELL", "curl …"]`. */
function inList({ items, flow }: Sequence): Use | undefined {
  const [kind, first, ...rest] = items;
  if (first?.kind !== 'scalar') return undefined;
  if (textOf(kind) === 'CMD-SHELL') return inShell(first);
  const tool = textOf(kind) === 'CMD' ? toolOf(textOf(first)) : undefined;
  if (!tool) return undefined;
  const address = rest.find((item) => !/^(?:-[fsSL]+|--fail|--silent|--show-error)$/.test(textOf(item)));
  const isPlain = flow && address !== undefined && /^https?:/.test(textOf(address));
  const edits = isPlain ? [replace({ start: first.span.start, end: address.span.start }, '"wget", "-q", "--spider", ')] : [];
  return { tool, at: first.raw.span, ...(isPlain && { fix: { title: ko.change, edits } }) };
}
