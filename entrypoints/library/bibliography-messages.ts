import type { Bibliography } from '../../utils/formats/bibliography-page';

/** What the worker is given, as `bibliographyOf` takes it. */
export interface BibliographyWish {
  readonly records: string;
  readonly style: string;
  readonly locales: Readonly<Record<string, string>>;
}

/** What comes back. */
export type BibliographyAnswer =
  | { readonly ok: true; readonly bibliography: Bibliography }
  | { readonly ok: false; readonly message: string };
