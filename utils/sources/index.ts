import { arxiv } from './arxiv';
import { clinicaltrials } from './clinicaltrials';
import { crossref } from './crossref';
import { datacite } from './datacite';
import { doiOrg } from './doi-org';
import { effectivenessBank } from './effectiveness-bank';
import { europePmc } from './europe-pmc';
import { linkedPage } from './linked-page';
import { openLibrary } from './open-library';
import { openalex } from './openalex';
import { pubmed } from './pubmed';
import { semanticScholar } from './semantic-scholar';
import type { Source } from './source';
import { unpaywall } from './unpaywall';
import { wikipedia } from './wikipedia';

/**
 * Every source, in the order in which they are asked, named to the reader and believed where nothing says otherwise. The
 * options page, the request guard and the credits read this list.
 */
export const sources: readonly Source[] = [
  europePmc,
  crossref,
  openalex,
  arxiv,
  clinicaltrials,
  openLibrary,
  pubmed,
  datacite,
  semanticScholar,
  unpaywall,
  doiOrg,
  effectivenessBank,
  wikipedia,
  linkedPage,
];

/** The source with an id; undefined for one that was never there or has been removed. */
export const sourceById = (id: string): Source | undefined => sources.find((source) => source.id === id);
