import type { Disagreement } from '../model/look-up';
import type { FreeCopy, KindGround, Work } from '../model/work';
import { type Label, sourceLabel } from './source-label';
import { kindWord, type Say, type Word } from './words';

/** What is known of a record, and by whom. */
export interface RecordKnown {
  readonly work: Work;
  readonly disagreements: readonly Disagreement[];
  /** Labels of the services that were asked. */
  readonly asked: readonly string[];
}

/** What is to be known of the record itself, on demand. */
export interface RecordView {
  /** Why it is of its kind, what its sources disagree on, how often it is cited, and which source each part is from. */
  readonly facts: readonly string[];
  /** Where it can be read free, the best version first. */
  readonly copies: readonly { readonly text: string; readonly url: string }[];
}

const GROUND_WORDS: { readonly [By in KindGround['by']]: Word } = {
  type: 'groundType',
  subject: 'groundSubject',
  title: 'groundTitle',
  container: 'groundContainer',
  form: 'groundForm',
};

/** The parts of a record that a reader sees, in the order in which a note shows them. */
const PARTS: readonly (readonly [field: string, word: Word])[] = [
  ['kind', 'partKind'],
  ['notices', 'partNotices'],
  ['title', 'partTitle'],
  ['author', 'partAuthors'],
  ['container-title', 'partContainer'],
  ['issued', 'partYear'],
  ['page', 'partPages'],
  ['abstract', 'partSummary'],
  ['freeCopies', 'partFree'],
  ['related', 'partRelated'],
];

const VERSION_WORDS = {
  published: 'versionPublished',
  accepted: 'versionAccepted',
  submitted: 'versionSubmitted',
} as const;

/** A record as its facts are told. @param locale - BCP 47 tag for lists; undefined: the browser's. */
export function viewRecord({ work, disagreements, asked }: RecordKnown, say: Say, locale?: string): RecordView {
  const named = sourceLabel(asked);
  const label: Label = (source) => (source === 'page' ? say('thisPage') : named(source));
  const list = (words: readonly string[]) => new Intl.ListFormat(locale, { type: 'unit' }).format(words);
  return {
    facts: [
      ...groundOf(work, say, label),
      ...disagreements.map((each) => disagreement(each, say, label, list)),
      ...(work.citedBy ? [say('citedBy', work.citedBy)] : []),
      ...partsFrom(work, say, label, list),
    ],
    copies: work.freeCopies.flatMap((copy) => copyView(copy, say)),
  };
}

type List = (words: readonly string[]) => string;

/** The sources by what each says: of four that agree and one that does not, two things are to be read. */
function disagreement({ field, said }: Disagreement, say: Say, label: Label, list: List): string {
  const values = [...new Set(said.map(({ value }) => value))].map((value) =>
    say('saidBy', list(said.filter((each) => each.value === value).map(({ source }) => label(source))), value),
  );
  return say(field === 'title' ? 'differTitle' : 'differYear', values.join('; '));
}

function groundOf(work: Work, say: Say, label: Label): string[] {
  const source = work.provenance.kind?.source;
  if (!work.kindGround || !source || source === 'page') return [];
  const { by, words } = work.kindGround;
  // Names of forms are those of a file format: a reader is told the kind that it stands for.
  const isForm = by === 'form';
  const word = isForm && work.kind === 'study' ? 'groundArticle' : GROUND_WORDS[by];
  return [say(word, isForm ? say(kindWord(work.kind)) : words, label(source))];
}

/** For each source what is from it. */
function partsFrom({ provenance }: Work, say: Say, label: Label, list: List): string[] {
  const bySource = new Map<string, string[]>();
  for (const [field, word] of PARTS) {
    const source = provenance[field]?.source;
    if (source) bySource.set(source, [...(bySource.get(source) ?? []), say(word)]);
  }
  return [...bySource].map(([source, parts]) => say('partsFrom', label(source), list(parts)));
}

/** A copy by its version and whose it is: `published version, repository.example, PDF`. */
function copyView({ url, version, isPdf }: FreeCopy, say: Say): RecordView['copies'] {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return [];
  const host = new URL(url).hostname.replace(/^www\./, '');
  return [{ url, text: [version && say(VERSION_WORDS[version]), host, isPdf && 'PDF'].filter(Boolean).join(', ') }];
}
