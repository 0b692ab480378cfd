import { shell } from '../../core/example.ts';
import { mainName, usesOf } from '../flags.ts';
import type { CommandRule } from '../rule.ts';

const ko = {
  open: (flag: string) => `\`${flag}\` 옵션에 적은 비밀번호는 셸의 기록과 실행 중인 프로그램의 목록에 남습니다. \`--password-stdin\` 옵션으로 넘기세요.`,
};

export const rule: CommandRule = {
  severity: 'warning',
  lesson: {
    title: '로그인할 때 비밀번호를 명령에 적지 마세요',
    what: '`docker login`의 `-p` 옵션으로 비밀번호를 적었습니다.',
    why: '명령에 적은 비밀번호는 셸의 기록에 남고, 실행하는 동안 다른 사용자에게도 보입니다. 도커도 안전하지 않다고 경고합니다.',
    how: '`echo "$TOKEN" | docker login -u 이름 --password-stdin`처럼 표준 입력으로 넘기세요. 비밀번호 대신 액세스 토큰을 쓰면 더 안전합니다.',
  },
  also: [],
  href: 'https://docs.docker.com/reference/cli/docker/login/',

  *line(line) {
    if (mainName(line) !== 'docker login') return;
    const [password] = usesOf(line, 'password');
    if (password?.value) yield { at: password.at, message: ko.open(password.written) };
  },

  examples: [
    {
      bad: shell`
        docker login -u me -p 1234
        #                  ^^
      `,
    },
    {
      good: shell`
        docker login -u me --password-stdin < token.txt
        docker login ghcr.io
      `,
    },
  ],
};
