export { topicAt } from './features/topic.ts';
export type { DockerfileFile } from './file.ts';
export { parse } from './parse.ts';
