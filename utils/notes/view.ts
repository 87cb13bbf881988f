import { type Citation, citationIdentifiers, type PageReference } from '../model/citation';
import type { Identifier } from '../model/identifier';
import { identifierUrl } from '../model/identifier-url';
import { type Inline, plainText, sectionText } from '../model/rich-text';
import { type Notice, type Work, workYear } from '../model/work';
import { type CitationLine, citationLine } from './citation-line';
import { failureSentences } from './failure-words';
import { markStretch, type Piece } from './marked';
import type { Progress } from './progress';
import { sourceLabel } from './source-label';
import {
  type CandidateView,
  candidateViews,
  type GlanceView,
  glanceViews,
  type RelatedView,
  relatedView,
  voiceOf,
} from './view-more';
import { kindWord, type Say, type Word } from './words';

/** A short statement beside the kind line. */
export interface Badge {
  /** `alarm`: it no longer stands. `care`: to be read with care. `good`: good to know. Each has its own sign, too. */
  readonly tone: 'alarm' | 'care' | 'good';
  readonly text: string;
  readonly url?: string;
}

/** One section of a summary as it is shown: its pieces say which words are marked. */
export interface SectionView {
  readonly heading?: string;
  readonly paragraphs: readonly (readonly Piece[])[];
}

/** What is shown of one citation. What is undefined is not shown. */
export interface EntryView {
  /** `Study 2012` */
  readonly kindLine: string;
  readonly badges: readonly Badge[];
  /** Said above all else: retraction. */
  readonly warning?: string;
  readonly title: readonly Inline[];
  /** The cited document, http or https. */
  readonly titleUrl?: string;
  readonly citation?: CitationLine;
  /** The identifier, as a link of its own, while there is no title to be one. */
  readonly identifier?: { readonly text: string; readonly url?: string };
  /** Says whose words the summary is in, where they are not the work's own. */
  readonly voice?: string;
  /** The sentence of the summary closest to the claim. */
  readonly closest?: string;
  /** What differs between that sentence and the claim, in words; undefined where nothing does. */
  readonly check?: string;
  readonly sections: readonly SectionView[];
  /** What is to be seen first of a study. */
  readonly glance: readonly GlanceView[];
  /** Works that the printed reference may name; `isPicked` where the one above is the reader's choice among them. */
  readonly candidates?: { readonly isPicked: boolean; readonly works: readonly CandidateView[] };
  /** `offered`: there are related works to be asked about. */
  readonly related?: 'offered' | readonly RelatedView[];
  /** The page's own words about it, with where they are from. */
  readonly pageText?: { readonly label?: string; readonly text: string };
  /** Whether room is to be kept for a summary that may come. */
  readonly isWaiting: boolean;
  readonly consent?: { readonly isQuestion: boolean; readonly services: string };
  /** Sentences about what could not be learnt. */
  readonly remarks: readonly string[];
  readonly provenance: string;
  /** Whether there is more to say about the record itself, for who wants to know: see `viewRecord`. */
  readonly hasRecord: boolean;
  /** Says which work the reader has said it is. */
  readonly corrected?: string;
  readonly isWork: boolean;
  readonly isListed: boolean;
  /** What the reader has remarked on it. */
  readonly ownRemark?: string;
}

/** What `viewEntry` is told about its surroundings. */
export interface Surroundings {
  readonly say: Say;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** BCP 47 tag for times and lists; undefined: the browser's. */
  readonly locale?: string;
}

