import { type Hit, hit } from '../../core/language.ts';
import { touches, type Word } from '../../core/text.ts';
import { ko } from '../ko.ts';

/** `user:group` of USER and `--chown`. */
export function ownerHit({ text, span: { start, end } }: Word, offset: number): Hit | undefined {
  const colon = text.indexOf(':');
  const user = { start, end: colon < 0 ? end : start + colon };
  if (touches(user, offset)) {
    const name = colon < 0 ? text : text.slice(0, colon);
    return hit(user, 'dockerfile/value/user', [ko.user(name), name === 'root' || name === '0' ? ko.root : undefined]);
  }
  return hit({ start: start + colon + 1, end }, 'dockerfile/value/group', [ko.group(text.slice(colon + 1))]);
}
