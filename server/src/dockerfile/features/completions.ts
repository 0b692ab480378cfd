import { aloneOnLine, type Completion, isEmptyBut, lineStart, ofSnippet, outerLines } from '../../core/completion.ts';
import { fitsImage, type Snippet, withChoices } from '../../core/snippet.ts';
import { placedAt, type Span } from '../../core/text.ts';
import { snippets } from '../../generated/snippets.ts';
import { baseNamed, chainOf, isSystem } from '../bases.ts';
import { factsOf, stageAt } from '../facts.ts';
import type { DockerfileFile } from '../file.ts';

/** Instructions of which a stage has one. */
const SINGLE = new Set(['HEALTHCHECK', 'CMD', 'ENTRYPOINT']);

/** What may be typed at `offset`: a whole Dockerfile in an empty one, blocks where a new instruction of a stage begins. */
export function completionsAt(file: DockerfileFile, offset: number): readonly Completion[] {
  const text = file.blocks.map(({ block }) => block.text).join('');
  const word = aloneOnLine(text, offset);
  if (!word || !beginsInstruction(file, word)) return [];
  if (isEmptyBut(text, word)) {
    // A directive is one at the very top only, and once.
    const isTop = text.slice(0, word.start).replace('\uFEFF', '').trim() === '';
    return snippets.dockerfile.filter(({ place }) => place === 'file').map((it) => at(it, text, word, isTop ? it.body : it.body.replace(/^# syntax=.*\n+/, '')));
  }
  const { stages, taken } = above(file, word.start);
  const image = imageAt(file, word.start);
  if (!image) return [];
  return snippets.dockerfile.flatMap((snippet) => {
    if (snippet.place !== 'stage' || !fitsImage(snippet, image) || outerLines(snippet.body).some((line) => taken.has(line.slice(0, line.indexOf(' '))))) return [];
    const choices = Object.keys(snippet.choose ?? {});
    if (choices.length > 0 && stages.length === 0) return [];
    return [
      at(
        snippet,
        text,
        word,
        choices.reduce((body, stop) => withChoices(body, stop, stages), snippet.body),
      ),
    ];
  });
}

const at = (snippet: Snippet, text: string, word: Span, body: string) => ofSnippet(snippet, word, word.start - lineStart(text, word.start), body);

/** Whether the line of a word is a new instruction: no continuation of the one before, no line of a heredoc. */
function beginsInstruction({ blocks }: DockerfileFile, word: Span): boolean {
  const placed = placedAt(blocks, word.start);
  const instruction = placed?.block.instruction;
  if (!placed || !instruction) return true;
  const start = word.start - placed.start;
  return word.end > word.start ? instruction.name.span.start === start : start < instruction.name.span.start || start >= endOf(instruction);
}

const endOf = ({ span, heredocs }: { readonly span: Span; readonly heredocs: readonly { readonly body: Span; readonly close?: Span }[] }) =>
  Math.max(span.end, ...heredocs.map(({ body, close }) => (close ?? body).end));

/** What is known of the image that the stage of a place begins with, in the end; nothing where no stage has begun. */
function imageAt(file: DockerfileFile, offset: number): { readonly name?: string; readonly system?: string } | undefined {
  const facts = factsOf(file);
  const stage = stageAt(facts, offset);
  if (!stage) return undefined;
  const base = baseNamed(chainOf(facts, stage).at(-1)?.image?.text);
  // On a system alone anything may have been installed.
  return { ...(!isSystem(base) && { name: base.name }), ...(base.system && { system: base.system }) };
}

interface Above {
  /** Names of the stages before the one that a place is in. */
  readonly stages: readonly string[];
  /** What its stage has and may have once, above and below. */
  readonly taken: ReadonlySet<string>;
}

function above({ blocks }: DockerfileFile, offset: number): Above {
  const names: (string | undefined)[] = [];
  let taken = new Set<string>();
  for (const { start, block } of blocks) {
    const { instruction } = block;
    if (!instruction) continue;
    const isFrom = instruction.keyword === 'FROM';
    if (isFrom && start >= offset) break;
    if (isFrom) {
      names.push(instruction.stage?.text);
      taken = new Set();
    } else if (SINGLE.has(instruction.keyword)) taken.add(instruction.keyword);
  }
  return { stages: names.slice(0, -1).filter((name) => name !== undefined), taken };
}
