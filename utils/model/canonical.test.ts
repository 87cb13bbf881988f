import { describe, expect, it } from 'vitest';
import { canonicalIdentifier, identifierFromUrl, identifiersInText, identifierUrl } from './canonical';
import { SCHEMES, type Scheme } from './identifier';

const key = (id: { scheme: string; value: string } | undefined) => id && `${id.scheme}:${id.value}`;
const SICI = '10.1002/(sici)1097-4679(199911)55:11<1363::aid-jclp5>3.0.co;2-0';

describe('canonicalIdentifier', () => {
  it.each<[Scheme, string, string | undefined]>([
    ['doi', '10.5555/ABC.Def', '10.5555/abc.def'],
    ['doi', 'doi: 10.5555/abc.', '10.5555/abc'],
    ['doi', 'https://dx.doi.org/10.5555%2Fabc%28x%29', '10.5555/abc(x)'],
    ['doi', '10.5555/abc(1)', '10.5555/abc(1)'],
    ['doi', '10.5555/abc).', '10.5555/abc'],
    ['doi', '10.5555/abc[2]]', '10.5555/abc[2]'],
    ['doi', SICI.toUpperCase(), SICI],
    ['doi', '10.1002/(SICI)1097-4679(199911)55:11&lt;1363::AID-JCLP5&gt;3.0.CO;2-0', SICI],
    ['doi', '10.5555/ab\u200bc\u00adde', '10.5555/abcde'],
    ['doi', '10.1000.10/123', '10.1000.10/123'],
    ['doi', '10/gcgk83', '10/gcgk83'],
    ['doi', '10.5555/', undefined],
    ['doi', '10.55/abc', undefined],
    ['pmid', 'PMID: 012345', '12345'],
    ['pmid', '0', undefined],
    ['pmcid', '123456', 'PMC123456'],
    ['pmcid', 'pmc123456', 'PMC123456'],
    ['arxiv', 'arXiv:1706.03762v5', '1706.03762'],
    ['arxiv', 'math.GT/0309136v2', 'math/0309136'],
    ['arxiv', 'hep-th/9901001', 'hep-th/9901001'],
    ['arxiv', '1713.00001', undefined],
    ['isbn', 'ISBN 0-306-40615-2', '9780306406157'],
    ['isbn', '978-0-306-40615-7', '9780306406157'],
    ['isbn', '080442957X', '9780804429573'],
    ['isbn', '978-0-306-40615-8', undefined],
    ['nct', 'nct01234567', 'NCT01234567'],
    ['isrctn', 'ISRCTN 12345678', 'ISRCTN12345678'],
    ['chictr', 'ChiCTR-TRC-12345678', 'ChiCTR-TRC-12345678'],
    ['chictr', 'ChiCTR2000029308', 'ChiCTR2000029308'],
    ['eudract', '2004-000007-18', '2004-000007-18'],
    ['openalex', 'https://openalex.org/w2741809807', 'W2741809807'],
    ['acl', 'n19-1423', 'N19-1423'],
    ['s2', 'Corpus ID:215416146', 'CorpusID:215416146'],
    ['cochrane', 'cd001234.pub2', 'CD001234'],
    ['effectiveness-bank', 'Matrix%2FAlcohol%2FC2.htm', 'Matrix/Alcohol/C2.htm'],
    ['effectiveness-bank', 'hot_steps.hot', 'steps.hot'],
  ])('%s %s', (scheme, raw, expected) => {
    expect(canonicalIdentifier(scheme, raw)?.value).toBe(expected);
  });
});

