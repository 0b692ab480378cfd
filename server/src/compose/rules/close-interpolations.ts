import { compose } from '../../core/example.ts';
import { type Finding, insert } from '../../core/rule.ts';
import type { Word } from '../../core/text.ts';
import { textOf } from '../facts.ts';
import type { Node } from '../file.ts';
import { badInterpolations } from '../interpolation.ts';
import type { ComposeRule } from '../rule.ts';

const ko = {
  unclosed: (text: string) => `\`${text}\` 값에 닫는 \`}\` 괄호가 없습니다. \`\${이름}\`처럼 닫거나, 글자 그대로의 \`$\`라면 \`$$\`로 적으세요.`,
  empty: '`${}` 안이 비어 있습니다. 변수 이름을 적거나, 글자 그대로의 `$`라면 `$$`로 적으세요.',
  name: (text: string) =>
    `\`${text}\` 부분은 컴포즈의 변수로 읽을 수 없습니다. 변수 이름에는 영문자, 숫자, \`_\`만 쓰고 기본값은 \`\${이름:-기본값}\`으로 적으세요. 셸이 읽을 글자라면 \`$$\`로 적으세요.`,
  escape: '`$$`로 바꾸어 글자 그대로 두기',
};

export const rule: ComposeRule = {
  severity: 'error',
  lesson: {
    title: '변수는 `${이름}` 형식으로 적으세요',
    what: '`${`로 시작하지만 컴포즈가 변수로 읽을 수 없는 값이 있습니다.',
    why: '컴포즈는 값 안의 `${…}`를 변수로 바꿔 넣습니다. 형식이 틀리면 `invalid interpolation format` 오류를 내고 파일을 거절합니다. 셸에서 되는 `${이름/a/b}` 같은 형식은 쓸 수 없습니다.',
    how: '`${이름}`, `${이름:-기본값}`, `${이름:?없을 때의 안내}` 가운데 하나로 적으세요. 컨테이너 안의 셸이 읽을 `$`라면 `$$`로 적으세요.',
  },
  also: ['C501'],
  href: 'https://docs.docker.com/reference/compose-file/interpolation/',

  *block({ documents }) {
    for (const document of documents) if (document) yield* inNode(document);
  },

  examples: [
    {
      bad: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_DATABASE: \${DB_NAME
        #                     ^^^^^^^^^
      `,
      fixed: compose`
        services:
          db:
            image: mysql:8.4
            environment:
              MYSQL_DATABASE: $\${DB_NAME
      `,
    },
    {
      bad: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              PROFILE: "\${SPRING.PROFILE}"
        #               ^^^^^^^^^^^^^^^^^
      `,
      fixed: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            environment:
              PROFILE: "$\${SPRING.PROFILE}"
      `,
    },
    {
      good: compose`
        services:
          api:
            image: eclipse-temurin:21-jre
            command: sh -c "echo $\${HOME%/} \${WHO:-\${USER:-손님}} $(date)"
      `,
    },
  ],
};

function* inNode(node: Node): Generator<Finding> {
  if (node.kind === 'mapping') {
    // A platform writes this text to a file as it is.
    const isFile = node.entries.some(({ key }) => textOf(key) === 'source') && node.entries.some(({ key }) => textOf(key) === 'target');
    for (const { key, value } of node.entries) if (value && !(isFile && textOf(key) === 'content')) yield* inNode(value);
  } else if (node.kind === 'sequence') {
    for (const item of node.items) yield* inNode(item);
  } else if (node.kind === 'scalar' && node.raw.text.includes('${')) {
    const [first] = badInterpolations(node.raw);
    if (first) yield finding(first);
  }
}

function finding(word: Word): Finding {
  const message = word.text === '${}' ? ko.empty : word.text.endsWith('}') ? ko.name(word.text) : ko.unclosed(word.text);
  return { at: word.span, message, fixes: [{ title: ko.escape, edits: [insert(word.span.start, '$')] }] };
}
