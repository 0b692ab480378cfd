import { type Hit, hit } from '../../core/language.ts';
import { emptyView, type ProjectView } from '../../core/project-view.ts';
import { type Span, shift, touches } from '../../core/text.ts';
import { topicNamed } from '../../generated/topics.ts';
import { anchors, textOf } from '../facts.ts';
import type { ComposeFile, Node } from '../file.ts';
import { ko } from '../ko.ts';
import { lineOf } from '../position.ts';
import { type Trail, trailAt } from '../trail.ts';
import { interpolationHit } from './interpolation.ts';
import { nameHit } from './name.ts';
import { valueHit } from './value.ts';

/** What a reader who points at `offset` wants to read about; nothing between the words. */
export function topicAt(file: ComposeFile, offset: number, project: ProjectView = emptyView): Hit | undefined {
  const trail = trailAt(file, offset);
  if (!trail) return undefined;
  const local = offset - trail.start;
  const found = yamlHit(file, trail, local) ?? (trail.role === 'key' ? keyHit(file, trail) : (interpolationHit(trail, local, project) ?? valueHit(file, trail, local)));
  return found && { ...found, span: shift(found.span, trail.start) };
}

/** Anchors, aliases, tags and merge keys: YAML's own signs. */
function yamlHit(file: ComposeFile, { node, role, start }: Trail, offset: number): Hit | undefined {
  const { anchor, tag } = node;
  if (anchor && touches(anchor.span, offset)) return hit(anchor.span, 'compose/yaml/anchor', [ko.anchor(anchor.text)]);
  if (tag && touches(tag.span, offset)) return hit(tag.span, tag.text === '!reset' ? 'compose/yaml/reset' : tag.text === '!override' ? 'compose/yaml/override' : undefined);
  if (node.kind === 'alias') {
    const target = anchors(file).findLast(({ name, span }) => name === node.name && span.start < start + node.span.start);
    return hit(node.span, 'compose/yaml/alias', [ko.alias(node.name, target && lineOf(file, target.span.start)), target && mergedKeys(target.node)]);
  }
  return role === 'key' && textOf(node) === '<<' ? hit(node.span, 'compose/yaml/merge') : undefined;
}

const mergedKeys = (node: Node): string | undefined => (node.kind === 'mapping' ? ko.merged(node.entries.map(({ key }) => textOf(key))) : undefined);

/** A key or a name of one's own. */
function keyHit(file: ComposeFile, trail: Trail): Hit | undefined {
  const step = trail.steps.at(-1);
  const span: Span = trail.node.span;
  if (!step) return undefined;
  if (step.kind === 'name') return nameHit(file, trail, step.name, span);
  if (step.kind === 'key') return hit(span, topicNamed(trail.path));
  return step.name.startsWith('x-') ? hit(span, 'compose/extension') : undefined;
}
