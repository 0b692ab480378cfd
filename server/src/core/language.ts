import type { Topic } from '../generated/topics.ts';
import type { Span } from './text.ts';

/** What a reader who points at `span` wants to read about: a lesson, lines computed from the file, or both. */
export interface Hit {
  readonly span: Span;
  readonly topic?: Topic;
  /** Korean Markdown, one sentence or two each, about this place in this file. */
  readonly live?: readonly string[];
}

/** Leaves out keys whose value is `undefined`, as `exactOptionalPropertyTypes` wants. */
export function hit(span: Span, topic: Topic | undefined, live: readonly (string | undefined)[] = []): Hit | undefined {
  const lines = live.filter((line) => line !== undefined);
  if (!topic && lines.length === 0) return undefined;
  return { span, ...(topic && { topic }), ...(lines.length > 0 && { live: lines }) };
}
