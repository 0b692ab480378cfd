import { ordered, type Reported, type RuleSettings, weighing } from '../core/check.ts';
import type { ProjectView } from '../core/project-view.ts';
import { remembered } from '../core/remember.ts';
import { type Finding, placed } from '../core/rule.ts';
import { type Failed, type FoundBy, foundBy } from '../core/run.ts';
import type { Span } from '../core/text.ts';
import type { Block, ComposeFile } from './file.ts';
import { modelOf, type Part, serviceIn } from './model.ts';
import type { ComposeRule } from './rule.ts';
import { isHarmless } from './syntax.ts';
import { misfitsOf } from './walk.ts';

export type ComposeRules = Readonly<Record<string, ComposeRule>>;

/** What the rules say of a compose file, in the order of its text. A rule that throws is left out and named to `failed`. */
export function check(file: ComposeFile, rules: ComposeRules, project: ProjectView, settings: RuleSettings, failed: Failed): Reported[] {
  const model = modelOf(file);
  const weigh = weighing(rules, settings);
  const hooks = hooksOf(rules);
  const reported: Reported[] = [];
  for (const { start, block } of file.blocks) add(keptBlocks, block, start, () => inBlock(block), { identity: block, block });
  for (const part of model.parts) {
    // A block that can't be read says enough about itself.
    if (part.block.errors.length > 0 && part.block.errors.some((error) => !isHarmless(error))) continue;
    add(keptParts, part.meaning, part.start, () => inPart(part), part);
  }
  if (!model.broken)
    for (const it of reportedAt(
      0,
      foundBy(hooks.ofFiles, (rule) => rule.file?.(model, project), failed),
    ))
      reported.push(it);
  return ordered(reported, settings);

  /** What was found before where it was read from stays; what was said of it stays as long as it stands where it stood. */
  function add(kept: WeakMap<object, Kept>, meaning: object, start: number, find: () => readonly FoundBy[], { identity, block }: Pick<Part, 'identity' | 'block'>): void {
    const before = kept.get(meaning);
    // Places in text from elsewhere are others when it has moved.
    const isKnown = before?.rules === rules && (before.identity === identity || before.found.every(([, finding]) => standsIn(block, finding)));
    if (isKnown && before.found.length === 0) return;
    const isSaid = isKnown && before.start === start && before.settings === settings;
    const found = isKnown ? before.found : find();
    const said = isSaid ? before.said : reportedAt(start, found);
    if (!isSaid) kept.set(meaning, { identity, rules, settings, start, found, said });
    for (const it of said) reported.push(it);
  }

  function reportedAt(start: number, found: readonly FoundBy[]): readonly Reported[] {
    const own: Reported[] = [];
    for (const [rule, finding] of found) {
      const severity = weigh(rule, finding);
      if (severity !== 'off') own.push({ ...placed(start, finding), rule, severity });
    }
    return own;
  }

  function inBlock(block: Block): readonly FoundBy[] {
    const own = foundBy(hooks.ofBlocks, (rule) => rule.block?.(block), failed);
    if (block.errors.length > 0) own.push(...foundBy(hooks.ofUnreadable, (rule) => rule.unreadable?.(block), failed));
    return own;
  }

  function inPart(part: Part): readonly FoundBy[] {
    const service = serviceIn(part);
    const own = foundBy(hooks.ofParts, (rule) => rule.part?.(part), failed);
    if (misfitsOf(part).length > 0) own.push(...foundBy(hooks.ofMisfits, (rule) => rule.misfits?.(part), failed));
    if (service) own.push(...foundBy(hooks.ofServices, (rule) => rule.service?.(service), failed));
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

/** What the rules found, and what was said of it to somebody when it stood at `start`. */
interface Kept {
  readonly identity: object;
  readonly rules: ComposeRules;
  readonly settings: RuleSettings;
  readonly start: number;
  readonly found: readonly FoundBy[];
  readonly said: readonly Reported[];
}

/** Whether a finding is about the block's own text alone. */
function standsIn({ text }: Block, { at, fixes = [], related = [] }: Finding): boolean {
  const isIn = ({ start, end }: Span) => start >= 0 && end <= text.length;
  return isIn(at) && related.every((it) => isIn(it.at)) && fixes.every(({ edits }) => edits.every(({ span }) => isIn(span)));
}

// By what a part means.
const keptParts = new WeakMap<object, Kept>();

// By the block itself.
const keptBlocks = new WeakMap<object, Kept>();
