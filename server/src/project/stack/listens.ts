import { hubImageNamed } from '../../core/hub-image.ts';
import { portsOfImage } from '../../core/image-ports.ts';
import { remembered } from '../../core/remember.ts';
import { filled } from '../../settings/index.ts';
import { holding } from './settings-calls.ts';
import { each, type Spot, type StackService } from './stack.ts';

/** A port that a program in a container listens on. */
export interface Listening {
  readonly port: string;
  /** Where that is written; absent where it is a habit of the image. */
  readonly at?: Spot;
  readonly because: 'nginx' | 'variable' | 'settings' | 'expose' | 'image';
}

/**
 * The ports that a service's program listens on, as far as its files say so; empty where they do not.
 * What nginx is configured to listen on counts most, then a variable that programs take their port from, then what the
 * Dockerfile exposes, then what the image is known for.
 */
export const listensOf = remembered((service: StackService): readonly Listening[] => {
  const nginx = service.nginx.flatMap(({ uri, facts }) =>
    facts.servers.flatMap(({ listens }) => listens.map(({ port }): Listening => ({ port: port.text, at: { uri, fact: port }, because: 'nginx' }))),
  );
  if (nginx.length > 0) return nginx.some(({ port }) => !isPlain(port)) ? [] : nginx;
  const { build } = service;
  const variable = portVariable(service) ?? serverPort(service);
  if (variable) return isPlain(variable.port) ? [variable] : [];
  if (build?.dockerfile) {
    const { uri } = build.dockerfile;
    const exposed = build.stages.flatMap((stage) => stage.exposed.map((fact): Listening => ({ port: fact.text.replace(/\/tcp$/i, ''), at: { uri, fact }, because: 'expose' })));
    return exposed.some(({ port }) => !isPlain(port)) || movesPort(service) ? [] : exposed;
  }
  // An image that is told anything of ports may listen elsewhere.
  return build || movesPort(service) || hasMountedConfiguration(service) ? [] : ofImage(service);
});

const isPlain = (port: string): boolean => /^\d+$/.test(port);

function ofImage({ parts }: StackService): Listening[] {
  const image = parts.findLast(({ facts }) => facts.image)?.facts.image?.text;
  const known = image === undefined || image.includes('$') ? undefined : hubImageNamed(image);
  return (known && portsOfImage(known)?.map((port): Listening => ({ port: String(port), because: 'image' }))) ?? [];
}

/** `PORT`, which Node.js programs read, and `SERVER_PORT` of Spring Boot; what Compose sets counts more than the image. */
function portVariable(service: StackService): Listening | undefined {
  const own = [...each(service, 'environment')].findLast(({ it }) => PORT_VARIABLE.test(it.name.text));
  if (own) return { port: own.it.value.text, at: { uri: own.uri, fact: own.it.value }, because: 'variable' };
  const { build } = service;
  const set = build?.stages.flatMap(({ environment }) => environment).findLast(({ name }) => PORT_VARIABLE.test(name.text));
  return build?.dockerfile && set && { port: set.value.text.replace(/^(["'])(.*)\1$/, '$2'), at: { uri: build.dockerfile.uri, fact: set.value }, because: 'variable' };
}

/** `server.port` of Spring Boot. */
function serverPort(service: StackService): Listening | undefined {
  const own = holding(service.build?.settings ?? [], service).find(({ it }) => it.key.text === 'server.port');
  return own && { port: filled(own.it.value.text, () => undefined), at: { uri: own.uri, fact: own.it.value }, because: 'settings' };
}

const PORT_VARIABLE = /^(?:PORT|SERVER_PORT)$/;

/** Whether a variable or the command tells the program another port. */
function movesPort(service: StackService): boolean {
  for (const { it } of each(service, 'environment')) if (/^(?:PG|NGINX_|HTTP_|HTTPS_|APP_|WEB_|LISTEN_)PORTS?$|_TCP_PORT$|LISTEN|BIND/i.test(it.name.text)) return true;
  for (const { it } of each(service, 'command')) if (/port|listen|bind|:\d{2,5}\b|^\d{2,5}$|-p\b/i.test(it.text)) return true;
  return false;
}

const hasMountedConfiguration = (service: StackService): boolean =>
  [...each(service, 'mounts')].some(({ it }) => /\.(?:conf|cnf|ya?ml|toml|xml|properties)$|\/etc\//.test(it.target.text));
