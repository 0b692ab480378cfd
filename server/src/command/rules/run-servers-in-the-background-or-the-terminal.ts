import { shell } from '../../core/example.ts';
import { makesContainer, usesOf } from '../flags.ts';
import { portsOf } from '../images.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  both: (image: string) => `\`${image}\` 이미지는 서버라서 백그라운드로 띄우는 \`-d\`만 있으면 됩니다. \`-it\`은 지워도 됩니다.`,
};

export const rule: CommandRule = {
  severity: 'hint',
  lesson: {
    title: '백그라운드로 띄울 서버에는 `-it`를 쓰지 마세요',
    what: '서버 이미지를 `-d`와 `-it`를 함께 써서 띄웠습니다.',
    why: '`-it`는 셸처럼 사람이 입력하는 프로그램에 쓰는 옵션입니다. 서버는 입력을 읽지 않으므로 `-d`와 함께 쓰면 하는 일이 없고 읽는 사람만 헷갈립니다.',
    how: '`-d`만 남기세요. 안에 들어가려면 `docker exec -it 컨테이너 sh`를 쓰고, 로그는 `docker logs -f 컨테이너`로 봅니다.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/container/run/#interactive',

  *line(line) {
    const [image] = line.args;
    if (!makesContainer(line) || !line.isCertain || !image || line.inner.length > 0 || portsOf(image) === undefined) return;
    const [interactive] = usesOf(line, 'interactive');
    if (interactive && usesOf(line, 'tty').length > 0 && usesOf(line, 'detach').length > 0) yield { at: interactive.word.span, message: ko.both(image.text) };
  },

  examples: [
    {
      bad: shell`
        docker run -it -d nginx:1.28-alpine
        #          ^^^
      `,
    },
    {
      good: shell`
        docker run -dit ubuntu:24.04
        docker run -it nginx:1.28-alpine sh
      `,
    },
  ],
};
