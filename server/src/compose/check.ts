import { type Reported, type RuleSettings, report } from '../core/check.ts';
import type { ProjectView } from '../core/project-view.ts';
import { remembered } from '../core/remember.ts';
import { placed } from '../core/rule.ts';
import { type Failed, type FoundBy, foundBy } from '../core/run.ts';
import type { Block, ComposeFile, Scalar } from './file.ts';
import { type ComposeModel, modelOf, type Part, type Service } from './model.ts';
import type { ComposeRule } from './rule.ts';
import { isHarmless } from './syntax.ts';
import { misfitsOf } from './walk.ts';

export type ComposeRules = Readonly<Record<string, ComposeRule>>;

/** What the rules say of a compose file, in the order of its text. A rule that throws is left out and named to `failed`. */
export function check(file: ComposeFile, rules: ComposeRules, project: ProjectView, settings: RuleSettings, failed: Failed): Reported[] {
  const model = modelOf(file);
  return report(findings(model, rules, project, failed), rules, settings);
}

function findings(model: ComposeModel, rules: ComposeRules, project: ProjectView, failed: Failed): FoundBy[] {
  const hooks = hooksOf(rules);
  const found: FoundBy[] = [];
  for (const { start, block } of model.file.blocks) {
    for (const [id, finding] of inBlock(block)) found.push([id, placed(start, finding)]);
  }
  const services = new Map<Scalar, Service>(model.services.map((service) => [service.key, service]));
  for (const part of model.parts) {
    // A block that can't be read says enough about itself.
    if (part.block.errors.length > 0 && part.block.errors.some((error) => !isHarmless(error))) continue;
    for (const [id, finding] of inPart(part)) found.push([id, placed(part.start, finding)]);
  }
  if (!model.broken) for (const it of foundBy(hooks.ofFiles, (rule) => rule.file?.(model, project), failed)) found.push(it);
  return found;

  function inBlock(block: Block): readonly FoundBy[] {
    const known = keptBlocks.get(block);
    if (known?.rules === rules) return known.found;
    const own = foundBy(hooks.ofBlocks, (rule) => rule.block?.(block), failed);
    if (block.errors.length > 0) own.push(...foundBy(hooks.ofUnreadable, (rule) => rule.unreadable?.(block), failed));
    keptBlocks.set(block, { rules, found: own });
    return own;
  }

  function inPart(part: Part): readonly FoundBy[] {
    const known = kept.get(part.identity);
    if (known?.rules === rules) return known.found;
    const service = services.get(part.key);
    const own = foundBy(hooks.ofParts, (rule) => rule.part?.(part), failed);
    if (misfitsOf(part).length > 0) own.push(...foundBy(hooks.ofMisfits, (rule) => rule.misfits?.(part), failed));
    if (service) own.push(...foundBy(hooks.ofServices, (rule) => rule.service?.(service), failed));
    kept.set(part.identity, { rules, found: own });
    return own;
  }
}

/** Which rules look at what: most look at one thing only, and are not asked about the others. */
const hooksOf = remembered((rules: ComposeRules) => {
  const all = Object.entries(rules);
  return {
    ofBlocks: all.filter(([, { block }]) => block),
    ofUnreadable: all.filter(([, { unreadable }]) => unreadable),
    ofParts: all.filter(([, { part }]) => part),
    ofMisfits: all.filter(([, { misfits }]) => misfits),
    ofServices: all.filter(([, { service }]) => service),
    ofFiles: all.filter(([, { file }]) => file),
  };
});

// What the rules said of a part, by what it was read from.
const kept = new WeakMap<object, { readonly rules: ComposeRules; readonly found: readonly FoundBy[] }>();

// What the rules said of a block's text.
const keptBlocks = new WeakMap<Block, { readonly rules: ComposeRules; readonly found: readonly FoundBy[] }>();
