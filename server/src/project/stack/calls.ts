import type { SettingFact } from '../../compose/stack-facts.ts';
import { isForOutside, portNameOf } from '../../compose/urls.ts';
import { type Address, hostsIn, urlsIn } from '../../core/address.ts';
import type { Fact } from '../../core/fact.ts';
import { remembered } from '../../core/remember.ts';
import type { NginxFacts, Pass } from '../../nginx/index.ts';
import { isNetworked, type Target, targetOf } from './hosts.ts';
import { settingsAddresses } from './settings-calls.ts';
import { each, type Spot, type Stack, type StackService } from './stack.ts';

/** An address that a service's program is given, wherever it is written. */
export interface Call {
  readonly from: StackService;
  readonly kind: 'environment' | 'env-file' | 'command' | 'healthcheck' | 'nginx' | 'settings' | 'web';
  /** The variable, key or directive that holds it. */
  readonly name: string;
  readonly scheme?: string;
  readonly host: CallPiece;
  readonly port?: CallPiece;
  readonly target: Target;
  /** The name is looked up while the program runs, not when it starts. */
  readonly late: boolean;
}

export interface CallPiece {
  readonly text: string;
  readonly at: Spot;
}

/** Names whose value is an address without a scheme. */
const ADDRESS_NAME = /(?:^|[._-])(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVERS?|ENDPOINTS?|BROKERS?|NODES?)$/i;

/** Every address that the files of a stack give to its services, in the order of the services. What a variable fills in is left out. */
export const callsOf = remembered((stack: Stack): readonly Call[] => stack.services.flatMap((service) => (isNetworked(service) ? [...callsFrom(stack, service)] : [])));

function* callsFrom(stack: Stack, from: StackService): Generator<Call> {
  const own = [...each(from, 'environment')];
  const names = new Set(own.map(({ it }) => it.name.text));
  const held = portsIn([...from.envFiles.flatMap(({ uri, facts }) => facts.variables.map((it) => ({ uri, it }))), ...own]);
  for (const { uri, it } of own) yield* ofSetting('environment', uri, it.name.text, it.value);
  for (const { uri, facts } of from.envFiles) for (const { name, value } of facts.variables) if (!names.has(name.text)) yield* ofSetting('env-file', uri, name.text, value);
  for (const { uri, it } of each(from, 'command')) yield* ofText('command', uri, '', it, urlsIn);
  for (const { uri, it } of each(from, 'healthcheck')) yield* ofText('healthcheck', uri, '', it, urlsIn);
  const { build } = from;
  if (build?.dockerfile) {
    for (const { healthcheck } of build.stages.slice(-1)) for (const fact of healthcheck) yield* ofText('healthcheck', build.dockerfile.uri, '', fact, urlsIn);
  }
  for (const { uri, facts } of from.nginx) yield* ofNginx(uri, facts);
  for (const { name, host, port, scheme } of settingsAddresses(from)) yield callTo('settings', name, host, port, scheme, false);
  // What Next.js rewrites its server asks for; the rest of the file is for the browser as often as not.
  for (const { uri, facts } of build?.web ?? []) for (const { destination } of facts.rewrites) yield* ofText('web', uri, 'destination', destination, urlsIn);

  function* ofSetting(kind: Call['kind'], uri: string, name: string, value: Fact): Generator<Call> {
    if (isForOutside(name)) return;
    const found = [...ofText(kind, uri, name, value, urlsIn)];
    if (found.length === 0 && ADDRESS_NAME.test(name)) found.push(...[...ofText(kind, uri, name, value, hostsIn)].map((it) => withPort(it, held)));
    yield* found;
  }

  function* ofText(kind: Call['kind'], uri: string, name: string, fact: Fact, read: (word: { text: string; span: { start: number; end: number } }) => Address[]): Generator<Call> {
    const { text } = fact;
    if (text.length < 2) return;
    for (const { scheme, host, port } of read({ text, span: { start: 0, end: text.length } })) {
      if (host.text.includes('$') || port?.text.includes('$')) continue;
      const piece = (it: { text: string; span: { start: number; end: number } }): CallPiece => ({ text: it.text, at: { uri, fact, from: it.span.start, to: it.span.end } });
      yield callTo(kind, name, piece(host), port && piece(port), scheme, false);
    }
  }

  function* ofNginx(uri: string, { servers, upstreams, locations, resolver }: NginxFacts): Generator<Call> {
    const own = new Set(upstreams.map(({ name }) => name.text));
    const spot = (fact: Fact): CallPiece => ({ text: fact.text, at: { uri, fact } });
    for (const { servers: all } of upstreams) for (const { host, port } of all) yield callTo('nginx', 'server', spot(host), port && spot(port), undefined, false);
    const passes: Pass[] = [...servers.flatMap((server) => [...server.passes, ...server.locations.flatMap((it) => it.passes)]), ...locations.flatMap((it) => it.passes)];
    for (const { directive, scheme, host, port, usesVariable } of passes) {
      if (!host || host.text.includes('$') || own.has(host.text)) continue;
      yield callTo('nginx', directive, spot(host), port && spot(port), scheme, usesVariable && resolver !== undefined);
    }
  }

  function callTo(kind: Call['kind'], name: string, host: CallPiece, port: CallPiece | undefined, scheme: string | undefined, late: boolean): Call {
    return { from, kind, name, host, target: targetOf(stack, from, host.text), late, ...(port && { port }), ...(scheme && { scheme }) };
  }
}

/** Variables that hold a port and nothing else. */
const portsIn = (variables: readonly { readonly uri: string; readonly it: SettingFact }[]): ReadonlyMap<string, CallPiece> =>
  new Map(variables.flatMap(({ uri, it: { name, value } }) => (/^\d+$/.test(value.text) ? [[name.text, { text: value.text, at: { uri, fact: value } }] as const] : [])));

/** `REDIS_PORT` beside `REDIS_HOST`. `0.0.0.0` says where to listen, not whom to call. */
function withPort(call: Call, ports: ReadonlyMap<string, CallPiece>): Call {
  const beside = call.port || call.host.text === '0.0.0.0' ? undefined : portNameOf(call.name);
  const port = beside === undefined ? undefined : ports.get(beside);
  return port ? { ...call, port } : call;
}
