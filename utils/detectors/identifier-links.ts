import { identifierFromUrl } from '../model/canonical';
import { sameIdentifier } from '../model/identifier';
import type { Found, PageSnapshot } from '../model/snapshot';
import type { Detector } from './detector';

/** Links whose address names a work in one of the schemes we know. */
export const identifierLinks: Detector = {
  id: 'identifier-links',
  label: 'Links to DOI, PubMed, arXiv and the like',
  find: (page: PageSnapshot): Found[] =>
    page.blocks.flatMap((block, index) =>
      block.links.flatMap((link, number): Found[] => {
        const identifier = link.href.startsWith('#') ? undefined : identifierFromUrl(link.href);
        if (!identifier || page.own.some((own) => sameIdentifier(own, identifier))) return [];
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
    ),
};
