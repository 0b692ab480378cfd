import type { Choices } from './choices.ts';

/** Who installs the packages of a Node project, by its lock file. */
export type Manager = 'npm' | 'pnpm' | 'yarn' | 'yarn-berry' | 'none';

/** A project in JavaScript that is there already. */
export interface FoundNode {
  /** Seen from the root, with a slash behind it; empty for the root itself. */
  readonly folder: string;
  readonly manager: Manager;
  /** The major version of Node. */
  readonly node: string;
}

export interface FoundFrontend extends FoundNode {
  readonly kind: 'next' | 'vite';
  /** Next.js gathers what it needs to run. */
  readonly standalone: boolean;
  /** The folder of files that are served as they are. */
  readonly hasPublic: boolean;
  readonly port: string;
}

export interface FoundExpress extends FoundNode {
  readonly kind: 'express';
  readonly entry: string;
  /** There is a script that builds it. */
  readonly built: boolean;
  readonly port: string;
  readonly clients: Clients;
}

export interface FoundSpring {
  readonly kind: 'spring-gradle' | 'spring-maven';
  readonly folder: string;
  readonly java: string;
  readonly springBoot?: string;
  /** `gradlew` or `mvnw` lies beside the build file. */
  readonly wrapper: boolean;
  readonly actuator: boolean;
  readonly port: string;
  readonly clients: Clients;
}

/** Which servers a backend has a driver for. */
export interface Clients {
  readonly database?: Exclude<Choices['database'], 'none'>;
  readonly redis: boolean;
}

/** What is there already. */
export interface Found {
  readonly frontend?: FoundFrontend;
  readonly backend?: FoundSpring | FoundExpress;
  /** The compose file that Docker would take, by its name. */
  readonly compose?: string;
  /** The texts of the files that may be written and are there, by path; none for one that can not be read. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

export const nothingFound: Found = { texts: new Map() };
