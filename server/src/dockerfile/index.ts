export { takesCommentAbove } from './features/comments.ts';
export { contextSourceAt } from './features/sources.ts';
export { topicAt } from './features/topic.ts';
export type { DockerfileFile } from './file.ts';
export { parse } from './parse.ts';
export { checksOf, skipping, withoutSkipped } from './skip.ts';
export { dockerfileStackFacts } from './stack-facts.ts';
