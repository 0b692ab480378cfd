import { dockerfile } from '../../core/example.ts';
import type { Finding } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';
import { inFile, lineage, runsOf, type StageRun, type Step } from '../shell/stages.ts';

const ko = {
  run: (image: string) =>
    `\`${image}\` 이미지에는 셸이 없어 \`RUN\`을 실행하지 못하고 빌드가 실패합니다. 셸이 있는 앞 스테이지에서 실행하고 \`COPY --from\`으로 결과만 가져오세요.`,
  start: (image: string, keyword: string) =>
    `\`${image}\` 이미지에는 셸이 없어 컨테이너가 시작되지 않습니다. \`${keyword} ["/app"]\`처럼 프로그램을 바로 실행하는 exec 형식으로 적으세요.`,
};

export const rule: DockerfileRule = {
  // Docker accepts the file; what fails is the build or the program.
  severity: 'warning',
  lesson: {
    title: '셸이 없는 이미지에서는 exec 형식을 쓰세요',
    what: '`scratch`나 distroless 이미지에서 셸이 필요한 줄을 쓰고 있습니다.',
    why: '`RUN npm ci`나 `CMD node server.js`는 `/bin/sh`가 실행합니다. 이 이미지들에는 `/bin/sh`가 없습니다.',
    how: '준비는 앞 스테이지의 `RUN`에서 끝내고, 이 스테이지에는 `COPY --from`과 `CMD ["/app"]`만 두세요. distroless는 `debug` 태그에만 셸이 있습니다.',
  },
  also: ['D268'],
  href: 'https://docs.docker.com/build/building/base-images/#create-a-minimal-base-image-using-scratch',

  *file(model) {
    for (const run of runsOf(model)) if (hasNoShell(run)) yield* inStage(run);
  },

  examples: [
    {
      bad: dockerfile`
        FROM scratch
        COPY server /server
        RUN chmod +x /server
        ^^^
        ENTRYPOINT ["/server"]
      `,
    },
    {
      bad: dockerfile`
        FROM gcr.io/distroless/nodejs24-debian12
        COPY . /app
        CMD node /app/server.js
        ^^^
      `,
    },
    {
      good: dockerfile`
        FROM golang:1.25 AS build
        WORKDIR /src
        COPY . .
        RUN CGO_ENABLED=0 go build -o /server .

        FROM scratch
        COPY --from=build /server /server
        ENTRYPOINT ["/server"]
      `,
    },
  ],
};

const hasNoShell = ({ base }: StageRun) => base.system === 'scratch' || (base.system === 'distroless' && !/debug|busybox/.test(base.tag));

function* inStage(run: StageRun): Generator<Finding> {
  if ([...lineage(run)].slice(1).some(({ steps }) => steps.some(mayBring))) return;
  for (const step of run.steps) {
    if (mayBring(step)) return;
    const { instruction } = step;
    const { keyword, exec, args, name } = instruction;
    if (exec || args.length === 0 || step.shell) continue;
    if (keyword === 'RUN' && !instruction.flags.some((flag) => flag.name.text === 'mount')) yield { at: inFile(step, name.span), message: ko.run(run.base.image) };
    if (keyword === 'CMD' || keyword === 'ENTRYPOINT') yield { at: inFile(step, name.span), message: ko.start(run.base.image, keyword) };
  }
}

/** Files that may hold a shell: an archive, a whole tree, or something for `/bin`. */
function mayBring({ instruction }: Step): boolean {
  if (instruction.keyword === 'ADD') return true;
  if (instruction.keyword !== 'COPY') return false;
  const to = instruction.destination?.text ?? '/';
  return (
    !/^\/(?!(?:usr\/)?s?bin\b|usr\/?$|busybox)[\w.-]/.test(to) ||
    /\$/.test(to) ||
    instruction.sources.some(({ text }) => /(?:^|\/)(?:ba|busybo|da|a)?s?h?x?$/.test(text) && /sh$|busybox$/.test(text))
  );
}
