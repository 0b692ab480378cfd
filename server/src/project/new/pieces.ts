/** A folder of templates: where its files go, and when. */
export interface Piece {
  readonly from: string;
  readonly into: 'root' | 'nginx' | 'frontend' | 'backend';
  readonly when?: string;
}

/** In the order in which the files are shown: what is written first in the four steps comes first. */
export const PIECES: readonly Piece[] = [
  { from: 'next/docker', into: 'frontend', when: 'frontend=next' },
  { from: 'vite/docker', into: 'frontend', when: 'frontend=vite' },
  { from: 'spring/docker', into: 'backend', when: 'spring' },
  { from: 'express/docker', into: 'backend', when: 'backend=express' },
  { from: 'nginx', into: 'nginx', when: 'proxy' },
  { from: 'root', into: 'root' },
  { from: 'next/app', into: 'frontend', when: 'frontend=next & ownFrontend' },
  { from: 'vite/app', into: 'frontend', when: 'frontend=vite & ownFrontend' },
  { from: 'spring/gradle', into: 'backend', when: 'backend=spring-gradle & ownBackend' },
  { from: 'spring/maven', into: 'backend', when: 'backend=spring-maven & ownBackend' },
  { from: 'spring/app', into: 'backend', when: 'spring & ownBackend' },
  { from: 'express/app', into: 'backend', when: 'backend=express & ownBackend' },
];
