import type { CslName } from '../model/work';

/** A name in the order in which its language says it. */
export function personName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(name.family ?? '')) {
    return `${name.family}${name.given ?? ''}`;
  }
  return [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
    .filter(Boolean)
    .join(' ');
}
