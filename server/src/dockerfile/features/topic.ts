import { secondsOf } from '../../core/duration.ts';
import { type Hit, hit } from '../../core/language.ts';
import { spokenDuration } from '../../core/spoken.ts';
import { covers, placedAt, type Span, shift, touches, type Word } from '../../core/text.ts';
import type { Topic } from '../../generated/topics.ts';
import { factsOf } from '../facts.ts';
import type { Block, Directive, DockerfileFile, Flag } from '../file.ts';
import { directiveTopic, flagTopic, instructionTopic } from '../knowledge.ts';
import { ko } from '../ko.ts';
import { argumentHit } from './arguments.ts';
import { expansionHit } from './expansion.ts';
import { mountHit } from './mount.ts';
import { ownerHit } from './owner.ts';
import type { Place } from './place.ts';
import { stageLines, stageReferenceHit } from './stage.ts';

/** What a reader who points at `offset` wants to read about; nothing between the words. */
export function topicAt(file: DockerfileFile, offset: number): Hit | undefined {
  const placed = placedAt(file.blocks, offset);
  if (!placed) return undefined;
  const { start, block } = placed;
  const found = inBlock(file, start, block, offset - start);
  return found && { ...found, span: shift(found.span, start) };
}

function inBlock(file: DockerfileFile, start: number, block: Block, offset: number): Hit | undefined {
  const directive = block.directives.find(({ span }) => touches(span, offset));
  if (directive) return directiveHit(directive);
  const comment = block.comments.find(({ span }) => touches(span, offset));
  if (comment) {
    const late = /^(syntax|escape|check)\s*=/i.exec(comment.text)?.[1]?.toLowerCase();
    if (late === 'syntax' || late === 'escape' || late === 'check') return hit(comment.span, directiveTopic(late), [ko.directiveLate(late)]);
    return covers({ start: comment.span.start, end: comment.span.start + 1 }, offset) ? hit(comment.span, 'dockerfile/comment') : undefined;
  }
  if (!block.instruction) return undefined;
  const place = { file, facts: factsOf(file), start, instruction: block.instruction, offset };
  return instructionHit(place) ?? continuationHit(block, file, offset);
}

function instructionHit(place: Place): Hit | undefined {
  const { instruction, offset } = place;
  const { keyword, name, flags, heredocs } = instruction;
  if (touches(name.span, offset)) {
    if (keyword === 'unknown') return hit(name.span, undefined, [ko.unknownInstruction(name.text)]);
    return hit(name.span, instructionTopic(keyword), instruction.keyword === 'FROM' ? stageLines(place) : []);
  }
  if (instruction.keyword === 'ONBUILD' && instruction.trigger) {
    const inner = instructionHit({ ...place, instruction: instruction.trigger });
    if (inner && touches(instruction.trigger.name.span, offset)) return hit(inner.span, inner.topic, [ko.onbuild(instruction.trigger.keyword)]);
    return inner;
  }
  const variable = expansionHit(place);
  if (variable) return variable;
  for (const flag of flags) if (touches(flag.span, offset)) return flagHit(place, flag);
  for (const heredoc of heredocs) {
    const topic: Topic = !heredoc.expand ? 'dockerfile/heredoc-quoted' : heredoc.stripTabs ? 'dockerfile/heredoc-strip-tabs' : 'dockerfile/heredoc';
    if (touches(heredoc.marker, offset)) return hit(heredoc.marker, topic, [heredoc.close ? ko.heredocName(heredoc.name) : ko.heredocOpen(heredoc.name)]);
    if (heredoc.close && touches(heredoc.close, offset)) return hit(heredoc.close, 'dockerfile/heredoc-end', [ko.heredocCloses(heredoc.name)]);
  }
  return argumentHit(place);
}

function flagHit(place: Place, flag: Flag): Hit | undefined {
  const { instruction, offset } = place;
  const own = flagTopic(instruction.keyword, flag.name.text);
  const { value } = flag;
  if (!value || !touches(value.span, offset)) return hit({ start: flag.span.start, end: flag.name.span.end }, own);
  return flagValueHit(place, flag.name.text, value) ?? hit(value.span, own);
}

function flagValueHit(place: Place, name: string, value: Word): Hit | undefined {
  switch (name) {
    case 'mount':
      return mountHit(place, value);
    case 'from':
      return stageReferenceHit(place, value);
    case 'network':
      return isOneOf(value.text, ['default', 'none', 'host']) ? hit(value.span, `dockerfile/flag/RUN--network=${value.text}`) : undefined;
    case 'security':
      return isOneOf(value.text, ['sandbox', 'insecure']) ? hit(value.span, `dockerfile/flag/RUN--security=${value.text}`) : undefined;
    case 'platform':
      return hit(value.span, 'dockerfile/value/platform', [ko.platform(value.text)]);
    case 'chown':
      return ownerHit(value, place.offset);
    case 'chmod':
      return hit(value.span, 'dockerfile/value/permission');
    case 'checksum':
      return hit(value.span, 'dockerfile/value/checksum');
    case 'exclude':
      return hit(value.span, 'dockerfile/value/glob');
    case 'link':
    case 'parents':
    case 'keep-git-dir':
    case 'unpack':
      return hit(value.span, 'dockerfile/value/boolean');
    case 'interval':
    case 'timeout':
    case 'start-period':
    case 'start-interval':
      return durationHit(value);
    case 'retries':
      return hit(value.span, 'dockerfile/value/retries', [ko.retries(value.text)]);
    default:
      return undefined;
  }
}

const isOneOf = <T extends string>(text: string, known: readonly T[]): text is T => known.some((it) => it === text);

function durationHit(value: Word): Hit | undefined {
  const seconds = secondsOf(value.text);
  return hit(value.span, 'dockerfile/value/duration', [seconds === undefined ? ko.badDuration(value.text) : ko.duration(value.text, spokenDuration(seconds))]);
}

function directiveHit({ key, span, repeated }: Directive): Hit | undefined {
  return hit(span, directiveTopic(key), [repeated ? ko.directiveRepeated(key) : undefined]);
}

/** The `\` that joins two lines. */
function continuationHit({ text }: Block, { escape }: DockerfileFile, offset: number): Hit | undefined {
  const at = [offset, offset - 1].find((i) => text[i] === escape && /^[ \t]*\r?\n/.test(text.slice(i + 1, i + 80)));
  const span: Span | undefined = at === undefined ? undefined : { start: at, end: at + 1 };
  return span && hit(span, 'dockerfile/line-continuation');
}
