/** Words in quotation marks, of any script that uses these marks. What is shorter is a term rather than a quotation. */
const QUOTED = /[“„‟«"]([^“”„‟«»"]{16,600})[”“»"]/g;
const LEAST_WORDS = 4;

/** The longest words that a claim quotes, without their marks; undefined where it quotes none. */
export function quotedWords(claim: string): string | undefined {
  let longest = '';
  for (const [, words] of claim.matchAll(QUOTED)) {
    const quoted = words!.trim();
    if (quoted.length > longest.length && quoted.split(/\s+/).length >= LEAST_WORDS) longest = quoted;
  }
  return longest.replace(/[,.;…]+$/, '') || undefined;
}
