import type { Identifier } from './identifier';

/** Where a reader can open what an identifier names: the registry's own page. */
export function identifierUrl({ scheme, value }: Identifier): string {
  const path = encodeURIComponent(value).replace(/%(?:2F|3A|40|3B|2C)/g, decodeURIComponent);
  switch (scheme) {
    case 'doi':
      return `https://doi.org/${value.startsWith('10/') ? path.slice(3) : path}`;
    case 'pmid':
      return `https://pubmed.ncbi.nlm.nih.gov/${path}/`;
    case 'pmcid':
      return `https://pmc.ncbi.nlm.nih.gov/articles/${path}/`;
    case 'arxiv':
      return `https://arxiv.org/abs/${path}`;
    case 'isbn':
      return `https://openlibrary.org/isbn/${path}`;
    case 'nct':
      return `https://clinicaltrials.gov/study/${path}`;
    case 'isrctn':
      return `https://www.isrctn.com/${path}`;
    case 'eudract':
      return /-5\d{5}-/.test(value)
        ? `https://euclinicaltrials.eu/search-for-clinical-trials/?lang=en&EUCT=${path}`
        : `https://www.clinicaltrialsregister.eu/ctr-search/search?query=eudract_number:${path}`;
    case 'chictr':
      return `https://trialsearch.who.int/Trial2.aspx?TrialID=${path}`;
    case 'trial':
      return `https://trialsearch.who.int/Trial2.aspx?TrialID=${/^(?:UMIN|jRCT|Japic)/.test(value) ? 'JPRN-' : ''}${path}`;
    case 'openalex':
      return `https://openalex.org/${path}`;
    case 's2':
      return value.startsWith('CorpusID:')
        ? `https://api.semanticscholar.org/${path}`
        : `https://www.semanticscholar.org/paper/${path}`;
    case 'ads':
      return `https://ui.adsabs.harvard.edu/abs/${path}`;
    case 'acl':
      return `https://aclanthology.org/${path}/`;
    case 'ssrn':
      return `https://ssrn.com/abstract=${path}`;
    case 'handle':
      return `https://hdl.handle.net/${path}`;
    case 'eric':
      return `https://eric.ed.gov/?id=${path}`;
    case 'cochrane':
      return `https://doi.org/10.1002/14651858.${path}`;
    case 'effectiveness-bank':
      return `https://findings.org.uk/PHP/dl.php?f=${path}`;
    case 'url':
      return value;
  }
}
