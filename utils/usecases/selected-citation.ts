import { identifiersInText } from '../model/canonical';
import type { Citation } from '../model/citation';

/** Fewer letters than this name no work, and of more than this a work is no longer told by its print. */
const LEAST = 6;
const MOST = 2000;

/** Selected words as a citation of the work that they name, by an identifier in them or by their print; undefined where they are too few. */
export function selectedCitation(selection: string): Citation | undefined {
  const text = selection.replace(/\s+/g, ' ').trim();
  if (text.length < LEAST) return undefined;
  const identifiers = identifiersInText(text.slice(0, MOST)).map(({ identifier }) => identifier);
  return {
    kind: 'marker',
    label: text.slice(0, 100),
    identifiers: identifiers.slice(0, 1),
    reference: { text: text.slice(0, MOST), identifiers: identifiers.slice(0, 1) },
    confidence: 1,
  };
}
