import { describe, expect, it } from 'vitest';
import { say } from '../../components/note/words';
import type { Disagreement } from '../model/look-up';
import type { FreeCopy, Work } from '../model/work';
import { viewRecord } from './record';

const WORK: Work = {
  csl: { id: 'x', type: 'article-journal', title: 'Lamps' },
  ids: [],
  kind: 'trial',
  kindGround: { by: 'type', words: 'Randomized Controlled Trial' },
  abstract: [],
  notices: [],
  freeCopies: [],
  provenance: {},
};
const from = (source: string) => ({ source, at: 1 });
const record = (more: Partial<Work>, disagreements: readonly Disagreement[] = []) =>
  viewRecord({ work: { ...WORK, ...more }, disagreements, asked: ['Europe PMC', 'OpenAlex'] }, say, 'en');

describe('a record’s facts', () => {
  it('are why it is of its kind, what its sources disagree on, how often it is cited, and which part is from whom', () => {
    const said = [
      { source: 'europe-pmc', value: '2012' },
      { source: 'openalex', value: '2013' },
      { source: 'page', value: '2012' },
    ];
    const provenance = {
      kind: from('europe-pmc'),
      title: from('openalex'),
      author: from('page'),
      abstract: from('europe-pmc'),
      DOI: from('openalex'),
    };
    expect(record({ citedBy: 12, provenance }, [{ field: 'year', said }]).facts).toEqual([
      'It is called so for the publication type “Randomized Controlled Trial” that Europe PMC gives.',
      'Its year is in doubt: “2012” (Europe PMC, this page); “2013” (OpenAlex).',
      'Works known to cite it: 12.',
      'From Europe PMC: kind, summary.',
      'From OpenAlex: title.',
      'From this page: authors.',
    ]);
  });

  it.each([
    ['article-journal', 'study', 'AA files it as an article; nothing in its record says what kind of study it is.'],
    ['thesis', 'thesis', 'AA files it as “Thesis”.'],
  ] as const)('name the form %s in readers’ words', (words, kind, sentence) => {
    const view = record({ kind, kindGround: { by: 'form', words }, provenance: { kind: from('a-a') } });
    expect(view.facts[0]).toBe(sentence.replace('AA', 'A A'));
  });

  it('say no reason for a kind that the page alone gives', () => {
    expect(record({ provenance: { kind: from('page') } }).facts).toEqual(['From this page: kind.']);
  });
});

describe('a record’s free copies', () => {
  it('are told by version, place and form, in the order given, and lead only to pages', () => {
    const freeCopies: FreeCopy[] = [
      { url: 'https://www.journal.example/1', version: 'published' },
      { url: 'https://archive.example/1.pdf', version: 'accepted', isPdf: true },
      { url: 'https://elsewhere.example/' },
      { url: 'javascript:alert(1)', version: 'published' },
      { url: 'https://', version: 'published' },
    ];
    expect(record({ freeCopies }).copies).toEqual([
      { url: 'https://www.journal.example/1', text: 'published version, journal.example' },
      { url: 'https://archive.example/1.pdf', text: 'accepted version, archive.example, PDF' },
      { url: 'https://elsewhere.example/', text: 'elsewhere.example' },
    ]);
  });
});
