import { type Hit, hit } from '../../core/language.ts';
import { argumentsHit, shellHit } from '../../core/shell.ts';
import { covers, placedAt, type Span, touches, type Word } from '../../core/text.ts';
import type { Topic } from '../../generated/topics.ts';
import { stageAt } from '../facts.ts';
import type { DockerfileFile, From, Healthcheck, Pairs, Transfer } from '../file.ts';
import { envTopic, predefinedTopic } from '../knowledge.ts';
import { ko } from '../ko.ts';
import { join, workdirAt } from '../workdir.ts';
import { ownerHit } from './owner.ts';
import type { Place } from './place.ts';
import { stageReferenceHit, used } from './stage.ts';

/** What an instruction's plain arguments mean: images, ports, paths, users, names and values. */
export function argumentHit(place: Place): Hit | undefined {
  const { instruction, offset } = place;
  const word = instruction.args.find(({ span }) => touches(span, offset));
  switch (instruction.keyword) {
    case 'FROM':
      return fromHit(place, instruction);
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      return pairHit(place, instruction);
    case 'COPY':
    case 'ADD':
      return bracketHit(place) ?? transferHit(place, instruction);
    case 'HEALTHCHECK':
      return healthcheckHit(place, instruction);
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      return programHit(place);
    case 'EXPOSE':
      return word && portHit(word, offset);
    case 'USER':
      return word && ownerHit(word, offset);
    case 'WORKDIR':
      return word && hit(wholeOf(instruction.args), 'dockerfile/value/working-directory', [workdirLine(place, word.text)]);
    case 'STOPSIGNAL':
      return word && hit(word.span, 'dockerfile/value/signal');
    case 'VOLUME': {
      const path = bracketHit(place) ?? elementAt(place) ?? word;
      return path && ('text' in path ? hit(path.span, 'dockerfile/value/volume-path') : path);
    }
    case 'MAINTAINER':
      return word && hit(wholeOf(instruction.args), 'dockerfile/instruction/MAINTAINER');
    default:
      return undefined;
  }
}

function fromHit(place: Place, { image, as, stage }: From): Hit | undefined {
  const { facts, start, offset } = place;
  if (image && touches(image.span, offset)) return stageReferenceHit({ ...place }, image);
  if (as && touches(as.span, offset)) return hit(as.span, 'dockerfile/keyword/AS');
  if (!stage || !touches(stage.span, offset)) return undefined;
  const own = stageAt(facts, start + place.instruction.span.start);
  return hit(stage.span, 'dockerfile/stage', own ? [own.index === facts.stages.length - 1 ? ko.finalStage : used(place, own)] : []);
}

function pairHit({ instruction: { keyword }, offset }: Place, { pairs }: Pairs): Hit | undefined {
  for (const { name, value } of pairs) {
    if (touches(name.span, offset)) return hit(name.span, nameTopic(keyword, name.text));
    if (value && touches(value.span, offset)) return hit(value.span, VALUE_TOPICS[keyword] ?? 'dockerfile/value/env-value');
  }
  return undefined;
}

const VALUE_TOPICS: Readonly<Record<string, Topic>> = { ARG: 'dockerfile/value/arg-default', ENV: 'dockerfile/value/env-value', LABEL: 'dockerfile/value/label-value' };

function nameTopic(keyword: string, name: string): Topic {
  if (keyword === 'LABEL') return 'dockerfile/value/label-key';
  return predefinedTopic(name) ?? envTopic(name) ?? (keyword === 'ARG' ? 'dockerfile/value/arg-name' : 'dockerfile/value/env-name');
}

