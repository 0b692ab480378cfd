export { takesCommentAbove } from './features/comments.ts';
export { topicAt, variableAt } from './features/topic.ts';
export type { DotenvFile } from './file.ts';
export { parse } from './parse.ts';
export { type DotenvFacts, dotenvStackFacts } from './stack-facts.ts';
