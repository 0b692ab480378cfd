import { type Facts, factsOf } from './facts.ts';
import type { DockerfileFile } from './file.ts';

/** A Dockerfile ready to be judged: its blocks, and its stages with offsets in the file. */
export interface DockerfileModel {
  readonly file: DockerfileFile;
  readonly facts: Facts;
}

export const modelOf = (file: DockerfileFile): DockerfileModel => ({ file, facts: factsOf(file) });
