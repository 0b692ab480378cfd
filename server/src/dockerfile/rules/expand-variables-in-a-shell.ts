import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { shift } from '../../core/text.ts';
import { hasShell, inShell, lastOf, shellWord, textOf } from '../commands.ts';
import type { Instruction } from '../file.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  literal: (variable: string) => `exec 형식은 셸을 거치지 않아 \`${variable}\` 글자가 그대로 전달됩니다. 변수를 쓰려면 \`["sh", "-c", "…"]\`로 감싸세요.`,
  wrap: '`sh -c`로 감싸기',
};

export const rule: DockerfileRule = {
  severity: 'warning',
  lesson: {
    title: 'exec 형식에서 변수를 쓰려면 셸로 감싸세요',
    what: '`["java", "-jar", "$JAR"]`처럼 exec 형식 안에 `$변수`가 있습니다.',
    why: '`$변수`를 값으로 바꾸는 것은 셸입니다. exec 형식은 셸 없이 프로그램을 바로 실행하므로, 프로그램은 `$JAR`라는 글자를 그대로 받습니다.',
    how: '`CMD ["sh", "-c", "exec java -jar $JAR"]`처럼 셸에 통째로 넘기세요. `exec`를 붙이면 종료 신호도 프로그램에 바로 갑니다.',
  },
  also: ['D242'],
  href: 'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',

  *file({ facts }) {
    for (const stage of facts.stages) {
      const entrypoint = lastOf(stage, 'ENTRYPOINT')?.block;
      const hasCmd = lastOf(stage, 'CMD') !== undefined;
      for (const { start, block } of stage.instructions) if (block.exec) yield* judge(block, start, entrypoint, hasCmd);
    }
  },

  examples: [
    {
      bad: dockerfile`
        FROM eclipse-temurin:21-jre
        ENV JAR=/app/shop.jar
        CMD ["java", "-jar", "$JAR"]
        #                    ^^^^^^
      `,
      fixed: dockerfile`
        FROM eclipse-temurin:21-jre
        ENV JAR=/app/shop.jar
        CMD ["sh", "-c", "exec java -jar $JAR"]
      `,
    },
    {
      good: dockerfile`
        FROM eclipse-temurin:21-jre
        ENV JAR=/app/shop.jar
        ENTRYPOINT ["sh", "-c", "exec java -jar $JAR"]
      `,
    },
    {
      good: dockerfile`
        FROM nginx:1.28-alpine
        ENTRYPOINT ["/docker-entrypoint.sh"]
        CMD ["serve", "--port=$PORT", "--match=^a$"]
      `,
    },
  ],
};

/** Programs and options whose argument is code, in which `$` is something else. */
const READS_CODE = /^(?:envsubst|[gmn]?awk|sed|perl|-e|-c|-r|-p|-pe|--eval|--command)$/;

const VARIABLE = /\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*[^}]*\})/;

function* judge(block: Instruction, start: number, entrypoint: Instruction | undefined, hasCmd: boolean): Generator<Finding> {
  const { exec, keyword } = block;
  const runs = keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'HEALTHCHECK';
  if (!exec || !runs) return;
  const words = exec.elements.map(({ text }) => text);
  // A line that is no exec form at all has more to be told.
  if (words.includes('&&') || words.includes('||') || /^[\w.-]+\s+\S/.test(words[0] ?? '')) return;
  // A script or a shell may still expand what it is given.
  if (hasShell(words) || words.some((word) => READS_CODE.test(word))) return;
  if (keyword === 'CMD' && entrypoint && (!entrypoint.exec || hasShell(entrypoint.exec.elements.map(({ text }) => text)))) return;
  const first = exec.elements.find(({ text }) => VARIABLE.test(text));
  const variable = first && VARIABLE.exec(first.text)?.[0];
  if (!first || !variable) return;
  // Behind an ENTRYPOINT, CMD is but its arguments; an ENTRYPOINT in a shell would lose its CMD.
  const stands = keyword === 'CMD' ? !entrypoint : keyword !== 'ENTRYPOINT' || !hasCmd;
  const line = `${keyword === 'RUN' || keyword === 'HEALTHCHECK' ? '' : 'exec '}${words.map(shellWord).join(' ')}`;
  const fixes = stands && !textOf(block).includes('\\') ? [{ title: ko.wrap, edits: [replace(shift(exec.span, start), inShell(line))] }] : [];
  yield { at: shift(first.span, start), message: ko.literal(variable), fixes };
}
