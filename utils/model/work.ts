import type { Identifier } from './identifier';
import type { Inline, Section } from './rich-text';

/** A person or group in CSL-JSON. A group, or a name that cannot be divided, is `literal`. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
  readonly literal?: string;
}

/** A CSL-JSON date: `[[2012]]`, `[[2012, 3]]` or `[[2012, 3, 14]]`; a range has two. Years before 1 are negative. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly literal?: string;
  readonly circa?: boolean;
  readonly season?: string;
}

/** People of films, letters, interviews and the like, of whom only CSL-JSON tells. */
export const RARE_NAMES = [
  'chair',
  'compiler',
  'composer',
  'contributor',
  'curator',
  'director',
  'editorial-director',
  'executive-producer',
  'guest',
  'host',
  'illustrator',
  'interviewer',
  'narrator',
  'organizer',
  'original-author',
  'performer',
  'producer',
  'recipient',
  'reviewed-author',
  'script-writer',
  'series-creator',
] as const;

/** Words of which only CSL-JSON tells. */
export const RARE_TEXTS = [
  'archive-place',
  'archive_collection',
  'dimensions',
  'division',
  'jurisdiction',
  'original-publisher-place',
  'part-number',
  'part-title',
  'printing-number',
  'references',
  'reviewed-genre',
  'reviewed-title',
  'scale',
  'source',
  'supplement-number',
  'volume-title',
  'volume-title-short',
] as const;

/**
 * A work's bibliographic record: the fields of CSL-JSON that Ibid reads and writes
 * (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables). Titles are plain text here; the
 * marked-up title is `Work.title`.
 */
export interface CslItem
  extends Readonly<Partial<Record<(typeof RARE_NAMES)[number], readonly CslName[]>>>,
    Readonly<Partial<Record<(typeof RARE_TEXTS)[number], string>>> {
  readonly id: string;
  /** A CSL type: `article-journal`, `book`, `chapter`, `report`, `thesis`, `dataset`, `webpage`, `article` (preprint) … */
  readonly type: string;
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly 'container-title-short'?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly 'container-author'?: readonly CslName[];
  readonly 'collection-editor'?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly 'original-date'?: CslDate;
  readonly 'event-date'?: CslDate;
  readonly submitted?: CslDate;
  readonly 'title-short'?: string;
  readonly 'original-title'?: string;
  readonly 'original-publisher'?: string;
  readonly 'collection-title'?: string;
  readonly 'collection-number'?: string;
  readonly 'event-title'?: string;
  readonly 'event-place'?: string;
  readonly version?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly number?: string;
  readonly 'chapter-number'?: string;
  readonly 'number-of-volumes'?: string;
  readonly 'number-of-pages'?: string;
  readonly section?: string;
  readonly authority?: string;
  readonly medium?: string;
  readonly status?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly 'call-number'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly edition?: string;
  readonly language?: string;
  readonly genre?: string;
  readonly abstract?: string;
  readonly note?: string;
  readonly DOI?: string;
  readonly PMID?: string;
  readonly PMCID?: string;
  readonly ISBN?: string;
  readonly ISSN?: string;
  readonly URL?: string;
}

/** What sort of evidence or document a work is. Stored: append only. `document` is what nothing better is known of. */
export const KINDS = [
  'systematic-review',
  'meta-analysis',
  'review',
  'trial',
  'study',
  'guideline',
  'protocol',
  'editorial',
  'preprint',
  'book',
  'chapter',
  'report',
  'thesis',
  'dataset',
  'software',
  'news',
  'web-page',
  'hot-topic',
  'matrix-cell',
  'note',
  'document',
  'cohort',
  'case-control',
  'cross-sectional',
  'qualitative',
  'case-report',
  'scoping-review',
  'commentary',
  'method',
] as const;

/** One of {@link KINDS}. */
export type WorkKind = (typeof KINDS)[number];

