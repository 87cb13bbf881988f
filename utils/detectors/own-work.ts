import { type Identifier, sameIdentifier } from '../model/identifier';
import type { PageSnapshot } from '../model/snapshot';

/** How publishers name supplements of a work: its DOI and this. Its figures and tables are cited like works. */
const PART = /^[./](?:s\d{3}|supp-?\d+)\b/;

/** Whether an identifier names the work that the page is, or a supplement of it: in its own furniture it is no citation. */
export const isOwn = ({ own }: PageSnapshot, identifier: Identifier): boolean =>
  own.some(
    (one) =>
      sameIdentifier(one, identifier) ||
      (one.scheme === 'doi' &&
        identifier.scheme === 'doi' &&
        identifier.value.startsWith(one.value) &&
        PART.test(identifier.value.slice(one.value.length))),
  );
