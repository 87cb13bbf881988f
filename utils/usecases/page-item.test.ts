import { describe, expect, it } from 'vitest';
import { pageItem } from './page-item';
import { selectedCitation } from './selected-citation';

const URL = 'https://journal.example/lamps?page=2#part';

describe('the work that a page is', () => {
  it('is the article that it names, as it tells it', () => {
    const names = [
      { name: 'citation_title', content: 'White lamps' },
      { name: 'citation_author', content: 'Tarn, Ada' },
      { name: 'citation_author', content: 'The Quay Group' },
      { name: 'citation_journal_title', content: 'Annals of Harbour Birds' },
      { name: 'citation_publication_date', content: '2012/03/07' },
      { name: 'citation_doi', content: '10.5555/lamp.2012.1' },
    ];
    expect(pageItem({ url: URL, names }, 'White lamps | Annals').csl).toEqual({
      id: '',
      type: 'article-journal',
      title: 'White lamps',
      URL: 'https://journal.example/lamps?page=2',
      author: [{ family: 'Tarn', given: 'Ada' }, { literal: 'The Quay Group' }],
      'container-title': 'Annals of Harbour Birds',
      issued: { 'date-parts': [[2012, 3, 7]] },
      DOI: '10.5555/lamp.2012.1',
    });
  });

  it('is a page of the web where it names none, called as its window is, or by its address', () => {
    expect(pageItem({ url: URL, names: [] }, ' What fishermen say ').csl).toMatchObject({
      type: 'webpage',
      title: 'What fishermen say',
    });
    expect(pageItem({ url: URL, names: [] }, '').csl.title).toBe(URL);
  });
});

describe('selected words', () => {
  it('name a work by the identifier in them, else by their print', () => {
    expect(selectedCitation(' doi:10.5555/lamp.2012.1 \n')?.identifiers).toEqual([
      { scheme: 'doi', value: '10.5555/lamp.2012.1' },
    ]);
    const printed = selectedCitation('Tarn A,\n Weld B. White lamps. 2012.');
    expect(printed).toMatchObject({ identifiers: [], reference: { text: 'Tarn A, Weld B. White lamps. 2012.' } });
  });

  it('name none where they are too few', () => {
    expect(selectedCitation(' 2012 ')).toBeUndefined();
  });
});
