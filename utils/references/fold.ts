/** Letters that Unicode does not divide into a plain letter and a mark. */
const WHOLE: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/** A name in lower case, without marks over letters, apostrophes and hyphens: the same however a page spells it. */
export const foldName = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}'’‘ʼ‐-]/gu, '')
    .replace(/[ßøłđðæœı]/g, (letter) => WHOLE[letter] ?? letter);
