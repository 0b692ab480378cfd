import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings } from '../../server/src/core/check.ts';
import type { Profile } from '../../server/src/core/rule.ts';
import { check } from '../../server/src/dockerfile/check.ts';
import { parse } from '../../server/src/dockerfile/parse.ts';
import { rules } from '../../server/src/generated/dockerfile-rules.ts';

const found = (text: string, profile: Profile = 'beginner') =>
  check(parse(text), rules, { ...defaultSettings, profile }, (_, error) => {
    throw error;
  });

describe('dockerfile/near misses', () => {
  const silent = (id: keyof typeof rules, text: string) => it(`${id}: ${JSON.stringify(text)} is fine`, () => assert.ok(!found(text).some(({ rule }) => rule === id)));
  const speaks = (id: keyof typeof rules, text: string, severity = rules[id]?.severity) =>
    it(`${id}: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(
        found(text)
          .filter(({ rule }) => rule === id)
          .map((it) => it.severity),
        [severity],
      ));

  silent('set-workdir-instead-of-cd', 'FROM a\nRUN cd build && make && cd ..\n');
  silent('set-workdir-instead-of-cd', 'FROM a\nRUN (cd build)\n');
  silent('set-workdir-instead-of-cd', '# escape=`\nFROM a\nRUN cd x\n');
  speaks('set-workdir-instead-of-cd', 'FROM a\nRUN cd $HOME\n');
  silent('set-env-instead-of-export', 'FROM a\nRUN export A=1; echo $A\n');
  silent('set-env-instead-of-export', 'FROM a\nRUN A=1 npm ci\n');
  silent('activate-in-the-same-run', "FROM a\nRUN echo 'source x' >> ~/.bashrc\n");
  silent('start-services-with-cmd', 'FROM a\nRUN service mysql start && mysql < x.sql\n');
  silent('start-services-with-cmd', 'FROM a\nCMD ["pm2", "start", "app.js", "--no-daemon"]\n');
  silent('start-services-with-cmd', 'FROM a\nCMD service nginx start && tail -f /dev/null\n');

  silent('answer-yes-when-installing', 'FROM debian\nRUN yes | apt-get install curl\n');
  silent('answer-yes-when-installing', 'FROM debian\nRUN apt-get -qq install curl\n');
  silent('answer-yes-when-installing', 'FROM debian\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install curl\n');
  silent('answer-yes-when-installing', 'FROM debian\nRUN apt-get install $OPTIONS curl\n');
  silent('answer-yes-when-installing', 'FROM debian\nRUN echo "apt-get install curl"\n');
  silent('update-and-install-together', 'FROM debian\nRUN curl -fsSL https://example.com/setup.sh | bash -\nRUN apt-get install -y nodejs\n');
  silent('update-and-install-together', 'FROM me/base\nRUN apt-get install -y curl\n');
  silent('update-and-install-together', 'FROM debian\nCOPY a.deb /\nRUN apt-get install -y /a.deb\n');
  silent('clean-package-caches', 'FROM debian AS build\nRUN apt-get update && apt-get install -y gcc\nFROM debian\nCOPY --from=build /a /a\n');
  silent('clean-package-caches', 'FROM python:3.13-slim\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask\n');
  silent('drop-sudo', 'FROM jenkins/jenkins\nRUN sudo make\n');
  silent('drop-sudo', 'FROM ubuntu\nRUN echo "no sudo here"\n');

  silent('use-the-images-package-manager', 'FROM node:24-alpine\nRUN if command -v apt-get; then apt-get update; fi\n');
  silent('use-the-images-package-manager', 'FROM $BASE\nRUN apk add curl\n');
  silent('use-the-images-package-manager', 'FROM node:24-alpine AS a\nFROM debian AS b\nRUN apt-get update\n');
  speaks('use-the-images-package-manager', 'FROM node:24-alpine AS a\nFROM a AS b\nRUN apt-get update\n', 'warning');
  speaks('use-the-images-package-manager', 'FROM node:24-alpine\nRUN apt-get update || true\n', 'warning');
  silent('run-programs-the-image-has', 'FROM eclipse-temurin:21\nRUN apt-get update && apt-get install -y nodejs\nRUN npm ci\n');
  silent('run-programs-the-image-has', 'FROM python:3.13\nCOPY --from=node:24 /usr/local /usr/local\nRUN npm ci\n');
  silent('run-programs-the-image-has', 'FROM eclipse-temurin:21\nRUN ./mvnw package\n');
  silent('use-sh-on-alpine', 'FROM node:24-alpine\nRUN apk add --no-cache some-tool\nCMD ["bash"]\n');
  silent('use-sh-on-alpine', 'FROM postgres:17-alpine\nCMD ["bash"]\n');
  silent('use-sh-on-alpine', 'FROM alpine\nRUN adduser -s /bin/bash me\n');
  silent('bring-a-shell', 'FROM scratch\nADD rootfs.tar.gz /\nRUN ls\n');
  silent('bring-a-shell', 'FROM scratch\nCOPY --from=busybox /bin /bin\nCMD ls\n');
  silent('bring-a-shell', 'FROM gcr.io/distroless/base-debian12:debug\nCMD ls\n');
  speaks('bring-a-shell', 'FROM scratch\nCOPY a /a\nCMD /a\n', 'warning');

  silent('start-servers-with-cmd', 'FROM eclipse-temurin:21\nCOPY app.jar /\nRUN java -XX:ArchiveClassesAtExit=app.jsa -Dspring.context.exit=onRefresh -jar app.jar\n');
  silent('start-servers-with-cmd', 'FROM eclipse-temurin:21\nRUN java -jar plantuml.jar -version\n');
  silent('start-servers-with-cmd', 'FROM node:24\nRUN timeout 60 npm start\n');
  silent('start-servers-with-cmd', 'FROM node:24\nRUN npm start & sleep 5 && npm test\n');
  silent('start-servers-with-cmd', 'FROM nginx\nRUN nginx -t\n');
  silent('build-for-production', 'FROM node:24 AS dev\nCMD ["npm", "run", "dev"]\n');
  silent('copy-manifests-before-installing', 'FROM node:24\nRUN git clone https://example.com/a .\nRUN npm ci\nCOPY . .\n');
  silent('copy-manifests-before-installing', 'FROM node:24\nRUN npm install -g pnpm\nCOPY . .\n');
  silent('copy-manifests-before-installing', 'FROM me/onbuild\nRUN npm ci\nCOPY . .\n');
  silent('copy-manifests-before-installing', 'FROM node:24\nCOPY web ./\nRUN npm ci\nCOPY . .\n');
  speaks('copy-manifests-before-installing', 'FROM node:24\nRUN npm install\nCOPY . .\n', 'warning');
  silent('install-before-copying-sources', 'FROM node:24\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci\n');
  silent('install-before-copying-sources', 'FROM maven:3\nCOPY pom.xml .\nRUN mvn -f pom.xml dependency:resolve\nCOPY . .\nRUN mvn package\n');
  silent('set-public-variables-before-building', 'FROM node:24\nARG VITE_A\nRUN npm run build\nENV VITE_A=$VITE_A\n');
  silent('set-public-variables-before-building', 'FROM node:24\nRUN npm run build\nENV NODE_ENV=production\n');
  silent('make-wrappers-executable', 'FROM gradle:jdk21\nCOPY . .\nRUN chmod +x ./gradlew && ./gradlew build\n');
  silent('write-sh-for-sh', 'FROM alpine\nRUN [ a == b ]\n');
  silent('write-sh-for-sh', 'FROM debian\nRUN bash -c "[[ -f x ]]"\n');
  silent('write-sh-for-sh', 'FROM debian\nRUN <<EOF\n#!/bin/bash\n[[ -f x ]]\nEOF\n');
  silent('write-sh-for-sh', 'FROM debian\nSHELL ["/bin/bash", "-c"]\nRUN [[ -f x ]]\n');

  /** What is said of the lines behind FROM. */
  const behindFrom = (text: string) => found(text).filter(({ at }) => at.start > text.indexOf('\n'));

  it('nothing is said of what ONBUILD leaves for another build', () => assert.deepEqual(behindFrom('FROM debian\nONBUILD RUN apt-get install curl\n'), []));
  it('nothing of lines that PowerShell reads', () => assert.deepEqual(behindFrom('FROM me/windows\nSHELL ["powershell", "-Command"]\nRUN apt-get install curl | foo\n'), []));
  it('nothing of an interpreter that is no shell', () => assert.deepEqual(behindFrom('FROM python:3.13\nRUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n'), []));

  for (const name of ['frontend', 'backend', 'nginx']) {
    it(`nothing of the shopping mall's ${name}, in any profile`, () => {
      const text = readFileSync(path.resolve(import.meta.dirname, `../../examples/shopping-mall/${name}/Dockerfile`), 'utf8');
      for (const profile of ['beginner', 'work', 'exam'] as const) assert.deepEqual(found(text, profile), []);
    });
  }
});
