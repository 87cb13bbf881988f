import type { Failure } from '../../utils/model/failure';
import type { CrossCount } from '../../utils/search/cross-count';
import type { EntryTable } from '../../utils/search/entry-doc';
import type { Wanted } from '../../utils/search/highlight';
import type { Found } from '../../utils/search/search';
import type { Entry, TextSearch } from '../../utils/storage/search-index';

/** Said by the page to the worker that searches. Ids rise with every search. */
export type ToSearch =
  | { readonly type: 'search'; readonly id: number; readonly search: TextSearch }
  /** The entries from one place of a search's order to another (exclusive). */
  | { readonly type: 'entries'; readonly id: number; readonly from: number; readonly to: number }
  /** The ids of all that a search found, in its order. */
  | { readonly type: 'ids'; readonly id: number }
  /** What a search found, by two groups of facets at once. */
  | { readonly type: 'cross'; readonly id: number; readonly rows: string; readonly columns: string };

/** How many entries there are, found or not. */
export type Kept = Readonly<Record<EntryTable, number>>;

/** Said by the worker to the page. */
export type FromSearch =
  /** Something else may be found now; so many entries are not in the index yet, and those that are, by table. */
  | { readonly type: 'changed'; readonly waiting: number; readonly kept: Kept }
  | {
      readonly type: 'found';
      readonly id: number;
      readonly total: number;
      readonly facets: Found['facets'];
      readonly wanted: readonly (readonly Wanted[])[];
    }
  | { readonly type: 'entries'; readonly id: number; readonly from: number; readonly entries: readonly Entry[] }
  | { readonly type: 'ids'; readonly id: number; readonly ids: readonly string[] }
  | {
      readonly type: 'cross';
      readonly id: number;
      readonly rows: string;
      readonly columns: string;
      readonly counts: readonly CrossCount[];
    }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'superseded' };
