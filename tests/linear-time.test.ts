import { describe, expect, it } from 'vitest';
import { claimStretch } from '../utils/claims/claim-stretch';
import { sentencesOf } from '../utils/claims/sentences';
import { examples } from '../utils/detectors/examples/author-year';
import { findCitations } from '../utils/detectors/find';
import { linkMayCite, textMayCite } from '../utils/detectors/gate';
import { canonicalIdentifier, identifierFromUrl, identifiersInText } from '../utils/model/canonical';
import { labelShape } from '../utils/model/site-rule';
import type { PageSnapshot, SnapshotLink, SnapshotTarget } from '../utils/model/snapshot';
import { entriesIn } from '../utils/page/plain-lines';
import { entryVerdict } from '../utils/references/entry';
import { listVerdict } from '../utils/references/find-list';
import { listNamed } from '../utils/references/headings';
import { bareLabel, labelKind } from '../utils/references/label';
import { referenceLikeness } from '../utils/references/looks-like';
import { parseEntry } from '../utils/references/parse-entry';
import { printedNumbers } from '../utils/references/printed-numbers';

/** What patterns stumble over: what they may repeat, alone and with what they hope to find behind it. */
const PUMPS = [
  ...['a', 'A', '1', ' ', '\n', '(', '[', ')', '.', ',', '-', '–', '&', '/', '=', '%', '"', '’', '一', '…', '\u200b'],
  ...[
    'A. ',
    'Aa ',
    'Aa, ',
    'A., ',
    'aa ',
    'de ',
    'et al. ',
    '[1',
    '[1]',
    '[1,',
    '(1',
    '(2012',
    '2012',
    '2012, ',
    '1–2,',
  ],
  ...['10.', '10.1', '10.1234/', '10.1234/a(', '10.1234/a.', 'doi:', 'doi.org/', 'PMID ', 'PMID: 1', 'arXiv:', 'ISBN '],
  ...['NCT', 'NCT0', '978-', 'https://', 'ncbi.nlm.nih.gov/', 'a.', 'a.a', '&amp;', '?a=', '#', '%2F', '%%', 'pp. 1'],
  ...[
    'and ',
    'In ',
    'Fig. 1, ',
    'p. ',
    'vol. ',
    '“a',
    'a” ',
    'Tarn ',
    'Tarn 2012 ',
    'Tarn (',
    'van der ',
    "d'",
    '和',
    '等',
    'a* ',
    'a†',
    '[^1]',
    '[a1, ',
    '①',
    '(Tarn 5',
    'Tarn 5; ',
    '\n[1] a',
    '\n1. ',
    '\n  ',
    'n.d.',
  ],
];

const LINK: SnapshotLink = {
  ...{ label: '1', before: '', after: '', gap: '', start: 0, end: 1, href: '#r1', identifier: undefined, hints: '' },
  ...{ isInside: false, isRaised: false, points: [], ids: [] },
};
const TARGET: SnapshotTarget = {
  ...{ id: 'r1', tag: 'li', hints: '', heading: '', text: '', label: '1', hrefs: [], backLinks: [], peers: 3 },
  isSection: false,
};
/** A page with a list of names and years, on which everything is read. */
const PAGE = examples.find(({ page }) => page.lists().length > 0)!.page;
const pageOf = (text: string): PageSnapshot => ({
  ...PAGE,
  blocks: [
    { text, place: 'text', links: [], seams: [], raised: [{ start: 0, end: Math.min(60, text.length) }] },
    {
      text: '',
      place: 'text',
      links: [{ ...LINK, label: text, href: text, before: text.slice(-160), after: text.slice(0, 60) }],
      seams: [],
    },
  ],
});

