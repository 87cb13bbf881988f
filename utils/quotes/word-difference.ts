/** A run of words that both texts have, or only the old one, or only the new one. White space belongs to the word before it. */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Words of each text that are compared; what is behind them is given as it stands. */
const MOST_WORDS = 400;

const wordsOf = (text: string): string[] =>
  text.match(/\s*\S+\s*/g)?.flatMap((word) => word.match(/^\s+|\S+\s*/g) ?? []) ?? [];

/**
 * What became of a text, word by word: the longest common subsequence of their words (D. Hirschberg, CACM 18(6), 1975, algorithm A).
 * White space and letters' case are not compared.
 */
export function wordDifference(before: string, after: string): readonly WordRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const [rows, columns] = [Math.min(a.length, MOST_WORDS), Math.min(b.length, MOST_WORDS)];
  const keys = (words: readonly string[]) => words.map((word) => word.trim().toLowerCase());
  const [ka, kb] = [keys(a), keys(b)];
  const width = columns + 1;
  const longest = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        ka[i] === kb[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);

  const runs: { kind: WordRun['kind']; text: string }[] = [];
  const put = (kind: WordRun['kind'], text: string) => {
    const last = runs.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && ka[i] === kb[j]) {
      put('same', b[j]!);
      i += 1;
      j += 1;
    } else if (i < rows && (j >= columns || longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!))
      put('gone', a[i++]!);
    else put('new', b[j++]!);
  }
  put('gone', a.slice(rows).join(''));
  put('new', b.slice(columns).join(''));
  return runs;
}
