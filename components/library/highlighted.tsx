/** Stretches of a text for which it was found: UTF-16 units, end exclusive, rising, none overlapping. */
export type FindMarks = (text: string) => readonly (readonly [start: number, end: number])[];

export interface HighlightedProps {
  readonly text: string;
  readonly marks: FindMarks;
}

/** A text with the words marked for which it was found. */
export function Highlighted({ text, marks }: HighlightedProps) {
  const stretches = marks(text);
  if (stretches.length === 0) return <>{text}</>;
  let at = 0;
  return (
    <>
      {stretches.map(([start, end]) => {
        const before = text.slice(at, start);
        at = end;
        return [before, <mark key={start}>{text.slice(start, end)}</mark>];
      })}
      {text.slice(at)}
    </>
  );
}

/** Characters of a remark shown before the first word found in it. */
const BEFORE = 60;
const LONGEST = 240;

/** The part of a longer text where the first marked word stands; nothing where none is. */
export function Excerpt({ text, marks }: HighlightedProps) {
  const first = marks(text)[0];
  if (!first) return null;
  const from = first[0] > BEFORE ? text.indexOf(' ', first[0] - BEFORE) + 1 : 0;
  const part = text.slice(Math.min(from, first[0]), from + LONGEST);
  return (
    <p class="excerpt">
      {from > 0 && '… '}
      <Highlighted text={part} marks={marks} />
      {from + LONGEST < text.length && ' …'}
    </p>
  );
}
