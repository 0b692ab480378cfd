import type { Facts } from '../facts.ts';
import type { DockerfileFile, Instruction } from '../file.ts';

/** What the answers of a hover are computed from: the file, its facts, and the place of the instruction. */
export interface Place {
  readonly file: DockerfileFile;
  readonly facts: Facts;
  /** Where the instruction's block begins in the file. */
  readonly start: number;
  readonly instruction: Instruction;
  /** Of the pointer, in the block. */
  readonly offset: number;
}
