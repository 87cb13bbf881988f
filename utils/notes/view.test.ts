import { describe, expect, it } from 'vitest';
import { say } from '../../components/note/words';
import type { Citation } from '../model/citation';
import type { Failure } from '../model/failure';
import type { Work } from '../model/work';
import { NOT_ASKED, type Progress, STARTING } from './progress';
import { viewEntry } from './view';

const NOW = new Date(2026, 4, 3, 14, 2).getTime();
const around = { say, now: NOW, locale: 'en-GB' };
const doi = { scheme: 'doi', value: '10.5555/lamps' } as const;
const citation = (more: Partial<Citation> = {}): Citation => ({
  kind: 'marker',
  label: '[1]',
  identifiers: [doi],
  confidence: 1,
  ...more,
});
const work = (more: Partial<Work> = {}): Work => ({
  csl: { id: 'x', type: 'article-journal', title: 'Amber lamps', issued: { 'date-parts': [[2012]] } },
  ids: [doi],
  kind: 'study',
  abstract: [{ paragraphs: [['Gulls slept. They dreamt.']] }],
  notices: [],
  freeCopies: [],
  provenance: { title: { source: 'crossref', at: NOW }, abstract: { source: 'europe-pmc', at: NOW } },
  ...more,
});
const progress = (more: Partial<Progress>): Progress => ({ ...NOT_ASKED, ...more });
const done = (more: Partial<Progress> = {}): Progress =>
  progress({ stage: 'done', work: work(), asked: ['Crossref', 'Europe PMC', 'OpenAlex'], ...more });
const failure = (kind: Failure['kind'], source?: string): Failure => ({ kind, stage: 'x', message: 'x', source });
const view = (of: Progress, at: Partial<Citation> = {}) => viewEntry(citation(at), of, around);

describe('a summary', () => {
  it('has the works it names marked, inside the closest sentence, too', () => {
    const identifier = { scheme: 'nct', value: 'NCT01234567' } as const;
    const named = [{ identifier, section: 0, start: 3, end: 14 }];
    const abstract = [{ paragraphs: [['As NCT01234567. They slept.']] }];
    const closest = { section: 0, start: 0, end: 15, score: 1, differences: [] };
    const [section] = view(done({ work: work({ abstract }), named, closest })).sections;
    const cite = { mark: 'cite', identifier, children: ['NCT01234567'] };
    expect(section?.paragraphs).toEqual([[{ mark: 'closest', children: ['As ', cite, '.'] }, ' They slept.']]);
  });
});

describe('what others say of a work', () => {
  const at = NOW;
  const from = (source: string, type = 'article-journal') =>
    view(done({ work: work({ csl: { id: 'x', type }, provenance: { abstract: { source, at } } }) })).voice;

  it('is said to be theirs, and their own pages speak for themselves', () => {
    expect(from('effectiveness-bank')).toBe('What Effectiveness Bank says of it');
    expect(from('effectiveness-bank', 'webpage')).toBeUndefined();
    expect(from('europe-pmc')).toBeUndefined();
    expect(from('linked-page')).toBe('On the linked page');
    expect(from('linked-page', 'webpage')).toBeUndefined();
  });
});

describe('what the reader corrects', () => {
  const corrected = { scheme: 'pmid', value: '7' } as const;
  it('is shown in place of what the page links to, whose own words stay beside it', () => {
    const reference = { text: 'Tarn A. Amber lamps. 2012.', identifiers: [doi] };
    const shown = view(progress({ stage: 'done', corrected }), { url: 'https://a.example/b', reference });
    expect(shown.titleUrl).toBe('https://pubmed.ncbi.nlm.nih.gov/7/');
    expect(shown.identifier?.text).toBe('PMID 7');
    expect(shown.pageText?.text).toBe(reference.text);
    expect(shown.corrected).toContain('PMID 7');
  });
});

describe('the kind line', () => {
  it.each([
    ['kind and year', done(), {}, 'Study 2012'],
    [
      'kind alone where no year is known',
      done({ work: work({ kind: 'systematic-review', csl: { id: 'x', type: 'book' } }) }),
      {},
      'Systematic review',
    ],
    ['document where nothing better is known', NOT_ASKED, {}, 'Document'],
    ['note for the page’s own remark', NOT_ASKED, { kind: 'footnote', identifiers: [] } as const, 'Note'],
  ])('%s', (_name, of, at, expected) => {
    expect(view(of, at).kindLine).toBe(expected);
  });
});

