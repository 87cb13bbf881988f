import { type Passage, quotedWords } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { citationKeys } from './citation-key';
import type { Taken } from './format';
import { passageAddress } from './passage-address';
import { sortPassages } from './passages-of-works';
import type { Plan } from './plan';
import { risRecord } from './ris';

/** A passage in one line: quote, remark, and where it stands. */
const passageNote = (passage: Passage): string =>
  [`“${quotedWords(passage.selectors)}”`, passage.remark, passageAddress(passage)].filter(Boolean).join(' – ');

/** Sentences for which the work was met cited. */
const claimNotes = ({ encounters }: ReadingItem): readonly string[] =>
  encounters
    .filter(({ sentence }) => sentence)
    .map(({ sentence, title, url }) => `Cited for: ${sentence} – ${[title, url].filter(Boolean).join(', ')}`);

/**
 * Works as RIS, of whose notes (`N1`) Zotero makes notes of the item: the reader's remark, the passages marked in the work, and the
 * sentences it was met cited for. Passages of other pages are left out: Zotero has no place for them.
 */
export function* zoteroRecords(taken: Taken, keyTemplate?: string): Plan {
  const keys = citationKeys(taken.items, keyTemplate);
  const { ofWork } = sortPassages(taken);
  yield {
    type: 'works',
    works: taken.items,
    beside: (item) => ofWork.get(item.id) ?? [],
    between: '\r\n',
    write: (item, i, passages) => risRecord(item, keys[i]!, [...passages.map(passageNote), ...claimNotes(item)]),
  };
}
