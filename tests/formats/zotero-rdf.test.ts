import { describe, expect, it } from 'vitest';
import { readerFor } from '../../utils/formats/readers';

const rdf = (body: string): string => `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:t="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:vcard="http://nwalsh.com/rdf/vCard#"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">${body}</rdf:RDF>`;

const person = (family: string, given: string): string =>
  `<rdf:li><foaf:Person><foaf:surname>${family}</foaf:surname><foaf:givenName>${given}</foaf:givenName></foaf:Person></rdf:li>`;

const read = (text: string) => readerFor(text).read(text);

describe('a Zotero RDF export', () => {
  it('gives an article with its journal, names, notes and tags', () => {
    const { items, broken } = read(
      rdf(`<bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType>
        <t:isPartOf rdf:resource="urn:issn:2049-3630"/>
        <bib:authors><rdf:Seq>${person('Doe', 'Jane')}<rdf:li><foaf:Person><foaf:surname>A &amp; B Group</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors>
        <t:isReferencedBy rdf:resource="#item_2"/><dc:subject>lamps</dc:subject>
        <dc:subject><z:AutomaticTag><rdf:value>terns</rdf:value></z:AutomaticTag></dc:subject>
        <dc:title>On &lt;i&gt;lamps&lt;/i&gt;</dc:title><t:abstract>Some words.</t:abstract><dc:date>2019-05-17</dc:date>
        <bib:pages>1-9</bib:pages><dc:identifier><t:URI><rdf:value>https://x.example/a</rdf:value></t:URI></dc:identifier></bib:Article>
        <bib:Journal rdf:about="urn:issn:2049-3630"><dc:title>Annals</dc:title><prism:volume>7</prism:volume><prism:number>2</prism:number>
        <dc:identifier>DOI 10.5555/1</dc:identifier><dc:identifier>ISSN 2049-3630</dc:identifier></bib:Journal>
        <bib:Memo rdf:about="#item_2"><rdf:value>&lt;p&gt;Read again&lt;/p&gt;</rdf:value></bib:Memo>
        <z:Collection rdf:about="#collection_1"><dc:title>Mine</dc:title></z:Collection>`),
    );
    expect(broken).toEqual([]);
    expect(items).toEqual([
      {
        csl: {
          id: '',
          type: 'article-journal',
          title: 'On lamps',
          author: [{ family: 'Doe', given: 'Jane' }, { literal: 'A & B Group' }],
          'container-title': 'Annals',
          issued: { 'date-parts': [[2019, 5, 17]] },
          volume: '7',
          issue: '2',
          page: '1-9',
          abstract: 'Some words.',
          DOI: '10.5555/1',
          ISSN: '2049-3630',
          URL: 'https://x.example/a',
        },
        title: ['On ', { mark: 'em', children: ['lamps'] }],
        remark: 'Read again',
        tags: ['lamps', 'terns'],
      },
    ]);
  });

  it('gives a chapter with its book, publisher, place and series', () => {
    const { items } = read(
      rdf(`<bib:BookSection rdf:about="urn:isbn:1"><z:itemType>bookSection</z:itemType>
        <t:isPartOf><bib:Book><dc:identifier>ISBN 978-0-306-40615-7</dc:identifier><dc:title>The Book</dc:title></bib:Book></t:isPartOf>
        <t:isPartOf><bib:Series><dc:title>Studies</dc:title></bib:Series></t:isPartOf>
        <dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>Oslo</vcard:locality></vcard:Address></vcard:adr>
        <foaf:name>Press</foaf:name></foaf:Organization></dc:publisher>
        <bib:editors><rdf:Seq>${person('Ed', 'E.')}</rdf:Seq></bib:editors><dc:title>Chapter</dc:title><dc:date>in press</dc:date></bib:BookSection>`),
    );
    expect(items[0]?.csl).toEqual({
      id: '',
      type: 'chapter',
      title: 'Chapter',
      editor: [{ family: 'Ed', given: 'E.' }],
      'container-title': 'The Book',
      'collection-title': 'Studies',
      issued: { literal: 'in press' },
      publisher: 'Press',
      'publisher-place': 'Oslo',
      ISBN: '978-0-306-40615-7',
    });
  });

  it('that was cut gives what stands before the cut', () => {
    const entry = (title: string) =>
      `\n    <bib:Book rdf:about="#${title}">\n        <z:itemType>book</z:itemType><dc:title>${title}</dc:title>\n    </bib:Book>`;
    const whole = rdf(entry('One') + entry('Two') + entry('Three'));
    const { items, broken } = read(whole.slice(0, whole.indexOf('<dc:title>Three')));
    expect(items.map(({ csl }) => csl.title)).toEqual(['One', 'Two']);
    expect(broken.map(({ why, text }) => [why, text.includes('#Three')])).toEqual([['whyNotXml', true]]);
  });

  it('lists an entry without a title and brings in the rest', () => {
    const { items, broken } = read(
      rdf('<bib:Book><z:itemType>book</z:itemType></bib:Book><bib:Book><dc:title>Kept</dc:title></bib:Book>'),
    );
    expect(items.map(({ csl }) => csl.title)).toEqual(['Kept']);
    expect(broken.map(({ where }) => where)).toEqual([['entry', 1]]);
  });

  it.each([
    ['entities of its own', `<!DOCTYPE x [<!ENTITY a "b">]>${rdf('<bib:Book><dc:title>T</dc:title></bib:Book>')}`],
    ['nothing that parses', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'],
  ])('is refused whole with %s', (_name, text) => {
    expect(read(text)).toMatchObject({ items: [], broken: [{ where: ['file'] }] });
  });
});
