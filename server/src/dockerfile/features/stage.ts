import { imageHit } from '../../core/image.ts';
import { type Hit, hit } from '../../core/language.ts';
import type { Word } from '../../core/text.ts';
import { lineOf, type Stage, stageAt, stageNamed, usesOf } from '../facts.ts';
import { ko } from '../ko.ts';
import type { Place } from './place.ts';

/** A word that may name a stage or an image: `COPY --from=`, `RUN --mount=…,from=`, FROM's image. */
export function stageReferenceHit(place: Place, word: Word): Hit | undefined {
  const { file, facts, start } = place;
  const here = stageAt(facts, start);
  const stage = stageNamed(facts, word.text, here?.index ?? 0);
  if (!stage) return imageOrStageHit(place, word);
  const line = lineOf(file, stage.from.start + stage.from.block.span.start);
  const byNumber = /^\d+$/.test(word.text);
  const which = byNumber ? ko.unnamedStage(stage.index, line) : ko.stage(word.text, stage.index, line);
  return hit(word.span, byNumber ? 'dockerfile/stage-index' : 'dockerfile/stage', [which, stage.image && ko.stageImage(stage.image.text)]);
}

/** No stage of that name stands above: an image is meant, or a stage was misspelt. */
function imageOrStageHit({ instruction, offset }: Place, word: Word): Hit | undefined {
  const image = imageHit(word, offset) ?? hit(word.span, 'reference/image');
  const bare = instruction.keyword !== 'FROM' && /^[\w.-]+$/.test(word.text);
  return image && bare ? hit(image.span, image.topic, [ko.imageNotStage(word.text), ...(image.live ?? [])]) : image;
}

/** Of a stage at its FROM: who uses it, and whether it becomes the image. */
export function stageLines(place: Place): string[] {
  const stage = stageAt(place.facts, place.start + place.instruction.span.start);
  if (!stage || place.facts.stages.length === 1) return [];
  const last = stage.index === place.facts.stages.length - 1;
  return [last ? ko.finalStage : ko.notFinalStage, ...(last ? [] : [used(place, stage)])];
}

export function used({ file, facts }: Place, stage: Stage): string {
  return ko.usedBy([...new Set(usesOf(facts, stage).map(({ offset }) => lineOf(file, offset)))]);
}
