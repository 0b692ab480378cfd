import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { type Placed, placedAt, shift, type Word } from '../../core/text.ts';
import { argumentsSpan, execForm, hasShell, isOneLine, lastOf, plainWords, programOf, textOf } from '../commands.ts';
import type { DockerfileFile, Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  repeated: (program: string) => `\`CMD\`는 \`ENTRYPOINT\` 뒤에 인수로 붙으므로 \`${program}\` 프로그램이 두 번 적힙니다. \`CMD\`에는 인수만 적으세요.`,
  wrapped: '셸 형식의 `CMD`는 `/bin/sh -c …`라는 인수가 되어 `ENTRYPOINT` 뒤에 붙습니다. `CMD`에는 인수만 `["인수"]` 형식으로 적으세요.',
  entrypoint: '이 프로그램 뒤에 `CMD`가 붙습니다.',
  shorten: '`CMD`에 인수만 남기기',
  remove: '같은 내용인 `CMD` 지우기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: '`ENTRYPOINT`가 있으면 `CMD`에는 인수만 적으세요',
    what: '`ENTRYPOINT`에 적은 프로그램을 `CMD`에 또 적었거나, `CMD`를 셸 형식으로 적었습니다.',
    why: '둘이 함께 있으면 도커는 `ENTRYPOINT` 뒤에 `CMD`를 그대로 이어 붙입니다. `python python app.py`나 `python /bin/sh -c "app.py"`가 실행되어 앱이 시작되지 못합니다.',
    how: '`ENTRYPOINT ["python"]`과 `CMD ["app.py"]`처럼 프로그램과 인수를 나누거나, `CMD` 하나에 모두 적으세요.',
  },
  also: ['D241'],
  href: 'https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact',

  *file({ facts, file }) {
    for (const stage of facts.stages) {
      const entrypoint = lastOf(stage, 'ENTRYPOINT');
      const cmd = lastOf(stage, 'CMD');
      if (entrypoint?.block.exec && cmd) yield* judge(entrypoint, entrypoint.block.exec.elements, cmd, file);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python"]
        CMD ["python", "app.py"]
        #    ^^^^^^^^
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python"]
        CMD ["app.py"]
      `,
    },
    {
      bad: dockerfile`
        FROM eclipse-temurin:21-jre
        ENTRYPOINT ["java", "-jar", "/app.jar"]
        CMD ["java", "-jar", "/app.jar"]
        #    ^^^^^^
      `,
      fixed: dockerfile`
        FROM eclipse-temurin:21-jre
        ENTRYPOINT ["java", "-jar", "/app.jar"]
      `,
    },
    {
      bad: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python"]
        CMD app.py --debug
        #   ^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        ENTRYPOINT ["python"]
        CMD ["app.py", "--debug"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        ENTRYPOINT ["docker-entrypoint.sh"]
        CMD npm start
      `,
    },
  ],
};

/** Programs that run a file or a subcommand: for them `/bin/sh` is a file that they cannot read. */
const RUNNERS = /^(?:java|python[\d.]*|node|npm|yarn|pnpm|ruby|php|dotnet|gunicorn|uvicorn|flask|deno|bun)$/;

function* judge(entrypoint: Placed<Instruction>, words: readonly Word[], cmd: Placed<Instruction>, file: DockerfileFile): Generator<Finding> {
  const program = words[0]?.text ?? '';
  const { start, block } = cmd;
  const related = [{ at: shift(entrypoint.block.name.span, entrypoint.start), message: ko.entrypoint }];
  if (program === '' || hasShell(words.map(({ text }) => text))) return;
  const first = block.exec?.elements[0];
  if (first && block.exec) {
    if (first.text !== program) return;
    const own = block.exec.elements.map(({ text }) => text);
    const same = words.findIndex(({ text }, i) => text !== own[i]);
    const left = own.slice(same < 0 ? words.length : same);
    const whole = { start, end: start + (placedAt(file.blocks, start)?.block.text.length ?? 0) };
    const fix = left.length === 0 ? { title: ko.remove, edits: [replace(whole, '')] } : { title: ko.shorten, edits: [replace(shift(block.exec.span, start), execForm(left))] };
    yield { at: shift(first.span, start), message: ko.repeated(program), related, fixes: [fix] };
    return;
  }
  const text = textOf(block);
  if (block.exec || text === '' || /^[[\]'"]/.test(text) || !RUNNERS.test(programOf(program))) return;
  const at = shift(argumentsSpan(block), start);
  const plain = isOneLine(file, cmd) ? plainWords(text) : undefined;
  const left = plain && plain[0] === program ? plain.slice(1) : plain;
  yield { at, message: ko.wrapped, related, ...(left && left.length > 0 && { fixes: [{ title: ko.shorten, edits: [replace(at, execForm(left))] }] }) };
}
