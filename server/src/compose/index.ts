export { takesCommentAbove } from './features/comments.ts';
export { topicAt } from './features/topic.ts';
export type { ComposeFile } from './file.ts';
export { modelOf } from './model.ts';
export { parse } from './parse.ts';
export { composeStackFacts } from './stack-facts.ts';
