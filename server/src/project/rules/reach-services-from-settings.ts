import { isForProgram } from '../../compose/urls.ts';
import { compose, text } from '../../core/example.ts';
import { nearest } from '../../core/nearest.ts';
import { environmentNameOf } from '../../settings/index.ts';
import type { StackFinding, StackRule } from '../rule.ts';
import { type Call, callsOf } from '../stack/calls.ts';
import { hostsOf, runTogether } from '../stack/hosts.ts';
import { listensOf } from '../stack/listens.ts';
import { each, type Stack, type StackService } from '../stack/stack.ts';

const ko = {
  self: (host: string, service: string, port: string) =>
    `컨테이너 안에서 \`${host}\` 주소는 이 프로그램의 컨테이너 자신입니다. \`${service}\` 서비스에 접속하려면 \`${service}:${port}\` 주소를 적으세요.`,
  override: (variable: string) => `컨테이너에서만 바꾸려면 컴포즈 파일의 \`environment\`에 \`${variable}\` 변수를 적어도 됩니다.`,
  unknown: (host: string, near: string) => `\`${host}\`라는 서비스가 없습니다. \`${near}\` 서비스를 뜻한다면 이름을 고치세요.`,
  change: (name: string) => `\`${name}\` 이름으로 바꾸기`,
  service: '접속하려는 서비스입니다.',
};

export const rule: StackRule = {
  severity: 'warning',
  scope: 'project',
  lesson: {
    title: '앱의 설정 파일에서도 서비스 이름으로 접속하세요',
    what: '`application.yml`, `next.config.js`, 환경 변수 같은 앱의 설정이 다른 서비스를 `localhost`나 없는 이름으로 부르고 있습니다.',
    why: '내 컴퓨터에서 실행할 때는 `localhost`가 맞지만, 컨테이너 안에서는 그 컨테이너 자신을 뜻합니다. 그래서 컨테이너로 옮기면 `Connection refused`나 `Unknown host` 오류가 납니다.',
    how: '컴포즈 파일의 서비스 이름을 적으세요. 내 컴퓨터에서도 실행해야 한다면 설정 파일은 그대로 두고, 컴포즈 파일의 `environment`에서 같은 설정을 서비스 이름으로 덮어쓰세요.',
  },
  also: ['X110', 'C801', 'C803'],
  href: 'https://docs.docker.com/compose/how-tos/networking/',

  *check(stack) {
    for (const call of callsOf(stack)) {
      const isInFile = call.kind === 'settings' || call.kind === 'env-file' || call.kind === 'web';
      if (!isInFile && call.kind !== 'environment' && call.kind !== 'command') continue;
      if (call.target.kind === 'self') yield* atSelf(stack, call, isInFile);
      else if (call.target.kind === 'unknown') yield* isInFile ? misspelt(stack, call) : calledOtherwise(stack, call);
    }
  },

  examples: [
    {
      file: 'backend/src/main/resources/application.yml',
      around: {
        'compose.yaml': compose`
          services:
            backend:
              build: ./backend
            db:
              image: mysql:8.4
              environment:
                MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
        `,
        'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n',
      },
      bad: text`
        spring:
          datasource:
            url: jdbc:mysql://localhost:3306/shop
        #                     ^^^^^^^^^
      `,
      fixed: text`
        spring:
          datasource:
            url: jdbc:mysql://db:3306/shop
      `,
    },
    {
      file: 'backend/src/main/resources/application.yml',
      around: {
        'compose.yaml': compose`
          services:
            backend:
              build: ./backend
              environment:
                SPRING_DATASOURCE_URL: jdbc:mysql://db:3306/shop
            db:
              image: mysql:8.4
              environment:
                MYSQL_ROOT_PASSWORD: \${DB_PASSWORD}
        `,
        'backend/Dockerfile': 'FROM eclipse-temurin:21-jre\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n',
      },
      good: text`
        spring:
          datasource:
            url: jdbc:mysql://localhost:3306/shop
      `,
    },
  ],
};

function* atSelf(stack: Stack, { from, kind, name, host, port, scheme }: Call, isInFile: boolean): Generator<StackFinding> {
  if (host.text === '0.0.0.0' || !port || listensOf(from).some((it) => it.port === port.text)) return;
  const others = stack.services.filter((it) => it !== from && runTogether(it, from) && answersAt(it, port.text));
  const [other] = others;
  const declared = other?.parts[0];
  if (!other || !declared || others.length > 1) return;
  if (!isInFile && (knownToCompose(other, port.text) || !isForProgram(scheme, name))) return;
  const variable = kind === 'settings' ? ` ${ko.override(environmentNameOf(name))}` : '';
  yield {
    at: host.at,
    message: `${ko.self(host.text, other.name, port.text)}${variable}`,
    fixes: [{ title: ko.change(other.name), edits: [{ at: host.at, text: other.name }] }],
    related: [{ at: { uri: declared.uri, fact: declared.facts.name }, message: ko.service }],
  };
}

/** A rule of the compose file alone speaks of ports that the file itself or the image says. */
const knownToCompose = (service: StackService, port: string): boolean =>
  [...each(service, 'ports')].some(({ it }) => it.host?.text === port || it.container.text === port) || listensOf(service).some((it) => it.port === port && it.because === 'image');

/** A name that nobody has, in front of the port of the one service that listens there. */
function* calledOtherwise(stack: Stack, { from, name, host, port, scheme }: Call): Generator<StackFinding> {
  const names = stack.services.flatMap((it) => [...hostsOf(it)]);
  // Containers of other projects have names too; one that is near is spoken of by a rule of the compose file alone.
  if (!port || !isForProgram(scheme, name) || nearest(host.text, names) !== undefined || stack.compose.some(({ facts }) => facts.externalNetworks.length > 0)) return;
  const others = stack.services.filter((it) => it !== from && runTogether(it, from) && answersAt(it, port.text));
  const [other] = others;
  const declared = other?.parts[0];
  if (!other || !declared || others.length > 1 || knownToCompose(other, port.text)) return;
  yield {
    at: host.at,
    message: ko.unknown(host.text, other.name),
    fixes: [{ title: ko.change(other.name), edits: [{ at: host.at, text: other.name }] }],
    related: [{ at: { uri: declared.uri, fact: declared.facts.name }, message: ko.service }],
  };
}

const answersAt = (service: StackService, port: string): boolean => listensOf(service).some((it) => it.port === port);

function* misspelt(stack: Stack, { host }: Call): Generator<StackFinding> {
  const near = nearest(
    host.text,
    stack.services.flatMap((it) => [...hostsOf(it)]).filter((it) => it.length > 2),
  );
  const declared = stack.services.find((it) => near !== undefined && hostsOf(it).has(near))?.parts[0];
  if (near === undefined || !declared) return;
  yield {
    at: host.at,
    message: ko.unknown(host.text, near),
    fixes: [{ title: ko.change(near), edits: [{ at: host.at, text: near }] }],
    related: [{ at: { uri: declared.uri, fact: declared.facts.name }, message: ko.service }],
  };
}
