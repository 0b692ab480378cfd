import { dockerfile } from '../../core/example.ts';
import type { DockerfileRule } from '../rule.ts';
import { scriptIn } from '../shell/read.ts';
import { type Command, isPlain, programOf } from '../shell/script.ts';

const ko = {
  ends: '이 명령은 서비스를 뒤에서 켜고 바로 끝나므로 컨테이너도 함께 꺼집니다. `nginx -g "daemon off;"`처럼 앞에서 계속 실행되는 명령을 적으세요.',
  stopped: '`RUN`에서 켠 서비스는 이 줄이 끝나면 멈추고, 컨테이너에서는 실행되지 않습니다. 컨테이너가 켜질 때 실행할 것은 `CMD`에 적으세요.',
  background: '`&`로 뒤에 남긴 프로그램은 이 `RUN`이 끝나면 멈추고, 컨테이너에서는 실행되지 않습니다. 컨테이너가 켜질 때 실행할 것은 `CMD`에 적으세요.',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '서비스는 `RUN`이 아니라 `CMD`로 시작하세요',
    what: '`RUN`이 서비스나 백그라운드 프로그램을 켜는 것으로 끝나거나, `CMD`가 서비스를 뒤에서 켭니다.',
    why: '`RUN`은 이미지를 만들 때 실행되고, 남는 것은 파일뿐입니다. 켜 둔 프로그램은 이미지에 담기지 않습니다. `CMD`의 명령이 끝나면 컨테이너도 꺼집니다.',
    how: '`CMD ["nginx", "-g", "daemon off;"]`처럼 앞에서(포그라운드) 실행하는 명령을 `CMD`에 적으세요. 서비스가 둘이면 컨테이너도 둘로 나누세요.',
  },
  also: ['D205', 'DL3001'],
  href: 'https://docs.docker.com/reference/dockerfile/#cmd',

  *instruction(instruction, block, escape) {
    if (!/^(?:RUN|CMD|ENTRYPOINT)$/.test(instruction.keyword) || escape === '`') return;
    const { commands, sure } = scriptIn(block, escape);
    const last = commands.findLast(({ words }) => words.length > 0);
    if (!sure || !last || !isPlain(last)) return;
    const run = instruction.keyword === 'RUN';
    if (run && last.after === '&') yield { at: last.span, message: ko.background };
    else if (isStart(last)) yield { at: last.span, message: run ? ko.stopped : ko.ends };
  },

  examples: [
    {
      bad: dockerfile`
        FROM ubuntu:24.04
        RUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*
        RUN service nginx start
            ^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      bad: dockerfile`
        FROM eclipse-temurin:21-jre
        COPY app.jar /app.jar
        RUN nohup java -jar /app.jar &
            ^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      bad: dockerfile`
        FROM ubuntu:24.04
        RUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*
        CMD service nginx start
            ^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      good: dockerfile`
        FROM mysql:8.4
        RUN service mysql start && mysql -e 'CREATE DATABASE shop'
        CMD ["mysqld"]
      `,
    },
  ],
};

/** It starts something that goes on behind the scenes. */
function isStart(command: Command): boolean {
  const program = programOf(command);
  const [first, second] = command.words.slice(1).map(({ text }) => text);
  if (command.words.some(({ text }) => /no-daemon|FOREGROUND/.test(text))) return false;
  const starts = (word: string | undefined) => word === 'start' || word === 'restart';
  if (program === 'service') return starts(second);
  if (/^(?:systemctl|rc-service)$/.test(program)) return starts(first) || starts(second);
  if (/^(?:apachectl|apache2ctl|pm2)$/.test(program)) return starts(first);
  return command.words[0]?.known === true && command.words[0].text.startsWith('/etc/init.d/') && starts(first);
}
