import { type Citation, citationIdentifiers } from '../model/citation';
import { type Identifier, identifierKey } from '../model/identifier';
import type { LookUpQuestion } from '../model/look-up';
import { workFromReference } from '../works/from-reference';
import type { CachedRecord, RecordCache } from './look-up-ports';

/** Under which source the reader's own word is kept among the records. No service has this id. */
const READER = 'reader';

/** Characters of a printed entry that tell it from others. */
const TELLING = 600;

/** What a citation is known by again: the page's entry as printed, else its link, else what it names. */
function correctionKey({ referenceText, url, identifiers }: LookUpQuestion): string | undefined {
  const printed = referenceText?.replace(/\s+/g, ' ').trim().slice(0, TELLING);
  const name = printed ? `reference:${printed}` : url ? `url:${url}` : identifiers[0] && identifierKey(identifiers[0]);
  return name && `${READER}|${name}`;
}

/** What is needed to remember what the reader says of citations. */
export interface CorrectionNeeds {
  readonly read: (keys: readonly string[]) => Promise<Awaited<ReturnType<RecordCache['get']>>>;
  readonly keep: (record: CachedRecord) => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A question, and whose word it is. */
export interface Corrected {
  readonly question: LookUpQuestion;
  /** What the reader has said the citation means. */
  readonly corrected?: Identifier;
}

/**
 * A question as the reader has corrected it, now or earlier: then it asks about the named work alone, since what the page prints is
 * about another.
 */
export async function corrected(question: LookUpQuestion, { read, keep, now }: CorrectionNeeds): Promise<Corrected> {
  const key = correctionKey(question);
  if (!key) return { question };
  if (question.correct) {
    const { identifier } = question.correct;
    const at = now();
    const work = identifier ? workFromReference({ identifiers: [identifier] }, at) : null;
    await keep({ key, source: READER, fetchedAt: at, work });
    return instead(question, identifier);
  }
  const [record] = await read([key]);
  return instead(question, record?.work?.ids[0]);
}

function instead(question: LookUpQuestion, identifier: Identifier | undefined): Corrected {
  if (!identifier) return { question };
  const { claim, wantsRelated } = question;
  const named =
    identifier.scheme === 'url' ? { identifiers: [], url: identifier.value } : { identifiers: [identifier] };
  return {
    question: { ...named, ...(claim && { claim }), ...(wantsRelated && { wantsRelated }) },
    corrected: identifier,
  };
}

/** The question that a citation asks of the cache. */
export const questionAbout = (citation: Citation): LookUpQuestion => ({
  identifiers: citationIdentifiers(citation),
  ...(citation.reference?.text && { referenceText: citation.reference.text }),
  ...(citation.url && { url: citation.url }),
});

/** A citation that means what the reader has said, for the reading list: the page's label and claim, and the work named. */
export function correctedCitation(citation: Citation, { question, corrected }: Corrected): Citation {
  if (!corrected) return citation;
  const { reference: _reference, url: _url, ...kept } = citation;
  return { ...kept, identifiers: question.identifiers, ...(question.url && { url: question.url }) };
}
