import { currentImage } from '../../core/retired-images.ts';
import type { Base } from '../bases.ts';

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

type Brings = readonly [program: RegExp, image: string];

const BY_NODE: Brings = [/^(?:node|npm|npx|yarn|pnpm)$/, currentImage('node', '-alpine')];
const BY_MAVEN: Brings = [/^(?:mvn|gradle)$/, currentImage('maven', '-eclipse-temurin-21')];
const BY_PIP: Brings = [/^pip3?$/, currentImage('python', '-slim')];
const BY_JAVA: Brings = [/^(?:java|javac)$/, currentImage('eclipse-temurin')];

/** What certain official images do not bring along, with the image that does. */
const LACKS: Readonly<Record<string, readonly Brings[]>> = {
  node: [BY_MAVEN, BY_JAVA],
  python: [BY_NODE, BY_MAVEN, BY_JAVA],
  'eclipse-temurin': [BY_NODE, BY_MAVEN, BY_PIP],
  openjdk: [BY_NODE, BY_MAVEN],
  amazoncorretto: [BY_NODE, BY_MAVEN],
  nginx: [BY_NODE, BY_MAVEN, BY_PIP, BY_JAVA],
  maven: [BY_NODE],
  gradle: [BY_NODE],
  alpine: [BY_NODE, BY_MAVEN, BY_PIP, BY_JAVA],
  debian: [BY_NODE, BY_MAVEN, BY_PIP, BY_JAVA],
  ubuntu: [BY_NODE, BY_MAVEN, BY_PIP, BY_JAVA],
};

/** An image that brings a program which `base` does not have; nothing where nobody knows. */
export const imageWith = ({ name }: Base, program: string): string | undefined => LACKS[name]?.find(([pattern]) => pattern.test(program))?.[1];