function transferHit(place: Place, { sources, destination }: Transfer): Hit | undefined {
  const { offset, instruction, facts, start } = place;
  if (destination && touches(destination.span, offset)) {
    const base = workdirAt(facts, start + instruction.span.start);
    const resolved = destination.text.startsWith('/') ? destination.text : base && join(base, destination.text);
    return hit(destination.span, 'dockerfile/value/destination', [resolved ? ko.destination(destination.text, resolved) : ko.destinationUnknown(destination.text)]);
  }
  const source = sources.find(({ span }) => touches(span, offset));
  if (!source) return undefined;
  const from = instruction.flags.find(({ name }) => name.text === 'from')?.value?.text;
  if (from) return hit(source.span, 'dockerfile/value/source', [ko.sourceInStage(source.text, from)]);
  if (instruction.keyword === 'ADD') return addSourceHit(source);
  if (/[*?[]/.test(source.text)) return hit(source.span, 'dockerfile/value/glob', [ko.source(source.text)]);
  return hit(source.span, 'dockerfile/value/source', [/^(?:\.\/?|\/)$/.test(source.text) ? ko.sourceAll : ko.source(source.text)]);
}

function addSourceHit(source: Word): Hit | undefined {
  if (/^git@|\.git(?:[#?]|$)|^https?:\/\/github\.com\/[^/]+\/[^/]+(?:\.git)?#/.test(source.text)) return hit(source.span, 'dockerfile/value/git');
  if (/^https?:\/\//.test(source.text)) return hit(source.span, 'dockerfile/value/url');
  return hit(source.span, 'dockerfile/value/add-source', [/^\.\/?$/.test(source.text) ? ko.sourceAll : ko.source(source.text)]);
}

function healthcheckHit(place: Place, { kind, args }: Healthcheck): Hit | undefined {
  if (!kind) return undefined;
  if (touches(kind.span, place.offset)) return hit(kind.span, kind.text.toUpperCase() === 'NONE' ? 'dockerfile/keyword/HEALTHCHECK-NONE' : 'dockerfile/keyword/HEALTHCHECK-CMD');
  return programHit({ ...place, instruction: { ...place.instruction, args: args.slice(1) } });
}

/** The command of RUN, CMD, ENTRYPOINT, HEALTHCHECK and SHELL in either form. */
function programHit(place: Place): Hit | undefined {
  const { instruction, offset, file, start } = place;
  const { exec, args } = instruction;
  if (exec) {
    const bracket = bracketHit(place);
    if (bracket) return bracket;
    const index = exec.elements.findIndex(({ span }) => touches(span, offset));
    const element = exec.elements[index];
    if (element && instruction.keyword === 'SHELL') return hit(element.span, 'dockerfile/value/shell-program');
    return argumentsHit(exec.elements, index, index === 0 ? 'dockerfile/value/executable' : 'dockerfile/value/argument');
  }
  const first = args[0];
  const text = placedAt(file.blocks, start)?.block.text ?? '';
  const body = instruction.heredocs.find((heredoc) => covers(heredoc.body, offset));
  if (body) return inText(text, body.body, offset);
  if (!first || offset < first.span.start || offset > instruction.span.end) return undefined;
  return inText(joinedLines(text, file), { start: first.span.start, end: instruction.span.end }, offset);
}

/** A shell command line inside the block. */
function inText(text: string, { start, end }: Span, offset: number): Hit | undefined {
  const found = shellHit(text.slice(start, end), offset - start, 'dockerfile/form/shell');
  return found && { ...found, span: { start: found.span.start + start, end: found.span.end + start } };
}

/** Continuation marks and the comment and blank lines behind them become blanks, so that the builder's one line is one line and offsets stay. */
function joinedLines(text: string, { escape }: DockerfileFile): string {
  const mark = escape === '`' ? /`[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*/g : /\\[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*/g;
  return text.replace(mark, (lines) => ' '.repeat(lines.length));
}

/** `[`, `]` and the commas of the exec form. */
function bracketHit({ instruction: { exec }, offset }: Place): Hit | undefined {
  if (!exec || !touches(exec.span, offset) || exec.elements.some(({ span }) => touches(span, offset))) return undefined;
  return hit(exec.span, 'dockerfile/form/exec');
}

const elementAt = ({ instruction: { exec }, offset }: Place) => exec?.elements.find(({ span }) => touches(span, offset));

function portHit(word: Word, offset: number): Hit | undefined {
  const slash = word.text.indexOf('/');
  const port = slash < 0 ? word.text : word.text.slice(0, slash);
  const protocol = slash < 0 ? 'tcp' : word.text.slice(slash + 1).toLowerCase();
  if (slash >= 0 && offset > word.span.start + slash) {
    return hit({ start: word.span.start + slash + 1, end: word.span.end }, protocol === 'udp' ? 'dockerfile/value/protocol-udp' : 'dockerfile/value/protocol-tcp');
  }
  return hit({ start: word.span.start, end: word.span.start + port.length }, 'dockerfile/value/port', [
    ko.port(port, protocol),
    port.includes('-') ? ko.portRange(port) : undefined,
  ]);
}

function workdirLine({ facts, start, instruction }: Place, path: string): string | undefined {
  const base = workdirAt(facts, start + instruction.span.start);
  const resolved = path.startsWith('/') ? path : base && join(base, path);
  return resolved && ko.directory(path, resolved);
}

const wholeOf = (words: readonly Word[]): Span => ({ start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 });