describe('badges', () => {
  it('show each kind of notice once, in the order in which they come, and warn of a retraction in a sentence', () => {
    const notices = [
      { kind: 'retraction', date: '2015-03-01', doi: '10.5555/r', source: 'crossref' },
      { kind: 'retraction', date: '2015', source: 'openalex' },
      { kind: 'correction', source: 'crossref' },
    ] as const;
    const shown = view(done({ work: work({ notices }) }));
    expect(shown.badges.map(({ tone, text }) => `${tone}: ${text}`)).toEqual([
      'alarm: Retracted 2015',
      'care: Corrected',
    ]);
    expect(shown.badges[0]?.url).toBe('https://doi.org/10.5555/r');
    expect(shown.warning).toMatch(/retracted/);
  });

  it('offer a free copy on the web only, and say what is listed', () => {
    const freeCopies = [{ url: 'javascript:alert(1)' }, { url: 'https://a.example/b.pdf' }];
    const { badges, ownRemark } = view(
      done({ work: work({ freeCopies }), listed: true, isRead: true, remark: 'Mine' }),
    );
    expect(ownRemark).toBe('Your remark: Mine');
    expect(badges).toMatchObject([
      { text: 'Free copy', url: 'https://a.example/b.pdf' },
      { text: 'In your library, read' },
    ]);
  });

  it.each([
    ['partial-retraction', 'alarm: Partly retracted', /^Parts of this work/],
    ['withdrawal', 'alarm: Withdrawn', /withdrawn/],
    ['reinstatement', 'care: Retraction lifted', undefined],
    ['concern', 'care: Expression of concern', undefined],
  ] as const)('tell of a %s, and warn of it only where the work does not stand', (kind, badge, warning) => {
    const shown = view(done({ work: work({ notices: [{ kind, source: 'crossref' }] }) }));
    expect(shown.badges.map(({ tone, text }) => `${tone}: ${text}`)).toEqual([badge]);
    if (warning) expect(shown.warning).toMatch(warning);
    else expect(shown.warning).toBeUndefined();
  });

  it('do not warn of a sound work', () => {
    expect(view(done())).toMatchObject({ badges: [], warning: undefined });
  });
});

describe('the title', () => {
  it.each<[string, Progress, Partial<Citation>, string]>([
    ['is the work’s', done(), {}, 'Amber lamps'],
    [
      'is a telling label before anything is known',
      STARTING,
      { label: 'Amber lamps and gulls' },
      'Amber lamps and gulls',
    ],
    ['is the identifier behind a bare number', STARTING, {}, 'DOI 10.5555/lamps'],
    [
      'is missing where the page’s reference says more',
      STARTING,
      { reference: { text: 'Tarn A.', identifiers: [] } },
      '',
    ],
    [
      'is the address where nothing else is known',
      STARTING,
      { identifiers: [], url: 'https://www.a.example/north.pdf' },
      'a.example/north.pdf',
    ],
    [
      'is the word that a remark of the page explains',
      NOT_ASKED,
      { kind: 'page-note', label: 'UKATT', identifiers: [] },
      'UKATT',
    ],
    [
      'is not the sign that stands for a remark: its words are shown below',
      NOT_ASKED,
      { kind: 'page-note', label: '⊕', identifiers: [], reference: { text: 'In winter.', identifiers: [] } },
      '',
    ],
  ])('%s', (_name, of, at, expected) => {
    expect(view(of, at).title.join('')).toBe(expected);
  });

  it.each<[string, Partial<Citation>, string | undefined]>([
    ['opens what the page links to', { url: 'https://a.example/b' }, 'https://a.example/b'],
    ['opens the registry’s page where the page links nowhere', {}, 'https://doi.org/10.5555/lamps'],
    ['opens nothing but the web', { identifiers: [], url: 'javascript:alert(1)' }, undefined],
  ])('%s', (_name, at, expected) => {
    expect(view(STARTING, at).titleUrl).toBe(expected);
  });
});

describe('the page’s own words', () => {
  const reference = { text: 'Tarn A. Amber lamps. 2012.', identifiers: [doi] };
  it('stand until a service has answered, with the identifier to follow', () => {
    const shown = view(STARTING, { reference, identifiers: [] });
    expect(shown.pageText?.text).toBe(reference.text);
    expect(shown.identifier).toEqual({ text: 'DOI 10.5555/lamps', url: 'https://doi.org/10.5555/lamps' });
    const fromPage = work({ provenance: { title: { source: 'page', at: NOW } } });
    expect(view(progress({ stage: 'asking', work: fromPage }), { reference }).pageText?.text).toBe(reference.text);
    expect(view(done(), { reference }).pageText).toBeUndefined();
  });
  it('says that the entry is on another page when the page does not print it', () => {
    const reference = { id: 'r9', text: ' ', identifiers: [] };
    expect(view(progress({ stage: 'done' }), { reference }).pageText).toEqual({ text: say('entryElsewhere') });
  });
});

