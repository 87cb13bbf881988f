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
    ['doi', 'DOI:https://doi.org/10.5555/abc', '10.5555/abc'],
    ['doi', 'https://doi.org/doi:10.5555/abc', '10.5555/abc'],
    ['doi', 'urn:doi:10.5555/abc', '10.5555/abc'],
    ['doi', '10.5555%252Fabc%253Cx%253E', '10.5555/abc<x>'],
    ['doi', '10.5555/ab\u2010c\u2011d', '10.5555/ab-c-d'],
    ['doi', '\u202a10.5555/abc\u202c', '10.5555/abc'],
    ['doi', '10.5555/abc&domain=pdf&date_stamp=2020-01-01', '10.5555/abc'],
    ['doi', '10.5555/abc?needAccess=true', '10.5555/abc'],
    ['doi', '<10.5555/abc>', '10.5555/abc'],
    ['doi', '10.5555/abc\u2019s', '10.5555/abc\u2019s'],
    ['doi', '10.5555/abc\ud800', '10.5555/abc\ud800'],
    ['doi', '10.5555/', undefined],
    ['doi', '10.5555/...', undefined],
    ['doi', `10.5555/${'a'.repeat(500)}`, undefined],
    ['doi', '10.55/abc', undefined],
    ['pmid', 'PMID: 012345', '12345'],
    ['pmid', '0', undefined],
    ['pmcid', '123456', 'PMC123456'],
    ['pmcid', 'pmc123456', 'PMC123456'],
    ['arxiv', 'arXiv:1706.03762v5', '1706.03762'],
    ['arxiv', 'math.GT/0309136v2', 'math/0309136'],
    ['arxiv', 'hep-th/9901001', 'hep-th/9901001'],
    ['arxiv', 'arXiv:0704.0001', '0704.0001'],
    ['arxiv', 'cs/0001001v1', 'cs/0001001'],
    ['arxiv', '1713.00001', undefined],
    ['arxiv', '1412.12345', undefined],
    ['arxiv', '1501.0001', undefined],
    ['arxiv', 'hep-th/5001001', undefined],
    ['isbn', 'ISBN 0-306-40615-2', '9780306406157'],
    ['isbn', '978-0-306-40615-7', '9780306406157'],
    ['isbn', '080442957X', '9780804429573'],
    ['isbn', '978-0-306-40615-8', undefined],
    ['nct', 'nct01234567', 'NCT01234567'],
    ['isrctn', 'ISRCTN 12345678', 'ISRCTN12345678'],
    ['chictr', 'ChiCTR-TRC-12345678', 'ChiCTR-TRC-12345678'],
    ['chictr', 'ChiCTR2000029308', 'ChiCTR2000029308'],
    ['eudract', '2004-000007-18', '2004-000007-18'],
    ['eudract', 'EUCTR2004-000007-18-DE', '2004-000007-18'],
    ['eudract', '2022-500024-30-00', '2022-500024-30'],
    ['trial', 'ACTRN 12605000000000', 'ACTRN12605000000000'],
    ['trial', 'ACTRN126050000000', undefined],
    ['trial', 'actrn12612345678901', 'ACTRN12612345678901'],
    ['trial', 'DRKS00012345', 'DRKS00012345'],
    ['trial', 'JPRN-UMIN000012345', 'UMIN000012345'],
    ['trial', 'UMIN 000012345', 'UMIN000012345'],
    ['trial', 'JRCTS031180123', 'jRCTs031180123'],
    ['trial', 'jRCT1031180123', 'jRCT1031180123'],
    ['trial', 'JapicCTI-123456', 'JapicCTI-123456'],
    ['trial', 'CTRI/2019/01/012345', 'CTRI/2019/01/012345'],
    ['trial', 'PACTR201901234567890', 'PACTR201901234567890'],
    ['trial', 'RBR-abcdef', undefined],
    ['trial', 'RBR-2ABCDE', 'RBR-2abcde'],
    ['trial', 'IRCT20080826001083N5', 'IRCT20080826001083N5'],
    ['trial', 'KCT0001234', 'KCT0001234'],
    ['trial', 'TCTR20190123001', 'TCTR20190123001'],
    ['trial', 'SLCTR/2019/012', 'SLCTR/2019/012'],
    ['trial', 'RPCEC00000123', 'RPCEC00000123'],
    ['trial', 'NTR1234', 'NTR1234'],
    ['trial', 'NCT01234567', undefined],
    ['nct', 'NCT0123456', undefined],
    ['handle', 'hdl:2027.42/12345', '2027.42/12345'],
    ['handle', '10.5555/abc', undefined],
    ['ads', '2011A%26A...533A..14B', '2011A&A...533A..14B'],
    ['eric', 'ej1234567', 'EJ1234567'],
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
    ['http://www.ncbi.nlm.nih.gov/pubmed?term=1234567', 'pmid:1234567'],
    ['https://lamps.example/doi/10.5555/abc/_pdf', 'doi:10.5555/abc'],
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
    ...[
      '-references.ris',
      '/full/html',
      '/epdf',
      '/pdf',
      '/meta',
      '/abstract',
      '.full.pdf',
      '.full-text.pdf+html',
      '/pdf?download=true',
      ';jsessionid=0123ABC?x=1',
      '/tables/2',
      '/suppl_file/a_b.pdf',
      '/full#sec-1',
      '?journalCode=abcd&needAccess=true',
    ].map((tail): [string, string] => [`https://publisher.example/doi/10.5555/abc.12${tail}`, 'doi:10.5555/abc.12']),
    ['https://publisher.example/doi/pdf/10.5555%252Fabc', 'doi:10.5555/abc'],
    ['https://hdl.handle.net/10.5555/abc', 'doi:10.5555/abc'],
    ['https://web.archive.org/web/20200101000000/https://doi.org/10.5555/abc', 'doi:10.5555/abc'],
    ['https://web.archive.org/web/2020id_/http://arxiv.org/abs/1706.03762v1', 'arxiv:1706.03762'],
    [
      'https://www.medrxiv.org/content/early/2020/01/02/2020.01.02.20123456.full.pdf',
      'doi:10.1101/2020.01.02.20123456',
    ],
    ['https://www.biorxiv.org/content/10.1101/123456v2.full', 'doi:10.1101/123456'],
    ['https://zenodo.org/records/1234567', 'doi:10.5281/zenodo.1234567'],
    ['https://www.preprints.org/manuscript/202003.0123/v1', 'doi:10.20944/preprints202003.0123.v1'],
    ['https://www.researchsquare.com/article/rs-12345/v2.pdf', 'doi:10.21203/rs.3.rs-12345/v2'],
    ['https://psyarxiv.com/abc12/', 'doi:10.31234/osf.io/abc12'],
    ['https://osf.io/preprints/psyarxiv/abc12', 'doi:10.31234/osf.io/abc12'],
    ['https://osf.io/preprints/psyarxiv/abc12_v1', 'doi:10.31234/osf.io/abc12_v1'],
    ['https://osf.io/preprints/socarxiv/abc12/', 'doi:10.31235/osf.io/abc12'],
    ['https://www.nature.com/articles/s41586-020-1234-5#Sec2', 'doi:10.1038/s41586-020-1234-5'],
    ['https://www.nature.com/articles/srep12345.pdf', 'doi:10.1038/srep12345'],
    ['https://elifesciences.org/articles/12345', 'doi:10.7554/elife.12345'],
    ['https://www.bmj.com/content/344/bmj.e123', 'doi:10.1136/bmj.e123'],
    [
      'https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(12)12345-6/fulltext',
      'doi:10.1016/s0140-6736(12)12345-6',
    ],
    ['https://academic.oup.com/brain/article/doi/10.1093/brain/awx123/4567890', 'doi:10.1093/brain/awx123'],
    ['https://www.ncbi.nlm.nih.gov/sites/entrez?Db=pubmed&Cmd=ShowDetailView&list_uids=1234567', 'pmid:1234567'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/1234567/', 'pmid:1234567'],
    ['http://www.pubmedcentral.nih.gov/articlerender.fcgi?tool=pubmed&pubmedid=1234567', 'pmid:1234567'],
    ['http://www.pubmedcentral.nih.gov/articlerender.fcgi?artid=1234567', 'pmcid:PMC1234567'],
    ['https://europepmc.org/article/med/1234567', 'pmid:1234567'],
    ['https://europepmc.org/backend/ptpmcrender.fcgi?accid=PMC1234567&blobtype=pdf', 'pmcid:PMC1234567'],
    ['https://europepmc.org/articles/pmc1234567?pdf=render', 'pmcid:PMC1234567'],
    ['http://xxx.lanl.gov/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['https://export.arxiv.org/abs/arXiv:1706.03762', 'arxiv:1706.03762'],
    ['https://arxiv.org/html/2402.08954v1', 'arxiv:2402.08954'],
    ['https://ui.adsabs.harvard.edu/abs/2011A%26A...533A..14B/abstract', 'ads:2011A&A...533A..14B'],
    [
      'https://www.semanticscholar.org/paper/A-title/204e3073870fae3d05bcbc2f6a8e263d9b72e776',
      's2:204e3073870fae3d05bcbc2f6a8e263d9b72e776',
    ],
    ['https://aclanthology.org/2021.naacl-main.208.pdf', 'acl:2021.naacl-main.208'],
    ['https://www.aclweb.org/anthology/N19-1423.pdf', 'acl:N19-1423'],
    ['https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1234567', 'ssrn:1234567'],
    ['https://papers.ssrn.com/sol3/Delivery.cfm/a.pdf?abstractid=1234567&mirid=1', 'ssrn:1234567'],
    ['https://deepblue.example/handle/2027.42/12345', 'handle:2027.42/12345'],
    ['https://repository.example/handle/123456789/12345', undefined],
    ['https://files.eric.ed.gov/fulltext/ED123456.pdf', 'eric:ED123456'],
    ['https://www.cochrane.org/CD001234/ADDICTN_title', 'cochrane:CD001234'],
    [
      'https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD001234.pub2/full',
      'doi:10.1002/14651858.cd001234.pub2',
    ],
    ['https://www.anzctr.org.au/ACTRN12605000000000.aspx', 'trial:ACTRN12605000000000'],
    ['https://trialsearch.who.int/Trial2.aspx?TrialID=JPRN-UMIN000012345', 'trial:UMIN000012345'],
    ['https://trialsearch.who.int/Trial2.aspx?TrialID=EUCTR2004-000007-18-DE', 'eudract:2004-000007-18'],
    ['https://drks.de/search/en/trial/DRKS00012345', 'trial:DRKS00012345'],
    ['https://euclinicaltrials.eu/ctis-public/view/2022-500024-30-00', 'eudract:2022-500024-30'],
    ['https://example.org/electronics/direct/spectrum-12', undefined],
    ['https://cdn.example/10.5555/abc/video1.webm', undefined],
    ['https://plus.example/share?url=https://doi.org/10.5555/abc', undefined],
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
    ['eISBN (Print)： 978−0−306−40615−7', ['isbn:9780306406157']],
    ['PMID：12345678', ['pmid:12345678']],
    ['ISBN 978-0-306-40615-8', []],
    ['registered as NCT01234567 and ISRCTN12345678', ['nct:NCT01234567', 'isrctn:ISRCTN12345678']],
    ['10.5555/abc。次の文', ['doi:10.5555/abc']],
    ['version 10.1234 of 3/10.2', []],
    ['see https://pubmed.ncbi.nlm.nih.gov/1234567/.', ['pmid:1234567']],
    ['(https://arxiv.org/abs/1706.03762v2)', ['arxiv:1706.03762']],
    // Of some preprints only the whole is registered, of others every version.
    ['bioRxiv https://doi.org/10.1101/2020.01.02.123456v2.', ['doi:10.1101/2020.01.02.123456']],
    ['doi:10.21203/rs.3.rs-55555/v1', ['doi:10.21203/rs.3.rs-55555/v1']],
    ['10.12688/f1000research.5555.2.', ['doi:10.12688/f1000research.5555.2']],
    ['https://publisher.example/doi/pdf/10.5555/abc.pdf', ['doi:10.5555/abc']],
    ['https://web.archive.org/web/2020/https://doi.org/10.5555/abc, x', ['doi:10.5555/abc']],
    ['https://example.org/a 10.5555/abc', ['doi:10.5555/abc']],
    ['10.5555/ab\u200bc\u2060d e', ['doi:10.5555/abcd']],
    ['10.5555/ab\u2010c', ['doi:10.5555/ab-c']],
    ['\u202a10.5555/abc\u202c', ['doi:10.5555/abc']],
    ['\ud800 10.5555/abc\udc00', ['doi:10.5555/abc']],
    [
      'ACTRN12605000000000; DRKS 00012345 (UMIN000012345)',
      ['trial:ACTRN12605000000000', 'trial:DRKS00012345', 'trial:UMIN000012345'],
    ],
    [
      'CTRI/2019/01/012345, NCT 01234567, ISRCTN: 12345678',
      ['trial:CTRI/2019/01/012345', 'nct:NCT01234567', 'isrctn:ISRCTN12345678'],
    ],
    ['ChiCTR-TRC-12345678 and ChiCTR2000029308', ['chictr:ChiCTR-TRC-12345678', 'chictr:ChiCTR2000029308']],
    ['EudraCT number: 2004-000007-18; EU CT 2022-500024-30-00', ['eudract:2004-000007-18', 'eudract:2022-500024-30']],
    ['Cochrane Database Syst Rev 2009;(2):CD001234', ['cochrane:CD001234']],
    ['the album CD001234', []],
    ['hdl:2027.42/12345.', ['handle:2027.42/12345']],
    ['NCT012345678', []],
    ['PMID: 2020-01', []],
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

describe('hostile texts', () => {
  const pieces = [
    '10.5555/',
    'doi:',
    'https://',
    '%25',
    '\ud83d',
    '\u202e',
    '\u200b',
    'PMID ',
    'ISBN 97',
    '(',
    '<',
    'NCT0',
    'a',
    '9',
    '-',
    '/',
    '.',
    ' ',
  ];
  const noise = (length: number) => {
    let state = 7;
    let text = '';
    while (text.length < length) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      text += pieces[Math.floor(state / 65_536) % pieces.length];
    }
    return text;
  };

  it('gives canonical names in order, at offsets inside the text, which read the same again', () => {
    const text = noise(100_000);
    let last = 0;
    for (const { identifier, start, end } of identifiersInText(text)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      last = end;
      expect(canonicalIdentifier(identifier.scheme, identifier.value)).toEqual(identifier);
    }
    expect(last).toBeLessThanOrEqual(text.length);
  });

  it.each([
    '10.5555/',
    '10.1.1.1.1.1',
    'ISBN 9 ',
    'https://a',
    'Cochrane ',
    '(((',
    '%',
    'doi: ',
    'arXiv:a-',
    'PMID ',
    'CTRI/2019/',
    '\u200b',
  ])('finds the name behind a megabyte of %j', (piece) => {
    const found = identifiersInText(`${piece.repeat(1_000_000 / piece.length)} \n doi:10.5555/last`);
    expect(key(found.at(-1)?.identifier)).toBe('doi:10.5555/last');
  });

  it('reads no name out of an address that is data', () => {
    expect(identifierFromUrl(`https://example.org/10.5555/${'a/'.repeat(500_000)}`)).toBeUndefined();
  });
});
