import { type Hit, hit } from '../../core/language.ts';
import { isPath, volumeMount } from '../../core/short.ts';
import { touches, type Word } from '../../core/text.ts';
import type { Topic } from '../../generated/topics.ts';
import type { ComposeFile } from '../file.ts';
import { ko } from '../ko.ts';
import { referenceHit } from './name.ts';

const MODES: Readonly<Record<string, Topic>> = {
  ro: 'compose/services/volumes~mode-ro',
  rw: 'compose/services/volumes~mode-rw',
  z: 'compose/services/volumes~mode-z-shared',
  Z: 'compose/services/volumes~mode-z-private',
  cached: 'compose/services/volumes~mode-cached',
  delegated: 'compose/services/volumes~mode-cached',
  consistent: 'compose/services/volumes~mode-cached',
};

/** A piece of `db-data:/var/lib/mysql:ro`, with what the whole of it does. */
export function volumeHit(file: ComposeFile, word: Word, offset: number): Hit | undefined {
  const { source, target, mode } = volumeMount(word);
  const option = mode.find(({ span }) => touches(span, offset));
  if (option) return hit(option.span, MODES[option.text] ?? 'compose/services/volumes');
  const bind = source && isPath(source.text);
  const whole = !source ? ko.anonymousVolume(target.text) : bind ? ko.bindMount(source.text, target.text) : ko.namedVolume(source.text, target.text);
  if (source && touches(source.span, offset)) {
    if (bind) return hit(source.span, 'compose/services/volumes~bind', [whole]);
    return hit(source.span, 'compose/services/volumes~volume', [whole, ...(referenceHit(file, 'volumes', source.text, source.span)?.live ?? [])]);
  }
  return hit(target.span, source ? 'compose/services/volumes~target' : 'compose/services/volumes~anonymous', [whole]);
}
