import { crossref } from './crossref';
import { europePmc } from './europe-pmc';
import { openalex } from './openalex';
import type { Source } from './source';

/**
 * Every source, in the order in which they are asked, named to the reader and believed where nothing says otherwise. The
 * options page, the request guard and the credits read this list.
 */
export const sources: readonly Source[] = [europePmc, crossref, openalex];

/** The source with an id; undefined for one that was never there or has been removed. */
export const sourceById = (id: string): Source | undefined => sources.find((source) => source.id === id);
