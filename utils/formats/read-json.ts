/** An entry of a damaged file that is no JSON itself. */
export interface Damaged {
  readonly damaged: string;
}

/** Whether an entry could not be read, and what stands there. */
export const isDamaged = (entry: unknown): entry is Damaged => entry instanceof Piece;

class Piece implements Damaged {
  constructor(readonly damaged: string) {}
}

/**
 * The texts of the objects in the first list that has any, told by their braces alone: the last may have no end. A string ends at the end of
 * its line at the latest, as JSON has it; an entry in which one had to be ended so ends where another begins as it did, so that a lost quotation
 * mark spoils one entry and not all that follow.
 */
function objectsIn(source: string): readonly string[] {
  const pieces: string[] = [];
  let isString = false;
  let depth = 0;
  let from = -1;
  let isTorn = false;
  let lineStart = 0;
  /** What stands before the entry on its line. */
  let indent = '';
  const end = (at: number) => {
    pieces.push(source.slice(from, at));
    [from, depth, isTorn] = [-1, 0, false];
  };
  for (let at = source.indexOf('['); at >= 0 && at < source.length; at++) {
    const character = source[at];
    if (character === '\n') lineStart = at + 1;
    if (isString) {
      if (character === '\\') at++;
      else if (character === '"' || character === '\n') isString = false;
      isTorn ||= character === '\n';
    } else if (character === '"') isString = true;
    else if (character === '{') {
      if (isTorn && at - lineStart === indent.length && source.startsWith(indent, lineStart)) end(at);
      if (depth++ === 0) [from, indent] = [at, source.slice(lineStart, at)];
    } else if (character === '}' && depth > 0) {
      if (--depth === 0) end(at + 1);
    } else if (character === ']' && depth === 0 && pieces.length > 0) return pieces;
  }
  return from < 0 ? pieces : [...pieces, source.slice(from)];
}

/**
 * The value of a JSON text. Of a damaged or cut one that holds a list, the list's entries: those that are whole, and the others as
 * {@link Damaged}. Undefined where no entry of it is whole.
 */
export function readJson(source: string): unknown {
  const text = source.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    const entries = objectsIn(text).map((piece): unknown => {
      try {
        return JSON.parse(piece);
      } catch {
        return new Piece(piece);
      }
    });
    return entries.every(isDamaged) ? undefined : entries;
  }
}
