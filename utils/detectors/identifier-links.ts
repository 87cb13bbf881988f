import type { Found } from '../model/snapshot';
import type { Detector } from './detector';
import { isOwn } from './own-work';

/** Links whose address names a work in one of the schemes we know. */
export const identifierLinks: Detector = (page) =>
  page.blocks.flatMap((block, index) =>
    block.links.flatMap((link, number): Found[] => {
      const { identifier } = link;
      if (!identifier || isOwn(page, identifier)) return [];
      const { start, end } = link;
      return [
        {
          kind: 'identifier-link',
          block: index,
          start,
          end,
          link: number,
          identifiers: [identifier],
          confidence: 0.95,
        },
      ];
    }),
  );
