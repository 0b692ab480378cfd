import { shell } from '../../core/example.ts';
import { imageReference } from '../../core/image.ts';
import { type Finding, replace } from '../../core/rule.ts';
import type { Word } from '../../core/text.ts';
import { mainName, usesOf } from '../flags.ts';
import { isLiteral, type Line } from '../line.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  upper: (name: string, right: string) => `이미지 이름에는 대문자를 쓸 수 없어 \`${name}\` 이름은 거절됩니다. \`${right}\` 이름으로 적으세요.`,
  emptyTag: (name: string) => `\`${name}\` 이름이 \`:\`로 끝나 태그가 비어 있습니다. 태그를 적거나 \`:\`을 지우세요.`,
  write: (right: string) => `\`${right}\` 이름으로 바꾸기`,
  drop: '`:` 지우기',
};

export const rule: CommandRule = {
  severity: 'error',
  lesson: {
    title: '이미지 이름은 소문자로 적으세요',
    what: '이미지 이름에 대문자가 있거나 태그가 비어 있습니다.',
    why: '이미지 이름에는 소문자, 숫자, `.`, `_`, `-`, `/`만 쓸 수 있습니다. 도커는 `invalid reference format` 오류를 냅니다.',
    how: '이름을 소문자로 적으세요. `:` 뒤의 태그에는 대문자를 쓸 수 있습니다.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/image/tag/',

  *line(line) {
    if (line.stray || !line.isCertain) return;
    for (const image of imagesOf(line)) {
      const wrong = isLiteral(image) && image.span.end - image.span.start === image.text.length && /^[a-z0-9][\w./:@-]*$/i.test(image.text) ? findingFor(image) : undefined;
      if (wrong) yield wrong;
    }
  },

  examples: [
    {
      bad: shell`
        docker run -d Nginx:1.28-alpine
        #             ^^^^^
      `,
      fixed: shell`
        docker run -d nginx:1.28-alpine
      `,
    },
    {
      bad: shell`
        docker build -t MyShop:V1 .
        #               ^^^^^^
      `,
      fixed: shell`
        docker build -t myshop:V1 .
      `,
    },
    {
      bad: shell`
        docker pull nginx:
        #           ^^^^^^
      `,
      fixed: shell`
        docker pull nginx
      `,
    },
    {
      good: shell`
        docker run -d Registry.example.com/shop:1.0
        docker run IMAGE
        docker run <이미지 이름>
        docker run "$IMAGE"
      `,
    },
  ],
};

/** The words of a command that name images. An ID may stand in some of them; it has no capitals. */
function imagesOf(line: Line): readonly Word[] {
  const tags = usesOf(line, 'tag').flatMap(({ value }) => (value ? [value] : []));
  switch (mainName(line)) {
    case 'docker run':
    case 'docker create':
    case 'docker pull':
    case 'docker push':
      return line.args.slice(0, 1);
    case 'docker tag':
      return line.args.slice(0, 2);
    case 'docker build':
    case 'docker buildx build':
      return tags;
    default:
      return [];
  }
}

function findingFor(image: Word): Finding | undefined {
  const { namespace, name } = imageReference(image);
  if (image.text.endsWith(':')) {
    return { at: image.span, message: ko.emptyTag(image.text), fixes: [{ title: ko.drop, edits: [replace(image.span, image.text.slice(0, -1))] }] };
  }
  const at = { start: namespace?.span.start ?? name.span.start, end: name.span.end };
  const written = image.text.slice(at.start - image.span.start, at.end - image.span.start);
  const right = written.toLowerCase();
  return right === written ? undefined : { at, message: ko.upper(written, right), fixes: [{ title: ko.write(right), edits: [replace(at, right)] }] };
}
