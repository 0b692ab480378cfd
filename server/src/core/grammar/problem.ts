/** What is wrong with a text and where in it; `from` and `to` are the same where something is missing. */
export interface Problem<Reason extends string = string> {
  readonly reason: Reason;
  readonly from: number;
  readonly to: number;
}

/** A stretch of a text. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export const pieceOf = (text: string, from: number, to = text.length): Piece => ({ text: text.slice(from, to), from, to });

/** The whole of a text is wrong. */
export const whole = <Reason extends string>(reason: Reason, text: string): Problem<Reason> => ({ reason, from: 0, to: text.length });

export const wrong = <Reason extends string>(reason: Reason, { from, to }: Piece): Problem<Reason> => ({ reason, from, to });

/** The pieces between separators, at least one. */
export function splitAt(text: string, separator: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const part of text.split(separator)) {
    pieces.push(pieceOf(text, from, from + part.length));
    from += part.length + separator.length;
  }
  return pieces;
}
