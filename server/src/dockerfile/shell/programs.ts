import type { Base } from './bases.ts';

/** Package managers by the systems that have them: `yum` answers on old and new Red Hat images alike. */
const OWN: Readonly<Record<string, string>> = { alpine: 'apk', debian: 'apt-get', ubuntu: 'apt-get', redhat: 'yum' };

/** The package manager of an image whose system is known. */
export const managerOf = ({ system }: Base): string | undefined => (system ? OWN[system] : undefined);

const FOREIGN: Readonly<Record<string, RegExp>> = {
  alpine: /^(?:apt|apt-get|dpkg|yum|dnf|microdnf|zypper|pacman)$/,
  debian: /^(?:apk|yum|dnf|microdnf|zypper|pacman)$/,
  ubuntu: /^(?:apk|yum|dnf|microdnf|zypper|pacman)$/,
  redhat: /^(?:apk|apt|apt-get|zypper|pacman)$/,
};

/** The package manager of this name belongs to another system than the image's. */
export const isForeignManager = ({ system }: Base, program: string): boolean => (system && FOREIGN[system]?.test(program)) ?? false;

const NODE = /^(?:node|npm|npx|yarn|pnpm)$/;
const MAVEN = /^(?:mvn|gradle)$/;
const PIP = /^pip3?$/;
const JAVA = /^(?:java|javac)$/;

/** What certain official images do not bring along, with the image that does. */
const LACKS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  node: [
    [MAVEN, 'maven:3.9-eclipse-temurin-21'],
    [JAVA, 'eclipse-temurin:21'],
  ],
  python: [
    [NODE, 'node:24-alpine'],
    [MAVEN, 'maven:3.9-eclipse-temurin-21'],
    [JAVA, 'eclipse-temurin:21'],
  ],
  'eclipse-temurin': [
    [NODE, 'node:24-alpine'],
    [MAVEN, 'maven:3.9-eclipse-temurin-21'],
    [PIP, 'python:3.13-slim'],
  ],
  openjdk: [
    [NODE, 'node:24-alpine'],
    [MAVEN, 'maven:3.9-eclipse-temurin-21'],
  ],
  amazoncorretto: [
    [NODE, 'node:24-alpine'],
    [MAVEN, 'maven:3.9-eclipse-temurin-21'],
  ],
  nginx: [
    [NODE, 'node:24-alpine'],
    [MAVEN, 'maven:3.9-eclipse-temurin-21'],
    [PIP, 'python:3.13-slim'],
    [JAVA, 'eclipse-temurin:21'],
  ],
  maven: [[NODE, 'node:24-alpine']],
  gradle: [[NODE, 'node:24-alpine']],
  alpine: [
    [NODE, 'node:24-alpine'],
    [MAVEN, 'maven:3.9-eclipse-temurin-21'],
    [PIP, 'python:3.13-slim'],
    [JAVA, 'eclipse-temurin:21'],
  ],
  debian: [
    [NODE, 'node:24-alpine'],
    [MAVEN, 'maven:3.9-eclipse-temurin-21'],
    [PIP, 'python:3.13-slim'],
    [JAVA, 'eclipse-temurin:21'],
  ],
  ubuntu: [
    [NODE, 'node:24-alpine'],
    [MAVEN, 'maven:3.9-eclipse-temurin-21'],
    [PIP, 'python:3.13-slim'],
    [JAVA, 'eclipse-temurin:21'],
  ],
};

/** An image that brings a program which `base` does not have; nothing where nobody knows. */
export const imageWith = ({ name }: Base, program: string): string | undefined => LACKS[name]?.find(([pattern]) => pattern.test(program))?.[1];
