import { type Hit, hit } from '../../core/language.ts';
import { covers, type Span, touches } from '../../core/text.ts';
import type { Topic } from '../../generated/topics.ts';
import type { DockerignoreFile, Pattern } from '../file.ts';
import { isPlain, type Piece, piecesOf } from '../glob.ts';
import { ko } from '../ko.ts';
import { verdictOf } from '../match.ts';

/** What a reader who points at `offset` wants to read about; nothing between the lines. */
export function topicAt(file: DockerignoreFile, offset: number): Hit | undefined {
  const comment = file.comments.find(({ span }) => covers({ start: span.start, end: span.start + 1 }, offset));
  if (comment) return hit(comment.span, 'dockerignore/comment');
  const pattern = file.patterns.find(({ span }) => touches(span, offset));
  if (!pattern) return undefined;
  const { exception, body, cleaned } = pattern;
  if (exception && (covers(exception, offset) || cleaned === '')) return hit(exception, 'dockerignore/exception', [lineAbout(file, pattern)]);
  if (!touches(body.span, offset)) return undefined;
  return bodyHit(file, pattern, offset);
}

function bodyHit(file: DockerignoreFile, pattern: Pattern, offset: number): Hit {
  const { start } = pattern.body.span;
  const live = [lineAbout(file, pattern), pattern.exception ? undefined : ko.why(lastPart(pattern.cleaned))].filter((line) => line !== undefined);
  const { pieces } = piecesOf(pattern.body.text);
  const at = offset - start;
  const piece = pieces.find(({ from, to }) => from <= at && at < to) ?? pieces.at(-1);
  const topic = piece && pieceTopic(piece);
  const place = (span: Span, own: Topic): Hit => ({ span, topic: own, live });
  if (piece && topic && at <= piece.to) return place({ start: start + piece.from, end: start + piece.to }, topic);
  return place(pattern.body.span, /^\.{0,2}\/|\/$/.test(pattern.body.text) ? 'dockerignore/folder' : 'dockerignore/name');
}

function pieceTopic(piece: Piece): Topic | undefined {
  switch (piece.kind) {
    case 'star':
      return 'dockerignore/star';
    case 'deep':
      return 'dockerignore/double-star';
    case 'any':
      return 'dockerignore/question-mark';
    case 'class':
      return 'dockerignore/character-class';
    default:
      return piece.escaped ? 'dockerignore/escape' : undefined;
  }
}

/** What a whole line does. */
function lineAbout(file: DockerignoreFile, { cleaned, exception, line }: Pattern): string {
  if (cleaned === '') return ko.nothingBehind;
  if (piecesOf(cleaned).bad) return ko.bad;
  if (exception) {
    const before = isPlain(cleaned) ? verdictOf({ ...file, patterns: file.patterns.filter((it) => it.line < line) }, cleaned) : undefined;
    return ko.bringsBack(cleaned, before?.excluded ? before.by?.line : undefined);
  }
  if (cleaned === '*' || cleaned === '**') return ko.everything;
  const deep = /^\*\*\/([^/]+)$/.exec(cleaned)?.[1];
  return ko.excludes(deep ?? cleaned, deep !== undefined);
}

const lastPart = (cleaned: string): string => cleaned.slice(cleaned.lastIndexOf('/') + 1);
