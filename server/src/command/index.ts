export { takesCommentAbove } from './features/comments.ts';
export { topicAt } from './features/topic.ts';
export type { CommandFile } from './file.ts';
export { parse } from './parse.ts';
