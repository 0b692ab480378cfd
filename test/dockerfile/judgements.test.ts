import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings } from '../../server/src/core/check.ts';
import { hubImageNamed } from '../../server/src/core/hub-image.ts';
import { retired } from '../../server/src/core/retired-images.ts';
import type { Profile } from '../../server/src/core/rule.ts';
import { check } from '../../server/src/dockerfile/check.ts';
import { plainWords } from '../../server/src/dockerfile/commands.ts';
import { parse } from '../../server/src/dockerfile/parse.ts';
import { rules } from '../../server/src/generated/dockerfile-rules.ts';

const fail = (rule: string, error: unknown) => assert.fail(`${rule}: ${error}`);
const found = (text: string, profile: Profile = 'beginner') => check(parse(text), rules, { ...defaultSettings, profile }, fail);

describe('dockerfile/judgements', () => {
  /** The words that a rule underlines in a text. */
  const says = (id: string, text: string, ...words: string[]) =>
    it(`${id}: ${text.replace(/\n/g, ' ⏎ ')}`, () =>
      assert.deepEqual(
        found(text)
          .filter(({ rule }) => rule === id)
          .map(({ at }) => text.slice(at.start, at.end)),
        words,
      ));

  describe('repeated arguments', () => {
    const args = (text: string, ...words: string[]) => says('repeat-args-in-each-stage', `ARG V=1\n${text}`, ...words);
    args('FROM a\nRUN echo $V "${V}"', '$V');
    args('FROM a\nRUN <<EOF\necho $V\nEOF\n', '$V');
    args("FROM a\nRUN echo '$V' \\$V");
    args('FROM a\nRUN V=2 && echo $V');
    args('FROM a\nRUN for V in a b; do echo $V; done');
    args('FROM a\nRUN . /etc/env && echo $V');
    args('FROM a\nLABEL v=${V:-2}');
    args('FROM a:$V\nARG V\nRUN echo $V\nFROM b\nENV X=$V', '$V');
    args('FROM a AS b\nARG V\nFROM b\nRUN echo $V');
    args('FROM a\nCOPY --from=b$V /x /y');
    args('FROM a\nCMD echo $V');
    says('repeat-args-in-each-stage', 'FROM a\nCOPY bin-$TARGETARCH /x\nARG TARGETOS\nRUN echo $TARGETOS', '$TARGETARCH');
    says('repeat-args-in-each-stage', 'ARG NODE_VERSION=24\nFROM node:$NODE_VERSION\nRUN echo $NODE_VERSION');
    says('repeat-args-in-each-stage', 'ARG APP_VERSION=1\nFROM alpine\nRUN echo $APP_VERSION', '$APP_VERSION');
  });

  describe('unknown variables', () => {
    const unknown = (text: string, ...words: string[]) => says('define-variables-before-use', text, ...words);
    unknown('FROM a\nWORKDIR $DIR\nARG DIR=/x', '$DIR');
    unknown('FROM a\nENV DIR=/a:$DIR\nENV DIR=/b');
    unknown('FROM a\nRUN echo $LD_LIBRARY_PATH\nENV LD_LIBRARY_PATH=/x');
    unknown('FROM a AS b\nENV KEY=1\nFROM b\nLABEL k=$KEY\nFROM c\nLABEL k=$KEY', '$KEY');
    unknown('FROM a\nARG VERSION\nCOPY x-$VERSIN.jar /', '$VERSIN');
    unknown('FROM a\nARG VERSION\nCOPY x-${VERSON}.jar /', '${VERSON}');
    unknown('FROM a\nARG PART1\nCOPY $PART2 /');
    unknown('FROM a\nARG APP_HOME\nWORKDIR $JAVA_HOME');
    unknown('FROM a\nEXPOSE $PORT');
    unknown('FROM a\nENV PATH=$PATH:/x http=$HTTP_PROXY');
  });

  describe('arguments at run time', () => {
    const gone = (text: string, ...words: string[]) => says('pass-args-on-with-env', text, ...words);
    gone('FROM a\nARG P=1\nCMD x --port $P', '$P');
    gone('FROM a\nARG P=1\nENTRYPOINT ["x", "$P"]');
    gone('FROM a\nARG P=1\nENV P=$P\nCMD x $P');
    gone('FROM a\nCMD x $P ${Q:-1}');
    gone('FROM a AS b\nARG P=1\nFROM b\nHEALTHCHECK CMD curl localhost:$P', '$P');
  });

  describe('exec form', () => {
    const variable = (text: string, ...words: string[]) => says('expand-variables-in-a-shell', text, ...words);
    variable('FROM a\nHEALTHCHECK CMD ["curl", "localhost:${PORT}"]', '"localhost:${PORT}"');
    variable('FROM a\nRUN ["node", "-e", "console.log(`${x}`)"]');
    variable('FROM a\nENTRYPOINT ["/init.sh"]\nCMD ["$X"]');
    variable('FROM a\nCMD ["npm start $X"]');
    variable('FROM a\nENTRYPOINT exec x\nCMD ["$X"]');
    variable('FROM a\nCMD ["awk", "{print $NF}"]');
    const one = (text: string, ...words: string[]) => says('split-exec-form-words', text, ...words);
    one('FROM a\nENTRYPOINT ["java -jar /a.jar"]', '"java -jar /a.jar"');
    one('FROM a\nENTRYPOINT ["./server --port 80"]', '"./server --port 80"');
    one('FROM a\nENTRYPOINT ["/opt/My Tools/x"]\nCMD ["a b"]');
    const operator = (text: string, ...words: string[]) => says('run-exec-operators-in-a-shell', text, ...words);
    operator('FROM a\nCMD ["a", "|", "b"]', '"|"');
    operator('FROM a\nCMD ["cut", "-d", "|", "x"]');
    operator('FROM a\nCMD ["sh", "-c", "a", "&&", "b"]');
  });

  describe('shell form', () => {
    const shell = (text: string, ...words: string[]) => says('write-commands-in-exec-form', text, ...words);
    shell('FROM a\nENTRYPOINT node a.js', 'node a.js');
    shell('FROM a\nCMD a && b', 'a && b');
    shell("FROM a\nCMD ['a', 'b']");
    shell('FROM a AS b\nSHELL ["x"]\nFROM b\nCMD a');
    shell('FROM scratch\nCMD a');
    shell('FROM a\nCMD a\nENTRYPOINT ["b"]');
    shell('FROM a\nENTRYPOINT ["/entrypoint.sh"]\nCMD node a.js', 'node a.js');
    says('let-cmd-reach-entrypoint', 'FROM a\nENTRYPOINT a $0 $@\nCMD ["b"]');
    says('leave-entrypoint-out-of-cmd', 'FROM a\nENTRYPOINT ["sh", "-c"]\nCMD node a.js');
    const words = (text: string, expected: string[] | undefined) => it(`the words of ${text}`, () => assert.deepEqual(plainWords(text), expected));
    words('node "my file.js" --x=1', ['node', 'my file.js', '--x=1']);
    for (const text of ['a $B', 'a --x="b c"', 'A=1 b', 'cd a', 'a *', 'a > b', 'a # b', '']) words(text, undefined);
  });

  describe('files', () => {
    says('copy-from-inside-the-context', 'FROM a\nCOPY a/../../b /x', 'a/../../b');
    says('copy-by-context-path', 'FROM a\nCOPY C:\\app /x', 'C:\\app');
    says('copy-by-context-path', '# escape=`\nFROM a\nCOPY C:\\app C:\\x');
    says('keep-secret-files-out', 'FROM a\nCOPY config/.env.production certs/server.key /x/', 'config/.env.production', 'certs/server.key');
    says('keep-secret-files-out', 'FROM a\nCOPY .env.test fullchain.pem a.gpg.key .envrc /x/');
    says('extend-path', 'FROM a\nENV PATH /x', '/x');
    says('extend-path', 'FROM a\nENV PATH=/x:/usr/bin\nENV PATH=$A:/x');
    says('copy-with-copy', 'FROM a\nADD --checksum=sha256:x a b\nADD a.tar.gz /\nADD $A /\nADD *.jar /');
    says('give-copies-to-the-user', 'FROM a\nUSER app\nCOPY --chmod=755 . .\nRUN npm ci');
    says('give-copies-to-the-user', 'FROM a\nUSER $U\nCOPY . .\nRUN npm ci');
    says('set-workdir-before-copy', 'FROM a\nCOPY . .');
    says('set-workdir-before-copy', 'FROM eclipse-temurin:21\nCOPY x.jar app.jar\nCMD ["java", "-jar", "/app.jar"]');
    says('set-workdir-before-copy', 'FROM node:24\nCOPY package.json ./\nRUN npm ci', './');
    says('write-absolute-workdir', 'FROM a\nWORKDIR C:\\app\nFROM b\nWORKDIR "/x"\nFROM c\nWORKDIR $X/y');
  });

  describe('images', () => {
    const instead = (image: string, expected: string | undefined) => it(`${image} → ${expected ?? 'stays'}`, () => assert.equal(retired(hubImageNamed(image))?.instead, expected));
    instead('openjdk', 'eclipse-temurin:21-jdk');
    instead('openjdk:8-jre-alpine', 'eclipse-temurin:8-jre-alpine');
    instead('docker.io/library/java:1.8', 'eclipse-temurin:8-jdk');
    instead('someone/openjdk:8', undefined);
    instead('node:lts', undefined);
    instead('node:22', undefined);
    instead('node:20.1-slim', 'node:24-slim');
    instead('python:3', undefined);
    instead('python:3.8-alpine', 'python:3.13-alpine');
    instead('ubuntu:22.04', undefined);
    instead('ubuntu:26.04', undefined);
    instead('ubuntu:23.10', 'ubuntu:24.04');
    instead('ubuntu:bionic-20230530', 'ubuntu:24.04');
    instead('debian:buster-slim', 'debian:trixie-slim');
    instead('php:7.4-fpm-alpine', 'php:8.4-fpm-alpine');
    instead('maven:3.8.5-openjdk-17', 'maven:3.9-eclipse-temurin-17');
    instead('maven:3.9-eclipse-temurin-21', undefined);
    instead('alpine:edge', undefined);
    instead('alpine:3.20', 'alpine:3.22');
    instead('alpine:3.21', undefined);
    instead('debian:bullseye-20240101-slim', 'debian:trixie-slim');
    instead('debian:12', undefined);
    instead('node:25', 'node:24');
    instead('node:26', undefined);
    instead('php:8.1-apache', 'php:8.4-apache');
    instead('php:8', undefined);
    instead('mysql:8.0', 'mysql:8.4');
    instead('mysql:8', undefined);
    instead('postgres:13-alpine', 'postgres:18-alpine');
    instead('postgres:14', undefined);
    instead('ubuntu:24.10', 'ubuntu:24.04');
    says('run-as-non-root', 'FROM nginx:1.28\nCMD ["nginx"]\nFROM node:24\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["node", "a.js"]');
    says('run-as-non-root', 'FROM alpine\nRUN apk add su-exec\nCMD ["app"]');
    says('run-as-non-root', 'FROM node:24\nUSER node\nUSER 0:0\nCMD ["node", "a.js"]', 'USER 0:0');
    says('check-health-with-installed-tools', 'FROM debian:trixie-slim\nHEALTHCHECK CMD wget -q localhost || exit 1', 'wget');
    says('check-health-with-installed-tools', 'FROM eclipse-temurin:21-jre\nHEALTHCHECK CMD curl -f localhost || exit 1');
    says('check-health-with-installed-tools', 'FROM python:3.13-slim\nRUN ./setup.sh\nHEALTHCHECK CMD curl -f localhost');
  });

  it('finds in the Dockerfile of the study notes what its corrections list', () => {
    const text = 'FROM ubuntu:18.04\nCOPY . /app\nRUN make /app\nCMD python /app/app.py\n';
    const own = ['replace-retired-base-images', 'run-as-non-root', 'install-what-you-run', 'write-commands-in-exec-form'];
    assert.deepEqual(
      found(text)
        .map(({ rule }) => rule)
        .filter((rule) => own.includes(rule)),
      own,
    );
  });

  for (const name of ['frontend', 'backend', 'nginx']) {
    it(`finds nothing in the shopping mall's ${name}`, () => {
      const text = readFileSync(path.resolve(import.meta.dirname, `../../examples/shopping-mall/${name}/Dockerfile`), 'utf8');
      for (const profile of ['beginner', 'work', 'exam'] as const) assert.deepEqual(found(text, profile), []);
    });
  }
});
