import { hostsIn, urlsIn } from '../../core/address.ts';
import { environmentNamesOf, filled, placeholdersIn, type Setting, type SettingsFacts } from '../../settings/index.ts';
import type { CallPiece } from './calls.ts';
import { environmentOf, knowsEnvironment } from './environment.ts';
import type { StackFile, StackService } from './stack.ts';

/** An address in a settings file that holds for the service's container. */
export interface WrittenAddress {
  readonly name: string;
  readonly scheme?: string;
  readonly host: CallPiece;
  readonly port?: CallPiece;
}

const HOST_KEY = /(?:^|[.-])(?:host|hostname|server|address|addresses|nodes|bootstrap-servers|servers|brokers|endpoint)(?:\[\d+\])?$/i;

/** Settings that say where the program itself listens, or what others may call it. */
const OWN = /^(?:server|management)\.|cors|allowed|origin|redirect|callback|issuer|self|advertised|eureka\.instance|public|frontend|external/i;

/** The addresses that a Spring Boot application's own files give it, without those that a variable of the container replaces. */
export function* settingsAddresses(service: StackService): Generator<WrittenAddress> {
  const files = service.build?.settings ?? [];
  if (files.length === 0 || !knowsEnvironment(service)) return;
  const variables = environmentOf(service);
  for (const { uri, it } of holding(files, service)) {
    if (OWN.test(it.key.text) || environmentNamesOf(it.key.text).some((name) => variables.has(name))) continue;
    yield* addressesOf(uri, it);
  }

  function* addressesOf(uri: string, { key, value }: Setting): Generator<WrittenAddress> {
    const { text } = value;
    if (placeholdersIn(wordOf(text)).some(({ name }) => variables.has(name.text))) return;
    const piece = ({ text: own, span: { start, end } }: { text: string; span: { start: number; end: number } }): CallPiece => ({
      // `${DB_HOST:localhost}` says `localhost` where nobody sets the variable.
      text: filled(own, () => undefined),
      at: { uri, fact: value, ...placeIn(own, start, end) },
    });
    const urls = urlsIn(wordOf(text));
    const found = urls.length > 0 || !HOST_KEY.test(key.text) ? urls : hostsIn(wordOf(text));
    for (const { scheme, host, port } of found) {
      const pieces = { host: piece(host), ...(port && { port: piece(port) }) };
      if (pieces.host.text.includes('$') || pieces.port?.text.includes('$')) continue;
      yield { name: key.text, ...pieces, ...(scheme && { scheme }), ...(pieces.port === undefined && portBeside(uri, key.text)) };
    }
  }

  /** `spring.data.redis.port` beside `spring.data.redis.host`. */
  function portBeside(uri: string, key: string): { port?: CallPiece } {
    const name = key.replace(/(?:host|hostname|server)$/i, 'port');
    const beside = name === key ? undefined : holding(files, service).find((other) => other.uri === uri && other.it.key.text === name)?.it;
    return beside && /^\d+$/.test(beside.value.text) ? { port: { text: beside.value.text, at: { uri, fact: beside.value } } } : {};
  }
}

const wordOf = (text: string) => ({ text, span: { start: 0, end: text.length } });

/** The place of the default where a placeholder is all there is. */
function placeIn(text: string, start: number, end: number): { from: number; to: number } {
  const [only] = placeholdersIn({ text, span: { start, end } });
  const inner = only && only.span.start === start && only.span.end === end ? only.default : undefined;
  return inner ? { from: inner.span.start, to: inner.span.end } : { from: start, to: end };
}

/** The settings that hold in the container: those without a profile and of active profiles; of one key the last. */
export function holding(files: readonly StackFile<SettingsFacts>[], service: StackService): { readonly uri: string; readonly it: Setting }[] {
  const all = files.flatMap(({ uri, facts }) => facts.settings.map((it) => ({ uri, it })));
  const told =
    environmentOf(service).get('SPRING_PROFILES_ACTIVE')?.value ?? all.find(({ it }) => it.profile === undefined && it.key.text === 'spring.profiles.active')?.it.value.text ?? '';
  const active = new Set(told.split(/[\s,]+/).filter(Boolean));
  const byKey = new Map<string, { readonly uri: string; readonly it: Setting }>();
  for (const found of all) if (found.it.profile === undefined) byKey.set(found.it.key.text, found);
  for (const found of all) if (found.it.profile !== undefined && active.has(found.it.profile)) byKey.set(found.it.key.text, found);
  return [...byKey.values()];
}