const httpUrl = (url: string | undefined): string | undefined => (url && /^https?:\/\//i.test(url) ? url : undefined);

/** How each notice is shown; of a work that does not stand, also what is said above all else. */
const NOTICES: Readonly<Record<Notice['kind'], readonly [tone: Badge['tone'], word: Word, warning?: Word]>> = {
  retraction: ['alarm', 'retracted', 'retractionWarning'],
  withdrawal: ['alarm', 'withdrawn', 'withdrawalWarning'],
  'partial-retraction': ['alarm', 'partlyRetracted', 'partialWarning'],
  reinstatement: ['care', 'reinstated'],
  concern: ['care', 'concern'],
  correction: ['care', 'corrected'],
  'newer-version': ['care', 'newerVersion'],
};

function noticeBadge({ kind, date, doi }: Notice, say: Say): Badge {
  const [tone, word] = NOTICES[kind];
  const text = kind === 'retraction' && date ? say('retractedOn', date.slice(0, 4)) : say(word);
  return { tone, text, url: doi ? identifierUrl({ scheme: 'doi', value: doi }) : undefined };
}

function badgesOf({ work, listed, isRead }: Progress, say: Say): Badge[] {
  const seen = new Set<string>();
  // They come gravest first.
  const notices = (work?.notices ?? [])
    .filter(({ kind }) => !seen.has(kind) && seen.add(kind))
    .map((notice) => noticeBadge(notice, say));
  const free = work?.freeCopies.map((copy) => httpUrl(copy.url)).find(Boolean);
  return [
    ...notices,
    ...(free ? [{ tone: 'good', text: say('freeCopy'), url: free } as const] : []),
    ...(listed ? [{ tone: 'good', text: say(isRead ? 'inLibraryRead' : 'inLibrary') } as const] : []),
  ];
}

/** `today 14:02`, `yesterday 9:30`, `3 May 2026`. */
function timeText(at: number, { say, now, locale }: Surroundings): string {
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
  const day = (time: number) => new Date(time).toDateString();
  if (day(at) === day(now)) return say('today', clock);
  if (day(at) === day(now - 86_400_000)) return say('yesterday', clock);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
}

function provenanceOf(progress: Progress, around: Surroundings): string {
  const from = Object.values(progress.work?.provenance ?? {}).filter(({ source }) => source !== 'page');
  if (from.length === 0) return around.say('provenancePage');
  const label = sourceLabel([...progress.asked, ...progress.services]);
  const labels = [...new Set(from.map(({ source }) => source))].map(label);
  const latest = Math.max(...from.map(({ at }) => at));
  return around.say('provenance', listText(labels, around.locale), timeText(latest, around));
}

/** `Crossref, OpenAlex and Europe PMC` */
const listText = (words: readonly string[], locale?: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);

function sectionsOf({ work, closest, named = [] }: Progress): readonly SectionView[] {
  return (work?.abstract ?? []).map((section, index) => {
    let paragraphs: SectionView['paragraphs'] = section.paragraphs;
    for (const { section: at, start, end, identifier } of named)
      if (at === index)
        paragraphs = markStretch(paragraphs, start, end, (children) => ({ mark: 'cite', identifier, children }));
    if (closest?.section === index) paragraphs = markStretch(paragraphs, closest.start, closest.end);
    return { ...section, paragraphs };
  });
}

function closestOf({ work, closest }: Progress): string | undefined {
  const section = closest && work?.abstract[closest.section];
  return (section && sectionText(section).slice(closest.start, closest.end).trim()) || undefined;
}

/** Differences shown; more would hide that the two are of different things. */
const MOST_CHECKS = 3;

function checkOf({ closest }: Progress, say: Say): string | undefined {
  const checks = closest?.differences.slice(0, MOST_CHECKS).map(({ claim, sentence }) => {
    if (claim && sentence) return say('checkBoth', claim, sentence);
    return claim ? say('checkClaim', claim) : say('checkSentence', sentence ?? '');
  });
  return checks?.length ? say('check', checks.join('; ')) : undefined;
}

/** Whether a service knew the work, or it is only what the page itself says. */
const isAnswered = (work: Work | undefined): work is Work =>
  work !== undefined && Object.values(work.provenance).some(({ source }) => source !== 'page');

const isBusy = ({ stage }: Progress): boolean => stage === 'starting' || stage === 'asking';

/** What to say about what could not be learnt: nothing while something may still come. */
function remarksOf(progress: Progress, { say, locale }: Surroundings): string[] {
  if (progress.stage !== 'done' && progress.stage !== 'broken') return [];
  const { work, failures, asked } = progress;
  // Who could not be asked may have the summary: it is not to be called unknown without that.
  const isWhole = isAnswered(work) && work.abstract.length > 0;
  const told = isWhole ? failures.filter(({ kind }) => kind === 'offline' || kind === 'limited') : failures;
  const sentences = failureSentences(told, say, sourceLabel(asked));
  if (isAnswered(work)) return work.abstract.length === 0 ? [...sentences, say('noSummary')] : sentences;
  if (progress.stage === 'broken' && sentences.length === 0) return [say('gone')];
  const failedLabels = new Set(failures.map(({ source }) => source && sourceLabel(asked)(source)));
  const unknown = asked.filter((label) => !failedLabels.has(label));
  return [
    ...sentences,
    // What may be it after all is listed: to say that it is not known would be said against that.
    ...(unknown.length > 0 && !progress.candidates ? [say('notFound', listText(unknown, locale))] : []),
    ...(sentences.length + unknown.length > 0 ? [say('nothingKnown')] : []),
  ];
}

const identifierText = ({ scheme, value }: Identifier): string =>
  scheme === 'url' ? value : `${scheme.toUpperCase()} ${value}`;

/** `journal.example/files/north.pdf`: an address as people read it; undefined for one that is none. */
function addressText(address: string): string | undefined {
  try {
    const { host, pathname, search } = new URL(address);
    const text = decodeURI(`${host.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}${search}`);
    return text.length > 120 ? `${text.slice(0, 119)}…` : text;
  } catch {
    return undefined;
  }
}

/** A label that says something by itself, unlike `[3]` or `2012`. */
const isTelling = (label: string): boolean => /\p{L}{3}.*\s|\p{L}{8}/u.test(label);

function titleOf(citation: Citation, work: Work | undefined, say: Say): readonly Inline[] {
  if (work?.title && plainText(work.title).trim()) return work.title;
  if (work?.csl.title?.trim()) return [work.csl.title];
  if (citation.kind === 'page-note') return [citation.label];
  if (citation.kind !== 'bare-identifier' && isTelling(citation.label)) return [citation.label];
  if (citation.reference) return [];
  const [first] = citationIdentifiers(citation);
  if (first) return [identifierText(first)];
  const address = httpUrl(citation.url);
  return [(address && addressText(address)) || citation.label || say('untitled')];
}

/** What the page prints of an entry; of one that leads back to another both. */
const wordsOf = ({ printed, text }: PageReference): string => (printed ? `${printed} — ${text}` : text).trim();

/** What the page prints of an entry; labels whose entry is on another page say so. */
const pageTextOf = (text: string, isRemark: boolean, say: Say): EntryView['pageText'] =>
  text ? { label: say(isRemark ? 'pageNote' : 'pageReference'), text } : { text: say('entryElsewhere') };

/** A citation of what the reader says it means: the page's own words about it stay its own, and name nothing. */
function correctedCitation({ label, confidence, reference }: Citation, corrected: Identifier): Citation {
  const named = reference && { reference: { text: reference.text, identifiers: [] } };
  return { kind: 'marker', label, confidence, identifiers: [corrected], ...named };
}

/** What to show of a citation, from the page and from what the look-up has said so far. */
export function viewEntry(printed: Citation, progress: Progress, around: Surroundings): EntryView {
  const { say } = around;
  const { work, corrected } = progress;
  const citation = corrected ? correctedCitation(printed, corrected) : printed;
  const isRemark = !work && (citation.kind === 'page-note' || citation.kind === 'footnote');
  const year = work && workYear(work);
  const kind = say(work ? kindWord(work.kind) : isRemark ? 'kindNote' : 'kindDocument');
  const [first] = [...(work?.ids ?? []), ...citationIdentifiers(citation)];
  // A symbol or a number is no title: what is noted stands below.
  const isTerm = citation.kind === 'page-note' && /\p{L}/u.test(citation.label);
  const title = isRemark && !isTerm ? [] : titleOf(citation, work, say);
  const hasBody = (work?.abstract.length ?? 0) > 0;
  const warning = work?.notices.map((notice) => NOTICES[notice.kind][2]).find(Boolean);
  const label = sourceLabel([...progress.asked, ...progress.services]);
  const candidates = candidateViews(progress);
  const isOffered = !isBusy(progress) && (work?.related?.length ?? 0) > 0;
  const consent =
    progress.stage === 'needs-consent' || progress.stage === 'on-press'
      ? { isQuestion: progress.stage === 'needs-consent', services: listText(progress.services, around.locale) }
      : undefined;
  return {
    kindLine: [kind, year].filter(Boolean).join(' '),
    badges: badgesOf(progress, say),
    warning: warning && say(warning),
    title,
    titleUrl: httpUrl(citation.url) ?? (first && httpUrl(identifierUrl(first))),
    citation: work && citationLine(work.csl),
    identifier:
      title.length === 0 && first ? { text: identifierText(first), url: httpUrl(identifierUrl(first)) } : undefined,
    voice: voiceOf(work, say, label),
    closest: closestOf(progress),
    check: checkOf(progress, say),
    sections: sectionsOf(progress),
    glance: glanceViews(progress, say),
    candidates: candidates.length > 0 ? { isPicked: progress.isPicked ?? false, works: candidates } : undefined,
    related: progress.related?.map((each) => relatedView(each, say, label)) ?? (isOffered ? 'offered' : undefined),
    hasRecord: !isBusy(progress) && isAnswered(work),
    corrected: corrected && say('youSaid', identifierText(corrected)),
    pageText:
      citation.reference && !isAnswered(work) ? pageTextOf(wordsOf(citation.reference), isRemark, say) : undefined,
    isWaiting: isBusy(progress) && !hasBody,
    consent,
    remarks: remarksOf(progress, around),
    provenance: isBusy(progress)
      ? progress.services.length > 0
        ? say('asking', listText(progress.services, around.locale))
        : say('askingServices')
      : provenanceOf(progress, around),
    isWork: !isRemark,
    isListed: progress.listed,
    ownRemark: progress.remark && say('yourRemark', progress.remark),
  };
}
