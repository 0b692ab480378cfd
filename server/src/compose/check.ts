import { type Reported, type RuleSettings, report } from '../core/check.ts';
import type { ProjectView } from '../core/project-view.ts';
import { placed } from '../core/rule.ts';
import { type Failed, type FoundBy, foundBy } from '../core/run.ts';
import type { Block, ComposeFile, Scalar } from './file.ts';
import { type ComposeModel, modelOf, type Part, type Service } from './model.ts';
import type { ComposeRule } from './rule.ts';
import { isHarmless } from './syntax.ts';

export type ComposeRules = Readonly<Record<string, ComposeRule>>;

/** What the rules say of a compose file, in the order of its text. A rule that throws is left out and named to `failed`. */
export function check(file: ComposeFile, rules: ComposeRules, project: ProjectView, settings: RuleSettings, failed: Failed): Reported[] {
  const model = modelOf(file);
  return report(findings(model, rules, project, failed), rules, settings);
}

function* findings(model: ComposeModel, rules: ComposeRules, project: ProjectView, failed: Failed): Generator<FoundBy> {
  const all = Object.entries(rules);
  for (const { start, block } of model.file.blocks) {
    for (const [id, finding] of ofBlock(block)) yield [id, placed(start, finding)];
  }
  const services = new Map<Scalar, Service>(model.services.map((service) => [service.key, service]));
  for (const part of model.parts) {
    // A block that can't be read says enough about itself.
    if (part.block.errors.some((error) => !isHarmless(error))) continue;
    for (const [id, finding] of ofPart(part)) yield [id, placed(part.start, finding)];
  }
  if (!model.broken) yield* foundBy(all, (rule) => rule.file?.(model, project), failed);

  function ofBlock(block: Block): readonly FoundBy[] {
    const known = keptBlocks.get(block);
    if (known?.rules === rules) return known.found;
    const found = foundBy(all, (rule) => rule.block?.(block), failed);
    keptBlocks.set(block, { rules, found });
    return found;
  }

  function ofPart(part: Part): readonly FoundBy[] {
    const known = part.alone ? kept.get(part.key) : undefined;
    if (known?.rules === rules) return known.found;
    const service = services.get(part.key);
    const found = [...foundBy(all, (rule) => rule.part?.(part), failed), ...(service ? foundBy(all, (rule) => rule.service?.(service), failed) : [])];
    if (part.alone) kept.set(part.key, { rules, found });
    return found;
  }
}

// What the rules said of a part, by its own key, which lives as long as its block.
const kept = new WeakMap<Scalar, { readonly rules: ComposeRules; readonly found: readonly FoundBy[] }>();

// What the rules said of a block's text.
const keptBlocks = new WeakMap<Block, { readonly rules: ComposeRules; readonly found: readonly FoundBy[] }>();
