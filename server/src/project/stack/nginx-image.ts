import type { ServiceFact } from '../../compose/stack-facts.ts';
import { hubImageNamed } from '../../core/hub-image.ts';
import type { StackBuild, StackFile } from './stack.ts';

/** Whether a service runs the official nginx image, or one that is built on it. What a variable names is left out. */
export function isNginx(parts: readonly StackFile<ServiceFact>[], build: StackBuild | undefined): boolean {
  const image = build ? build.stages[0]?.image.text : parts.findLast(({ facts }) => facts.image)?.facts.image?.text;
  if (image === undefined || image.includes('$')) return false;
  return ['nginx', 'nginxinc/nginx-unprivileged'].includes(hubImageNamed(image).name);
}

/** Whether nginx starts with the configuration that its image brings, as far as files show: nobody puts anything in its place. */
export function isPlainNginx(parts: readonly StackFile<ServiceFact>[], build: StackBuild | undefined): boolean {
  if (!isNginx(parts, build)) return false;
  if (
    parts.some(({ facts }) => facts.replacesCommand || facts.hasConfigs || facts.extends || facts.mounts.some(({ target }) => /^\/etc(?:\/nginx(?:\/|$)|\/?$)/.test(target.text)))
  )
    return false;
  // A copy to another place may be moved by a RUN.
  return (build?.stages ?? []).every(({ copies }) =>
    copies.every(({ destination, sources }) => !/\/etc(?:\/|$)/.test(destination) && !sources.some(({ text }) => /\.conf$|^\.\/?$/.test(text))),
  );
}
