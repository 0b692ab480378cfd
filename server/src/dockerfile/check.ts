import { type Reported, type RuleSettings, report } from '../core/check.ts';
import { placed } from '../core/rule.ts';
import { type Failed, type FoundBy, foundBy } from '../core/run.ts';
import type { Block, DockerfileFile, Escape } from './file.ts';
import { modelOf } from './model.ts';
import type { DockerfileRule } from './rule.ts';
import { checksOf, withoutSkipped } from './skip.ts';

export type DockerfileRules = Readonly<Record<string, DockerfileRule>>;

/** What the rules say of a Dockerfile, in the order of its text; without what its `# check=skip=` comments ask not to be told. */
export function check(file: DockerfileFile, rules: DockerfileRules, settings: RuleSettings, failed: Failed): Reported[] {
  const all = Object.entries(rules);
  const found: FoundBy[] = file.blocks.flatMap(({ start, block }) => ofBlock(block).map(([id, finding]): FoundBy => [id, placed(start, finding)]));
  const model = modelOf(file);
  found.push(...foundBy(all, (rule) => rule.file?.(model), failed));
  return withoutSkipped(file, report(found, rules, settings), rules, checksOf(file));

  function ofBlock(block: Block): readonly FoundBy[] {
    const known = kept.get(block);
    if (known?.rules === rules && known.escape === file.escape) return known.found;
    const { instruction } = block;
    const own = [
      ...foundBy(all, (rule) => rule.block?.(block, file.escape), failed),
      ...(instruction ? foundBy(all, (rule) => rule.instruction?.(instruction, block, file.escape), failed) : []),
    ];
    kept.set(block, { rules, escape: file.escape, found: own });
    return own;
  }
}

// What the rules said of a block; gone with it.
const kept = new WeakMap<Block, { readonly rules: DockerfileRules; readonly escape: Escape; readonly found: readonly FoundBy[] }>();
