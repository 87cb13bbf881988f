import { describe, expect, test } from 'vitest';
import { say } from '../../components/library/exchange-words';
import { pageWords, paste, picture, press, until, useStage } from './stage';

const json = (value: unknown) => JSON.stringify(value, null, 1);
const PAGE = 'https://harbour.journal.example/lamps';
const QUOTE = 'Amber lamps are kinder to gulls than white ones.';

/** A file of each kind: what its reader is called, how many works and passages are new, and words of it that the library then shows. */
const FILES: readonly {
  readonly label: string;
  readonly text: string;
  readonly works?: number;
  readonly passages?: number;
  /** How many entries cannot be read. */
  readonly broken?: number;
  /** How many works say too little of themselves. */
  readonly unclear?: number;
  readonly shows: string;
}[] = [
  {
    label: 'RIS',
    text: 'TY  - JOUR\nAU  - Tarn, Ada\nTI  - Lamps in RIS\nPY  - 2012\nDO  - 10.5555/in.ris\nER  - \n\nTY  - BOOK\nTI  - A book of terns\nER  - \n',
    works: 2,
    unclear: 1,
    shows: 'Lamps in RIS',
  },
  {
    label: 'PubMed',
    text: 'PMID- 99999991\nOWN - NLM\nTI  - Lamps in a MEDLINE file that is\n      longer than one line.\nFAU - Tarn, Ada\nDP  - 2012 Mar\nTA  - Harbour Birds\nPT  - Journal Article\nLID - 10.5555/in.nbib [doi]\n',
    works: 1,
    shows: 'Lamps in a MEDLINE file that is longer than one line',
  },
  {
    label: 'CSL-JSON',
    text: json([
      { id: 'a', type: 'article-journal', title: 'Lamps in CSL', DOI: '10.5555/in.csl' },
      { id: 'b', type: 'article-journal' },
    ]),
    works: 1,
    broken: 1,
    shows: 'Lamps in CSL',
  },
  {
    label: 'Zotero RDF',
    text: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/">
    <bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType><dc:title>Lamps in RDF</dc:title><dc:date>2012</dc:date>
      <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Tarn</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
      <dc:identifier>DOI 10.5555/in.rdf</dc:identifier></bib:Article>
</rdf:RDF>`,
    works: 1,
    shows: 'Lamps in RDF',
  },
  {
    label: 'BibTeX, BibLaTeX',
    text: '@article{a, title={Lamps in {BibLaTeX}}, author={Tarn, Ada}, journaltitle={Harbour Birds}, date={2012-03}, doi={10.5555/in.bib}}',
    works: 1,
    shows: 'Lamps in BibLaTeX',
  },
  {
    label: 'Hypothesis JSON',
    text: json({
      total: 1,
      rows: [
        {
          uri: PAGE,
          created: '2026-01-02T03:04:05Z',
          text: 'A remark from elsewhere',
          tags: ['lamps'],
          document: { title: ['Lamps'] },
          target: [{ source: PAGE, selector: [{ type: 'TextQuoteSelector', exact: QUOTE, prefix: '', suffix: '' }] }],
        },
      ],
    }),
    passages: 1,
    shows: QUOTE,
  },
  {
    label: 'Web Annotation',
    text: json({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://harbour.journal.example/anno/1',
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'Said of the second quay' },
      target: { source: `${PAGE}/2`, selector: { type: 'TextQuoteSelector', exact: 'The second quay was left dark.' } },
    }),
    passages: 1,
    shows: 'The second quay was left dark.',
  },
  {
    label: 'Readwise CSV',
    text: `Highlight,Title,Author,URL,Note,Location,Date\n"Herring, it seems, noticed nothing.",Lamps,Ada Tarn,${PAGE}/3,,,\n`,
    passages: 1,
    shows: 'Herring, it seems, noticed nothing.',
  },
  {
    label: 'List of identifiers or references',
    text: 'doi:10.5555/in.list\nPMID: 99999992\nTarn A, Weld B. Lamps in a pasted line. Harbour Birds 2012;12(3):131-137.\n',
    works: 3,
    shows: 'Lamps in a pasted line',
  },
];

describe('bringing in each kind of file', () => {
  const stage = useStage();

  test.each(FILES)('$label', async ({ label, text, works = 0, passages = 0, broken = 0, unclear = 0, shows }) => {
    const library = await stage.own('library.html');
    const says = (words: string) =>
      until(async () => (await pageWords(library)).includes(words), { what: `the words "${words}"` });
    const look = async (expected: string) => {
      await paste(library, '#import-text', text);
      await press(library, say('importLook'), 'button');
      await says(expected);
    };
    await says(say('importLead'));
    await look(say('importFound', label, works, 0, passages, 0));
    if (broken) await says(say('importBroken', broken));
    if (unclear) await says(say('importUnclear', unclear));
    await picture(library, `import-${label.replace(/\W+/g, '-')}`);
    await press(library, say('importRun'), 'button');
    await says(say('importDone', works, passages, 0));
    await says(shows);
    // Once more, all of it is known that says enough of itself.
    await look(say('importFound', label, 0, works, 0, passages));
    await press(library, say('importPast'), 'summary');
    await press(library, say('importUndo'), 'button');
    await says(say('importUndone'));
    await until(
      async () => !(await library.evaluate(() => document.querySelector('main')!.textContent)).includes(shows),
      {
        what: 'what was brought in to go',
      },
    );
    await library.close();
    expect(stage.world.requests('api.crossref.org')).toEqual([]);
  });
});
