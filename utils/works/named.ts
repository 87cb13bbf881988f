import { type Identifier, sameIdentifier } from '../model/identifier';
import { identifiersInText } from '../model/identifier-text';
import type { NamedWork } from '../model/look-up';
import { type Section, sectionText } from '../model/rich-text';

/** Most works that are told of one summary: more would be a list, not a text. */
const MOST = 20;

/**
 * Where a summary names other works, or its own registration, by identifier.
 *
 * @param own - Identifiers of the work itself, which lead nowhere new.
 */
export function namedWorks(abstract: readonly Section[], own: readonly Identifier[]): readonly NamedWork[] {
  return abstract
    .flatMap((section, index) =>
      identifiersInText(sectionText(section)).map(({ identifier, start, end }) => ({
        identifier,
        section: index,
        start,
        end,
      })),
    )
    .filter(({ identifier }) => !own.some((id) => sameIdentifier(id, identifier)))
    .slice(0, MOST);
}
