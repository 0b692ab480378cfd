import { parse, walk } from './parse.ts';

export { nginxFacts } from './facts.ts';
export type { Listen, Location, NginxFacts, Pass, PassDirective, Server, Upstream, UpstreamServer } from './file.ts';

/** Whether a file is nginx configuration: `nginx.conf` and its like by name, another `*.conf` or template by what it says. */
export function looksLikeNginx(name: string, text: string): boolean {
  const file = name.replace(/\\/g, '/').toLowerCase();
  if (!/\.(?:conf|nginx|vhost)(?:\.(?:template|tmpl|tpl|sample|example|erb|j2))?$|(?:^|\/)sites-(?:available|enabled)\/[^/]+$/.test(file)) return false;
  if (/(?:^|\/)nginx[^/]*$/.test(file)) return true;
  for (const { name: directive, args, block } of walk(parse(text.slice(0, 50_000)))) {
    if (block && (directive.text === 'location' || directive.text === 'upstream' || (directive.text === 'server' && args.length === 0))) return true;
  }
  return false;
}
