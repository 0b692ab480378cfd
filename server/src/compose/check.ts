import { type Reported, type RuleSettings, report } from '../core/check.ts';
import type { ProjectView } from '../core/project-view.ts';
import { type Finding, placed } from '../core/rule.ts';
import type { Block, ComposeFile, Scalar } from './file.ts';
import { type ComposeModel, modelOf, type Part, type Service } from './model.ts';
import type { ComposeRule } from './rule.ts';
import { isHarmless } from './syntax.ts';

export type ComposeRules = Readonly<Record<string, ComposeRule>>;

type Found = readonly [string, Finding];

/** What the rules say of a compose file, in the order of its text. A rule that throws is left out and named to `failed`. */
export function check(file: ComposeFile, rules: ComposeRules, project: ProjectView, settings: RuleSettings, failed: (id: string, error: unknown) => void): Reported[] {
  const model = modelOf(file);
  return report(findings(model, rules, project, failed), rules, settings);
}

function* findings(model: ComposeModel, rules: ComposeRules, project: ProjectView, failed: (id: string, error: unknown) => void): Generator<Found> {
  const all = Object.entries(rules);
  const safely = (id: string, run: () => Iterable<Finding> | undefined): Found[] => {
    try {
      return [...(run() ?? [])].map((finding) => [id, finding]);
    } catch (error) {
      failed(id, error);
      return [];
    }
  };
  for (const { start, block } of model.file.blocks) {
    for (const [id, finding] of ofBlock(block)) yield [id, placed(start, finding)];
  }
  const services = new Map<Scalar, Service>(model.services.map((service) => [service.key, service]));
  for (const part of model.parts) {
    // A block that can't be read says enough about itself.
    if (part.block.errors.some((error) => !isHarmless(error))) continue;
    for (const [id, finding] of ofPart(part)) yield [id, placed(part.start, finding)];
  }
  if (model.broken) return;
  for (const [id, rule] of all) if (rule.file) yield* safely(id, () => rule.file?.(model, project));

  function ofBlock(block: Block): readonly Found[] {
    const known = keptBlocks.get(block);
    if (known?.rules === rules) return known.found;
    const found = all.flatMap(([id, rule]) => safely(id, () => rule.block?.(block)));
    keptBlocks.set(block, { rules, found });
    return found;
  }

  function ofPart(part: Part): readonly Found[] {
    const known = part.alone ? kept.get(part.key) : undefined;
    if (known?.rules === rules) return known.found;
    const service = services.get(part.key);
    const found = all.flatMap(([id, rule]) => [...safely(id, () => rule.part?.(part)), ...(service ? safely(id, () => rule.service?.(service)) : [])]);
    if (part.alone) kept.set(part.key, { rules, found });
    return found;
  }
}

// What the rules said of a part, by its own key, which lives as long as its block.
const kept = new WeakMap<Scalar, { readonly rules: ComposeRules; readonly found: readonly Found[] }>();

// What the rules said of a block's text.
const keptBlocks = new WeakMap<Block, { readonly rules: ComposeRules; readonly found: readonly Found[] }>();
