import { type Hit, hit } from '../../core/language.ts';
import { type Span, touches, type Word } from '../../core/text.ts';
import { isMountType, type MountType, mountOptionTopic, mountTypeTopic } from '../knowledge.ts';
import type { Place } from './place.ts';
import { stageReferenceHit } from './stage.ts';

interface Option {
  readonly key: Word;
  readonly value?: Word;
}

/** The comma-separated options of `RUN --mount=`. */
export function mountOptions({ text, span: { start } }: Word): Option[] {
  const options: Option[] = [];
  for (let from = 0; from <= text.length; ) {
    const comma = text.indexOf(',', from);
    const end = comma < 0 ? text.length : comma;
    const equals = text.slice(from, end).indexOf('=');
    const piece = (a: number, b: number): Word => ({ text: text.slice(a, b), span: { start: start + a, end: start + b } });
    if (end > from) options.push(equals < 0 ? { key: piece(from, end) } : { key: piece(from, from + equals), value: piece(from + equals + 1, end) });
    from = end + 1;
  }
  return options;
}

/** What the option under the pointer means for this kind of mount. */
export function mountHit(place: Place, flag: Word): Hit | undefined {
  const options = mountOptions(flag);
  const named = options.find(({ key }) => key.text === 'type')?.value?.text ?? 'bind';
  const type: MountType = isMountType(named) ? named : 'bind';
  for (const { key, value } of options) {
    const whole: Span = { start: key.span.start, end: value?.span.end ?? key.span.end };
    if (!touches(whole, place.offset)) continue;
    if (value && touches(value.span, place.offset)) {
      if (key.text === 'type') return hit(value.span, isMountType(value.text) ? mountTypeTopic(value.text) : 'dockerfile/mount/type');
      if (key.text === 'from') return stageReferenceHit(place, value);
      if (key.text === 'sharing' && isSharing(value.text)) return hit(value.span, `dockerfile/mount/cache/sharing=${value.text}`);
    }
    if (key.text === 'type') return hit(key.span, 'dockerfile/mount/type');
    return hit(value && touches(value.span, place.offset) ? value.span : key.span, mountOptionTopic(type, key.text));
  }
  return undefined;
}

const isSharing = (text: string): text is 'shared' | 'private' | 'locked' => text === 'shared' || text === 'private' || text === 'locked';