describe('the closest sentence', () => {
  it('is shown by itself and marked in the summary', () => {
    const shown = view(done({ closest: { section: 0, start: 13, end: 25, score: 0.9, differences: [] } }));
    expect(shown.closest).toBe('They dreamt.');
    expect(shown.check).toBeUndefined();
    expect(shown.sections[0]?.paragraphs[0]).toEqual([
      'Gulls slept. ',
      { mark: 'closest', children: ['They dreamt.'] },
    ]);
  });

  it('comes with what is to be checked between it and the page', () => {
    const differences = [
      { kind: 'number', claim: '30%', sentence: '40%' },
      { kind: 'negation', sentence: 'not' },
      { kind: 'hedge', claim: 'may' },
    ] as const;
    const { check } = view(done({ closest: { section: 0, start: 13, end: 25, score: 0.9, differences } }));
    expect(check).toBe(
      'To check: this page says “30%”, the sentence “40%”; only the sentence says “not”; only this page says “may”.',
    );
  });

  it('is nothing where it points beyond the summary', () => {
    expect(
      view(done({ closest: { section: 7, start: 0, end: 5, score: 1, differences: [] } })).closest,
    ).toBeUndefined();
  });
});

describe('what is said about what could not be learnt', () => {
  const unknown = (more: Partial<Progress>) => done({ work: undefined, ...more });
  it.each<[string, Progress, RegExp | undefined]>([
    ['nothing while services are asked', progress({ stage: 'asking', services: ['Crossref'] }), undefined],
    ['nothing when all is well', done(), undefined],
    ['not known anywhere', unknown({}), /Crossref, Europe PMC and OpenAlex did not know this work\. What stands here/],
    [
      'no connection',
      unknown({ failures: [failure('offline')], asked: [] }),
      /There is no connection\. What stands here/,
    ],
    [
      'one slow, the others ignorant',
      unknown({ failures: [failure('timeout', 'europe-pmc')] }),
      /Europe PMC did not answer in time\. Crossref and OpenAlex did not know/,
    ],
    ['a service that fails while another answers', done({ failures: [failure('server', 'openalex')] }), undefined],
    [
      'a service that asks for rest while another answers',
      done({ failures: [failure('limited', 'openalex')] }),
      /OpenAlex asks to be asked less often/,
    ],
    [
      'an answer that cannot be read',
      unknown({ failures: [failure('format', 'crossref')], asked: ['Crossref'] }),
      /Crossref sent an answer that could not be read/,
    ],
    [
      'an answer that is too large',
      unknown({
        failures: [{ ...failure('format', 'linked-page'), stage: 'network.body' }],
        asked: ['The linked page'],
      }),
      /Linked Page sent more than 10 MB/,
    ],
    [
      'a PDF that is scanned',
      unknown({
        failures: [{ ...failure('format', 'linked-page'), stage: 'linked-page.pdf' }],
        asked: ['The linked page'],
      }),
      /has no words that Ibid can read/,
    ],
    ['a record without summary', done({ work: work({ abstract: [] }) }), /No summary is known/],
    [
      'who could not be asked for the summary that is missing',
      done({ work: work({ abstract: [] }), failures: [failure('server', 'openalex')] }),
      /OpenAlex is having trouble.*No summary is known/,
    ],
    ['an updated extension', progress({ stage: 'broken', failures: [failure('cancelled')] }), /Reload this page/],
  ])('%s', (_name, of, expected) => {
    const text = view(of).remarks.join(' ');
    if (expected) expect(text).toMatch(expected);
    else expect(text).toBe('');
  });

  it('says nothing twice', () => {
    const failures = [failure('offline', 'crossref'), failure('offline', 'openalex')];
    const text = view(unknown({ failures, asked: ['Crossref', 'OpenAlex'] })).remarks.join(' ');
    expect(text.match(/no connection/g)).toHaveLength(1);
  });
});

describe('the provenance line', () => {
  const at = (time: number) => done({ work: work({ provenance: { title: { source: 'crossref', at: time } } }) });
  it.each([
    ['services and time', done(), 'Crossref and Europe PMC, today 14:02'],
    ['yesterday', at(NOW - 86_400_000), 'Crossref, yesterday 14:02'],
    ['an older answer by its date', at(new Date(2026, 0, 9).getTime()), 'Crossref, 9 Jan 2026'],
    ['the page alone', NOT_ASKED, 'From this page'],
    [
      'who is being asked',
      progress({ stage: 'asking', services: ['Crossref', 'OpenAlex'] }),
      'Asking Crossref and OpenAlex …',
    ],
    ['a source that the look-up did not name', done({ asked: [] }), 'Crossref and Europe Pmc, today 14:02'],
  ])('%s', (_name, of, expected) => {
    expect(view(of).provenance).toBe(expected);
  });
});

describe('consent', () => {
  it('names the services, and tells the question from the button', () => {
    const services = ['Crossref', 'OpenAlex'];
    expect(view(progress({ stage: 'needs-consent', services })).consent).toEqual({
      isQuestion: true,
      services: 'Crossref and OpenAlex',
    });
    expect(view(progress({ stage: 'on-press', services })).consent?.isQuestion).toBe(false);
    expect(view(done()).consent).toBeUndefined();
  });

  it('keeps no room for a summary that nobody was asked for', () => {
    expect(view(progress({ stage: 'needs-consent' })).isWaiting).toBe(false);
    expect(view(STARTING).isWaiting).toBe(true);
    expect(view(done({ work: work({ abstract: [] }) })).isWaiting).toBe(false);
  });
});
