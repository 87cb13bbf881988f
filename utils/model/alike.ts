/** Fewer letters than this are found on many pages by chance. */
const LEAST = 24;

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), from a given beginning. */
function hash(text: string, from: number): string {
  let value = from;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/**
 * A key that quotes have in common where they are the same words, whatever their spaces, marks and capitals; undefined where they
 * are too few to be telling. Different words having the same key is possible and next to never happens.
 */
export function alikeKey(quote: string): string | undefined {
  const words = quote
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return words.length < LEAST ? undefined : hash(words, 0x811c9dc5) + hash(words, 0x9747b28c);
}
