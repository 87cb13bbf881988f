import { quotedWords } from '../../utils/claims/quoted-words';
import { sectionText } from '../../utils/model/rich-text';
import type { Sought, SoughtWords } from '../../utils/model/visit';
import type { Progress } from '../../utils/notes/progress';

/** Context kept on each side of a sentence, UTF-16 units, as passages keep it. */
const CONTEXT = 32;

/**
 * What a reader would look for in the cited document: the words that the page quotes from it, and the sentence of its
 * summary that is closest to what the page says.
 *
 * @param claim - The words of the page that the citation supports, where they can be told.
 * @returns undefined where there is neither.
 */
export function soughtIn({ work, closest }: Progress, claim: string | undefined): Sought | undefined {
  const quoted = claim && quotedWords(claim);
  const section = closest && work?.abstract[closest.section];
  const sought: SoughtWords[] = quoted ? [{ kind: 'quoted', quote: { exact: quoted, prefix: '', suffix: '' } }] : [];
  if (section) {
    const text = sectionText(section);
    const { start, end } = closest;
    const exact = text.slice(start, end).trim();
    const prefix = text.slice(Math.max(0, start - CONTEXT), start);
    if (exact) sought.push({ kind: 'closest', quote: { exact, prefix, suffix: text.slice(end, end + CONTEXT) } });
  }
  const [first, ...others] = sought;
  return first && [first, ...others];
}
