import type { Wanted } from '../../components/library/export-wish';
import type { PageLanguage } from '../../utils/formats/page-words';
import type { Scope } from '../../utils/formats/scope';
import type { Failure } from '../../utils/model/failure';

/** What the reader wants written, as it goes to the worker that writes. */
export interface Wish extends Omit<Wanted, 'part' | 'format'> {
  readonly scope: Scope;
  /** Id of a format. */
  readonly format: string;
  /** What a topic page says. */
  readonly page: PageLanguage;
}

/** A page on which passages were saved. */
export interface PageWithPassages {
  readonly url: string;
  readonly title: string;
}

/** What the worker is asked; `id` is given back with each answer. */
export type ToWriting =
  /** The tags and pages that the library has. */
  | { readonly type: 'parts'; readonly id: number }
  /** The beginning of a file, so many characters. */
  | { readonly type: 'preview'; readonly id: number; readonly wish: Wish; readonly most: number }
  | { readonly type: 'file'; readonly id: number; readonly wish: Wish }
  /** What Zotero is given. */
  | { readonly type: 'records'; readonly id: number; readonly wish: Wish }
  /** Nobody wants the answer to that question any more. */
  | { readonly type: 'cancel'; readonly id: number };

/** What the worker answers. */
export type FromWriting =
  | {
      readonly type: 'parts';
      readonly id: number;
      readonly tags: readonly string[];
      readonly pages: readonly PageWithPassages[];
    }
  | { readonly type: 'preview'; readonly id: number; readonly text: string }
  /** So many characters or bytes of the file are written. */
  | { readonly type: 'progress'; readonly id: number; readonly length: number }
  | { readonly type: 'file'; readonly id: number; readonly name: string; readonly blob: Blob }
  | { readonly type: 'records'; readonly id: number; readonly records: string; readonly works: number }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure };
