/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Longest name without its ending, characters: with an ending and a folder it stays below what any file system takes. */
const LONGEST = 80;

/**
 * A text as the name of a file, without an ending: one that every system takes and that stays in the folder it is put into.
 * Separators, signs with a meaning, control characters and marks that turn the direction of writing go; so do full stops at
 * its ends.
 */
export function fileStem(text: string, otherwise = 'untitled'): string {
  const name = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\\/:*?"<>|#^[\]%]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\uFFFD]/gu, ' ')
    .replace(/\s+/g, ' ');
  const short = [...name.trim()].slice(0, LONGEST).join('');
  const bare = short.replace(/^[.\s]+|[.\s]+$/g, '');
  return DEVICES.test(bare) ? `_${bare}` : bare || otherwise;
}

/** Gives names away, each once: the second of a name becomes `name 2`, without regard to case, as many file systems have it. */
export function createFileNames(): (stem: string) => string {
  const taken = new Map<string, number>();
  return (stem) => {
    for (;;) {
      const count = (taken.get(stem.toLowerCase()) ?? 0) + 1;
      taken.set(stem.toLowerCase(), count);
      if (count === 1) return stem;
      const next = `${stem} ${count}`;
      if (!taken.has(next.toLowerCase())) {
        taken.set(next.toLowerCase(), 1);
        return next;
      }
    }
  };
}
