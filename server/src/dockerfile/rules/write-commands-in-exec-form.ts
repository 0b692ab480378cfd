import { dockerfile } from '../../core/example.ts';
import { type Finding, replace } from '../../core/rule.ts';
import { type Placed, shift } from '../../core/text.ts';
import { chainOf } from '../bases.ts';
import { argumentsSpan, execForm, hasShell, isOneLine, isShell, lastOf, plainWords, textOf } from '../commands.ts';
import type { Stage } from '../facts.ts';
import type { DockerfileFile, Instruction } from '../file.ts';
import type { DockerfileModel } from '../model.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  plain: (keyword: string, exec: string) =>
    `\`${keyword}\`에 셸 형식을 쓰면 셸이 앱을 감싸 \`docker stop\`의 종료 신호가 앱에 닿지 않을 수 있습니다. \`${keyword} ${exec}\` 형식으로 바꾸세요.`,
  shell: (keyword: string) => `\`${keyword}\`에 셸 형식을 쓰면 셸이 앱을 감싸 \`docker stop\`의 종료 신호가 앱에 닿지 않을 수 있습니다. 마지막 명령 앞에 \`exec\`를 붙이세요.`,
  convert: 'exec 형식으로 바꾸기',
};

export const rule: DockerfileRule = {
  severity: 'information',
  lesson: {
    title: '`CMD`와 `ENTRYPOINT`는 exec 형식으로 적으세요',
    what: '`CMD npm start`처럼 대괄호 없이 셸 형식으로 적었습니다.',
    why: '셸 형식은 `/bin/sh -c`로 실행됩니다. 셸이 첫 프로세스가 되어 `docker stop`이 보내는 신호를 앱에 넘기지 않을 수 있고, 그러면 앱은 정리할 틈 없이 10초 뒤에 강제로 끝납니다.',
    how: '`CMD ["npm", "start"]`처럼 exec 형식으로 적으세요. `$변수`나 `&&`가 필요하면 `CMD ["sh", "-c", "exec node server.js --port $PORT"]`처럼 마지막 명령 앞에 `exec`를 붙이세요.',
  },
  also: ['D221', 'JSONArgsRecommended', 'DL3025'],
  href: 'https://docs.docker.com/reference/build-checks/json-args-recommended/',

  *file(model) {
    for (const stage of model.facts.stages) yield* judge(stage, model);
  },

  examples: [
    {
      bad: dockerfile`
        FROM python:3.13-slim
        CMD python /app/app.py
        #   ^^^^^^^^^^^^^^^^^^
      `,
      fixed: dockerfile`
        FROM python:3.13-slim
        CMD ["python", "/app/app.py"]
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        CMD exec node server.js --port $PORT
      `,
    },
    {
      good: dockerfile`
        FROM node:24-alpine
        SHELL ["/bin/sh", "-exc"]
        CMD node server.js
      `,
    },
  ],
};

/** The CMD and the ENTRYPOINT that count. Who sets SHELL wants the shell, and has said so. */
function* judge(stage: Stage, { facts, file }: DockerfileModel): Generator<Finding> {
  const entrypoint = lastOf(stage, 'ENTRYPOINT');
  const cmd = lastOf(stage, 'CMD');
  if (!entrypoint && !cmd) return;
  const chain = chainOf(facts, stage);
  // Without a shell in the image it is no matter of habit.
  if (chain.some((it) => lastOf(it, 'SHELL')) || /^scratch$|distroless/.test(chain.at(-1)?.image?.text ?? '')) return;
  // A CMD beside an ENTRYPOINT, and an ENTRYPOINT that keeps a CMD out, have worse to be told.
  if (entrypoint && !cmd) yield* ofCommand(entrypoint, file);
  if (cmd && (!entrypoint || isScript(entrypoint.block))) yield* ofCommand(cmd, file);
}

/** A script that ends with `exec "$@"` runs the CMD as it is. */
const isScript = ({ exec }: Instruction) => exec?.elements.length === 1 && hasShell([exec.elements[0]?.text ?? '']) && !isShell(exec.elements[0]?.text ?? '');

function* ofCommand(placed: Placed<Instruction>, file: DockerfileFile): Generator<Finding> {
  const { start, block } = placed;
  const text = textOf(block);
  if (block.exec || text === '' || /^[[{('"“]/.test(text) || /(?:^|[\s;&|])exec\s/.test(text)) return;
  const at = shift(argumentsSpan(block), start);
  const words = isOneLine(file, placed) ? plainWords(text) : undefined;
  if (!words) yield { at, message: ko.shell(block.keyword), severity: 'hint' };
  else yield { at, message: ko.plain(block.keyword, execForm(words)), fixes: [{ title: ko.convert, edits: [replace(at, execForm(words))] }] };
}
