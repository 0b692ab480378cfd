import { dockerfile } from '../../core/example.ts';
import { baseNamed, variantOf } from '../../dockerfile/bases.ts';
import { nameOf } from '../paths.ts';
import type { StackFinding, StackRule } from '../rule.ts';
import { buildsOf } from '../stack/builds.ts';
import { chainOf } from '../stack/packages.ts';
import type { Program } from '../stack/stack.ts';

const ko = {
  crlf: (file: string) =>
    `\`${file}\` 파일의 줄 끝이 윈도우 방식(CRLF)이라 리눅스가 첫 줄에 적은 셸을 찾지 못하고, \`no such file or directory\`나 \`not found\` 오류로 멈춥니다. 편집기에서 줄 끝을 LF로 바꿔 저장하세요.`,
  given: (file: string) => `\`${file}\` 파일의 줄 끝이 윈도우 방식(CRLF)이라 셸이 명령마다 줄 끝의 문자까지 읽어 오류를 냅니다. 편집기에서 줄 끝을 LF로 바꿔 저장하세요.`,
  bash: (file: string, image: string) =>
    `\`${file}\` 스크립트의 첫 줄은 \`bash\` 셸을 찾지만 \`${image}\` 이미지에는 없어 \`not found\` 오류로 멈춥니다. 첫 줄을 \`#!/bin/sh\`로 바꾸거나 \`RUN apk add --no-cache bash\` 줄을 적으세요.`,
  line: '첫 줄은 이렇게 적혀 있습니다.',
};

export const rule: StackRule = {
  severity: 'error',
  scope: 'project',
  lesson: {
    title: '컨테이너에서 실행할 스크립트는 리눅스에 맞게 저장하세요',
    what: '컨테이너가 실행할 스크립트의 줄 끝이 윈도우 방식(CRLF)이거나, 첫 줄이 이미지에 없는 `bash`를 찾습니다.',
    why: '리눅스는 스크립트의 첫 줄 `#!/bin/sh`를 보고 셸을 찾습니다. CRLF로 저장하면 보이지 않는 문자까지 셸의 이름으로 읽어, 파일이 있는데도 `no such file or directory` 오류가 납니다. 알파인 이미지에는 `bash`도 없습니다.',
    how: 'VS Code 오른쪽 아래의 `CRLF`를 눌러 `LF`로 바꾸고 저장하세요. 저장소에는 `.gitattributes` 파일에 `*.sh text eol=lf`를 적어 두면 다시 바뀌지 않습니다.',
  },
  also: ['X119', 'D239'],
  href: 'https://docs.docker.com/desktop/troubleshoot-and-support/troubleshoot/topics/#unexpected-syntax-errors-use-unix-style-line-endings-for-files-in-containers',

  *check(stack) {
    for (const { file, services } of buildsOf(stack)) {
      const said = new Set<number>();
      for (const program of services.flatMap(({ build }) => build?.programs ?? [])) {
        if (said.has(program.at.id)) continue;
        said.add(program.at.id);
        yield* judged(file.uri, program, chainOf(file.facts.stages, program.stage));
      }
    }
  },

  examples: [
    {
      file: 'api/Dockerfile',
      around: { 'compose.yaml': 'services:\n  api:\n    build: ./api\n', 'api/entrypoint.sh': '#!/bin/sh\r\nexec "$@"\r\n' },
      bad: dockerfile`
        FROM python:3.14-slim
        WORKDIR /app
        COPY . .
        USER nobody
        ENTRYPOINT ["./entrypoint.sh"]
        #           ^^^^^^^^^^^^^^^^^
        CMD ["python", "main.py"]
      `,
    },
    {
      file: 'api/Dockerfile',
      around: { 'compose.yaml': 'services:\n  api:\n    build: ./api\n', 'api/docker/start.sh': '#!/bin/bash\nnode server.js\n' },
      bad: dockerfile`
        FROM node:24-alpine
        COPY docker/start.sh /usr/local/bin/
        USER node
        CMD ["start.sh"]
        #    ^^^^^^^^^^
      `,
    },
    {
      file: 'api/Dockerfile',
      around: { 'compose.yaml': 'services:\n  api:\n    build: ./api\n', 'api/entrypoint.sh': '#!/bin/bash\r\nexec "$@"\r\n' },
      good: dockerfile`
        FROM node:24-alpine
        RUN apk add --no-cache bash dos2unix
        COPY entrypoint.sh /entrypoint.sh
        RUN dos2unix /entrypoint.sh
        USER node
        ENTRYPOINT ["/entrypoint.sh"]
      `,
    },
  ],
};

/** Alpine images of which it is sure that they come without bash. */
const WITHOUT_BASH = new Set(['alpine', 'node', 'nginx', 'python', 'golang']);

function* judged(uri: string, { at, script, isDirect }: Program, chain: Parameters<typeof chainOf>[0]): Generator<StackFinding> {
  const { first, isCrlf } = script.facts;
  const name = nameOf(script.uri);
  const related = [{ at: { uri: script.uri, fact: first }, message: ko.line }];
  if (isCrlf) {
    if (chain.some(({ mendsLineEnds }) => mendsLineEnds)) return;
    if (isDirect && first.text.startsWith('#!')) yield { at: { uri, fact: at }, message: ko.crlf(name), related };
    else if (!isDirect) yield { at: { uri, fact: at }, message: ko.given(name), severity: 'warning', related };
    return;
  }
  const image = chain[0]?.image.text ?? '';
  const base = baseNamed(image);
  const wantsBash = isDirect && /^#! ?(?:\/(?:usr\/)?bin\/bash|\/usr\/bin\/env bash)(?: |$)/.test(first.text);
  if (!wantsBash || !WITHOUT_BASH.has(base.name) || variantOf(base) !== 'alpine' || chain.some(({ namesBash }) => namesBash)) return;
  yield { at: { uri, fact: at }, message: ko.bash(name, image), severity: 'warning', related };
}
