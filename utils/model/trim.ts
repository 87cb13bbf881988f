/** Text with percent escapes decoded, twice where it was encoded twice; unchanged where an escape is damaged. */
export function decodePercent(text: string): string {
  let plain = text;
  for (let round = 0; round < 2 && /%[0-9a-f]{2}/i.test(plain); round++) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}

const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

const count = (text: string, character: string): number => text.split(character).length - 1;

/** A name without the punctuation of the sentence around it: trailing stops, quotes, and brackets that it did not open. */
export function trimEnd(name: string): string {
  let value = name;
  for (;;) {
    const last = value.at(-1);
    if (last === undefined) return value;
    const opening = CLOSING[last];
    const isLoose =
      opening === undefined
        ? /[.,;:!?'"`*_|\\/&’‘“”»<([{\u00ad\u200b-]/.test(last)
        : count(value, opening) < count(value, last);
    if (!isLoose) return value;
    value = value.slice(0, -1);
  }
}
