import { type Hit, hit } from '../../core/language.ts';
import { portMapping } from '../../core/short.ts';
import { touches, type Word } from '../../core/text.ts';
import { ko } from '../ko.ts';
import type { Trail } from '../trail.ts';

/** A piece of `127.0.0.1:8080:80/tcp`, with what the whole of it does. */
export function portHit({ path }: Trail, word: Word, offset: number): Hit | undefined {
  const { address, host, container, protocol } = portMapping(word);
  if (path === 'compose/services/expose') return hit(word.span, 'compose/services/expose~port');
  const plain = (it: Word | undefined) => it && !it.text.includes('$');
  const whole = !plain(container) || (host && !plain(host)) ? undefined : host ? ko.portOpen(address?.text, host.text, container.text) : ko.portRandom(container.text);
  const browser = host && /^\d+$/.test(host.text) && (!address || address.text === '127.0.0.1') && WEB.has(container.text) ? ko.browser(host.text) : undefined;
  const flag = whole && ko.portFlag(word.text);
  if (protocol && touches(protocol.span, offset)) return hit(protocol.span, 'compose/services/ports~protocol', [whole, flag]);
  if (touches(container.span, offset))
    return hit(container.span, container.text.includes('-') ? 'compose/services/ports~range' : 'compose/services/ports~container-port', [whole, flag]);
  if (host && touches(host.span, offset))
    return hit(host.span, host.text.includes('-') ? 'compose/services/ports~range' : 'compose/services/ports~host-port', [whole, browser, flag]);
  return address && hit(address.span, 'compose/services/ports~host-ip', [whole, flag]);
}

/** Container ports that speak HTTP in all likelihood. */
const WEB = new Set(['80', '3000', '4200', '5000', '5173', '8000', '8080', '8888', '9090']);
