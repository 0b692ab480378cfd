export { ignoreFacts } from './facts.ts';
export { takesCommentAbove } from './features/comments.ts';
export { topicAt } from './features/topic.ts';
export type { DockerignoreFile } from './file.ts';
export { parse } from './parse.ts';