describe('identifierFromUrl', () => {
  it.each([
    ['https://doi.org/10.5555/Abc', 'doi:10.5555/abc'],
    ['http://dx.doi.org/10.5555%2FAbc?nosfx=y#top', 'doi:10.5555/abc'],
    ['//doi.org/doi:10.5555/abc', 'doi:10.5555/abc'],
    ['https://doi.org/gcgk83', 'doi:10/gcgk83'],
    [`https://doi.org/${encodeURIComponent(SICI)}`, `doi:${SICI}`],
    ['doi:10.5555/abc', 'doi:10.5555/abc'],
    ['info:doi/10.5555/abc', 'doi:10.5555/abc'],
    ['https://publisher.example/doi/full/10.5555/abc.12', 'doi:10.5555/abc.12'],
    ['https://publisher.example/doi/10.5555/abc.12/full', 'doi:10.5555/abc.12'],
    ['/doi/abs/10.5555/abc', 'doi:10.5555/abc'],
    ['https://publisher.example/content/pdf/10.5555/abc.pdf', 'doi:10.5555/abc'],
    ['https://publisher.example/content/10.1101/2020.01.02.123456v2.full.pdf', 'doi:10.1101/2020.01.02.123456'],
    ['https://publisher.example/article?id=10.5555/journal.a.0000001', 'doi:10.5555/journal.a.0000001'],
    ['https://proxy.example/login?url=https%3A%2F%2Fdoi.org%2F10.5555%2Fabc', 'doi:10.5555/abc'],
    ['https://journal.example/lookup/external-ref?access_num=10.5555/abc&link_type=DOI', 'doi:10.5555/abc'],
    ['https://journal.example/lookup/external-ref?access_num=1234567&link_type=MED', 'pmid:1234567'],
    ['https://pubmed.ncbi.nlm.nih.gov/1234567/', 'pmid:1234567'],
    ['http://www.ncbi.nlm.nih.gov/pubmed/1234567?dopt=Abstract', 'pmid:1234567'],
    [
      'https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=1234567&dopt=Abstract',
      'pmid:1234567',
    ],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/', 'pmcid:PMC1234567'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/#r1', 'pmcid:PMC1234567'],
    ['https://europepmc.org/abstract/MED/1234567', 'pmid:1234567'],
    ['https://europepmc.org/article/PMC/PMC1234567', 'pmcid:PMC1234567'],
    ['https://arxiv.org/pdf/1706.03762v5.pdf', 'arxiv:1706.03762'],
    ['https://arxiv.org/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['https://openalex.org/works/W2741809807', 'openalex:W2741809807'],
    ['https://clinicaltrials.gov/ct2/show/NCT01234567', 'nct:NCT01234567'],
    ['/wiki/Special:BookSources/978-0-306-40615-7', 'isbn:9780306406157'],
    ['https://findings.org.uk/PHP/dl.php?f=steps.hot&s=ml&sf=mx', 'effectiveness-bank:steps.hot'],
    [
      'http://www.findings.org.uk/PHP/dl.php?s=eb&file=Matrix%2FAlcohol%2FC2.htm',
      'effectiveness-bank:Matrix/Alcohol/C2.htm',
    ],
    ['https://findings.org.uk/PHP/topic_search.php?f=steps.hot', undefined],
    ['https://twitter.com/share?url=https://doi.org/10.5555/abc', undefined],
    ['mailto:?subject=x&body=https://doi.org/10.5555/abc', undefined],
    ['https://example.org/version/10.1234', undefined],
    ['https://example.org/', undefined],
  ])('%s', (url, expected) => {
    expect(key(identifierFromUrl(url))).toBe(expected);
  });
});

describe('identifiersInText', () => {
  it.each<[string, string[]]>([
    ['See doi:10.5555/abc, and 10.5555/def.', ['doi:10.5555/abc', 'doi:10.5555/def']],
    ['(https://doi.org/10.5555/abc(1))', ['doi:10.5555/abc(1)']],
    ['10.5555/abcPMID: 1234567', ['doi:10.5555/abc', 'pmid:1234567']],
    ['<https://doi.org/10.5555/abc>', ['doi:10.5555/abc']],
    [`J. 1999. ${SICI.toUpperCase()}.`, [`doi:${SICI}`]],
    ['PMCID: PMC1234567; PMID 7654321.', ['pmcid:PMC1234567', 'pmid:7654321']],
    ['arXiv preprint arXiv:1706.03762v5 [cs.CL]', ['arxiv:1706.03762']],
    ['ISBN 978-0-306-40615-7. ISBN: 0 306 40615 2', ['isbn:9780306406157', 'isbn:9780306406157']],
    ['ISBN 978-0-306-40615-8', []],
    ['registered as NCT01234567 and ISRCTN12345678', ['nct:NCT01234567', 'isrctn:ISRCTN12345678']],
    ['10.5555/abc。次の文', ['doi:10.5555/abc']],
    ['version 10.1234 of 3/10.2', []],
  ])('%s', (text, expected) => {
    expect(identifiersInText(text).map((found) => key(found.identifier))).toEqual(expected);
  });

  it('gives offsets of what is printed', () => {
    const text = 'a 😀 (doi: 10.5555/abc). b';
    const [found] = identifiersInText(text);
    expect(text.slice(found!.start, found!.end)).toBe('doi: 10.5555/abc');
  });
});

it('has an address for every scheme that leads back to the identifier where it can be read', () => {
  for (const scheme of SCHEMES) expect(identifierUrl({ scheme, value: 'https://x.example/1' })).toMatch(/^https:\/\//);
  for (const id of [
    'doi:10.5555/a(b)c;d',
    `doi:${SICI}`,
    'pmid:123',
    'pmcid:PMC1234',
    'arxiv:hep-th/9901001',
    'nct:NCT01234567',
    'effectiveness-bank:Matrix/Alcohol/C2.htm',
    's2:CorpusID:215416146',
  ]) {
    const [scheme, ...rest] = id.split(':');
    expect(key(identifierFromUrl(identifierUrl({ scheme: scheme as Scheme, value: rest.join(':') })))).toBe(id);
  }
});
