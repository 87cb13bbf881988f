import { identifiersInText } from '../model/canonical';
import type { Found } from '../model/snapshot';
import type { Detector } from './detector';
import { toReference } from './to-reference';

/** What stands for a work or note by its markup alone, without being a link. */
export const signs: Detector = (page) =>
  page.blocks.flatMap((block, index) =>
    block.links.flatMap(({ sign, start, end }, link): Found[] => {
      if (!sign || block.place === 'navigation') return [];
      const { kind, notes } = sign;
      return notes.map(({ id, text }): Found => {
        const target = id && !text ? page.target(id) : undefined;
        const reference = target
          ? toReference(target, page)
          : { ...(id && { id }), text, identifiers: identifiersInText(text).map(({ identifier }) => identifier) };
        return { kind, block: index, start, end, link, identifiers: [], reference, confidence: 0.85 };
      });
    }),
  );