/** Something published later that changes how a work is to be read. */
export interface Notice {
  readonly kind:
    | 'retraction'
    | 'concern'
    | 'correction'
    | 'newer-version'
    | 'withdrawal'
    | 'partial-retraction'
    | 'reinstatement';
  /** ISO 8601 date, as precise as known. */
  readonly date?: string;
  readonly doi?: string;
  /** Source id that said so. */
  readonly source: string;
}

/** A copy that can be read without paying. */
export interface FreeCopy {
  readonly url: string;
  readonly version?: 'published' | 'accepted' | 'submitted';
  readonly licence?: string;
  readonly isPdf?: boolean;
}

/**
 * How another work stands to this one, those first that change how it is read: a notice about it, a newer or older version
 * (the article of a preprint, the preprint of an article) or another form of it, its trial registration, what came of it, a
 * comment on it, what it comments on, what belongs to it or it belongs to, its parts, its whole, one like it, one it cites.
 * Stored: append only.
 */
export const RELATION_KINDS = [
  'notice',
  'newer-version',
  'older-version',
  'version',
  'registration',
  'result',
  'comment',
  'commented',
  'supplement',
  'supplemented',
  'part',
  'whole',
  'similar',
  'cited',
] as const;

/** One of {@link RELATION_KINDS}. */
export type RelationKind = (typeof RELATION_KINDS)[number];

/** Another work that a service relates to this one. */
export interface Relation {
  readonly kind: RelationKind;
  readonly id: Identifier;
  /** ISO 8601 date, as precise as known. */
  readonly date?: string;
  /** Source id that said so. */
  readonly source: string;
}

/** Why a work is of its kind: what it was told by, and the words themselves. */
export interface KindGround {
  /** A publication type that a service gives, a subject heading, the title's wording, the name of the journal, or the record's form. */
  readonly by: 'type' | 'subject' | 'title' | 'container' | 'form';
  readonly words: string;
}

/** Where one field came from. */
export interface Provenance {
  /** Source id, or `page` for the citing page itself. */
  readonly source: string;
  /** Milliseconds since the epoch at which the source answered. */
  readonly at: number;
}

/** A study, book, report or page as a record: CSL-JSON at heart, and what a note needs beyond it. */
export interface Work {
  readonly csl: CslItem;
  /** Title with its marks (italic species names, superscripts). `csl.title` holds the same words plain. */
  readonly title?: readonly Inline[];
  /** Every identifier known to name this same work, canonical, best first. */
  readonly ids: readonly Identifier[];
  readonly kind: WorkKind;
  /** Undefined where the source says the kind itself, or nothing is known. */
  readonly kindGround?: KindGround;
  /** Sanitised abstract in reading order; empty where none is known. */
  readonly abstract: readonly Section[];
  readonly notices: readonly Notice[];
  readonly freeCopies: readonly FreeCopy[];
  /** Other works by how they stand to it, at most ten; undefined where none is known. */
  readonly related?: readonly Relation[];
  /** Number of works known to cite it; undefined where not known. */
  readonly citedBy?: number;
  /** Which source each field came from, by field name (`title`, `author`, `issued`, `abstract`, `kind`, …). */
  readonly provenance: Readonly<Record<string, Provenance>>;
}

/** Year of publication, or undefined where not known. */
export const workYear = (work: { readonly csl: CslItem }): number | undefined =>
  work.csl.issued?.['date-parts']?.[0]?.[0];

/** Sources whose pages are about works of others: what they say of one is theirs, not the work's. */
const COMMENTATORS: ReadonlySet<string> = new Set(['effectiveness-bank']);

/** Who speaks in a work's summary, where that is not the work itself but a page about it: the id of the source. */
export function commentatorOf({ csl, provenance }: Work): string | undefined {
  const source = provenance.abstract?.source;
  return source && csl.type !== 'webpage' && COMMENTATORS.has(source) ? source : undefined;
}