/** What is done with text of pages, of any length. */
const TASKS: Readonly<Record<string, (text: string) => unknown>> = {
  'the gate, of text': textMayCite,
  'the gate, of links': (text) => [linkMayCite(text, text), linkMayCite('#x', text), linkMayCite(`#${text}`, '1')],
  'identifiers in text': identifiersInText,
  'the identifier of an address': (text) => [
    identifierFromUrl(text),
    identifierFromUrl(`https://doi.org/10.1/${text}`),
  ],
  'canonical forms': (text) =>
    (['doi', 'pmid', 'arxiv', 'isbn', 'trial', 'handle', 'ads'] as const).map((scheme) =>
      canonicalIdentifier(scheme, text),
    ),
  'all detectors together': (text) => findCitations(pageOf(text)),
  'numbers without links': (text) =>
    (['square', 'round', 'raised'] as const).map((style) => printedNumbers(text, style, [], () => true)),
  'kinds of labels': (text) => [labelKind(text), bareLabel(text), labelShape(text)],
  'headings of lists': listNamed,
  'lists of plain text': (text) => [entriesIn(text, () => true), entriesIn(`1. ${text}`, () => false)],
  'the looks of entries': referenceLikeness,
  'the parts of an entry': parseEntry,
  'what a list is': (text) => listVerdict({ heading: text, hints: text, items: [text, text, text], linked: 0 }),
  'what a link into the page is': (text) =>
    entryVerdict({ ...LINK, label: text }, PAGE.blocks[0]!, 'r1', { ...TARGET, text, hints: text }),
  sentences: sentencesOf,
  claims: (text) => {
    const mark = { start: Math.max(0, text.length - 3), end: text.length, cluster: 1 };
    return claimStretch(text, [{ start: 0, end: 1, cluster: 0 }, mark], mark);
  },
};

/** UTF-16 units: what a page may put into one block, and how much less of it is tried beside that. */
const LONG = 24_000;
const TIMES = 8;
/** A task that is done in this time is not asked how it grows, milliseconds. */
const QUICK_MS = 25;
/** Clocks of the processor's time tick so slowly on some machines that less looks like nothing, milliseconds. */
const TICK_MS = 2;
/** Linear work takes eight times as long for eight times the text, quadratic work sixty-four times. */
const MOST_GROWTH = 24;

const pumped = (pump: string, length: number) => pump.repeat(Math.ceil(length / pump.length)).slice(0, length);

/** Milliseconds that a task keeps the processor busy: what else the machine does meanwhile hardly counts. */
function costOf(task: () => unknown): number {
  const before = process.threadCpuUsage();
  task();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** How often a task is measured again before it is called slow: memory is tidied up in between. */
const ATTEMPTS = 6;

/** How much longer the long text takes than the shorter one, each time it was asked; none where it takes next to nothing. */
function growths(task: (text: string) => unknown, text: (length: number) => string): number[] {
  const [long, short] = [text(LONG), text(LONG / TIMES)];
  const found: number[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const cost = costOf(() => task(long));
    if (cost < QUICK_MS) return [];
    const grows =
      cost /
      Math.max(
        TICK_MS,
        costOf(() => task(short)),
      );
    found.push(grows);
    if (grows < MOST_GROWTH) break;
  }
  return found;
}

describe('hostile text is read in linear time', () => {
  it.each(Object.keys(TASKS))('%s', (name) => {
    const task = TASKS[name]!;
    const slow = PUMPS.flatMap((pump) =>
      ['', 'x', ']', ' (2012)', '\n!'].flatMap((end) => {
        const least = Math.min(...growths(task, (length) => pumped(pump, length) + end));
        return Number.isFinite(least) && least > MOST_GROWTH
          ? [`${JSON.stringify(pump + end)} ×${least.toFixed(1)}`]
          : [];
      }),
    );
    expect(slow).toEqual([]);
  });

  it('and the measure tells quadratic work', () => {
    const measure = () =>
      growths(
        (spaces) => /\s+$/.test(`${spaces}x`),
        (length) => pumped(' ', length / 2),
      );
    // One measurement on a busy machine says little.
    let most = 0;
    for (let attempt = 0; attempt < ATTEMPTS && most < MOST_GROWTH; attempt++) most = Math.max(most, ...measure());
    expect(most).toBeGreaterThan(MOST_GROWTH);
  }, 60_000);
});
