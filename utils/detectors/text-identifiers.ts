import { canonicalIdentifier, identifiersInText } from '../model/canonical';
import type { Found } from '../model/snapshot';
import type { Detector } from './detector';
import { isOwn } from './own-work';

/** Identifiers printed in running text. */
export const textIdentifiers: Detector = (page) =>
  page.blocks.flatMap((block, index) =>
    (block.isPartial ? [] : identifiersInText(block.text)).flatMap(({ identifier, start, end }): Found[] => {
      let named = identifier;
      let last = end;
      if (identifier.scheme === 'doi') {
        // A DOI goes on through formatting, but not through the edge of a link, a line break or a superscript.
        const begin = block.text.indexOf('10.', start);
        const seam = block.seams.find((offset) => offset > begin && offset < end);
        if (seam !== undefined) {
          const cut = canonicalIdentifier('doi', block.text.slice(begin, seam));
          if (!cut) return [];
          named = cut;
          last = seam;
        }
      }
      if (isOwn(page, named)) return [];
      return [{ kind: 'bare-identifier', block: index, start, end: last, identifiers: [named], confidence: 0.9 }];
    }),
  );
