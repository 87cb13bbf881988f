import { identifierFromUrl } from '../model/canonical';
import { sameIdentifier } from '../model/identifier';
import type { Found, PageSnapshot } from '../model/snapshot';
import type { Detector } from './detector';
import { exampleOf } from './examples';

/** Links whose address names a work in one of the schemes we know. */
export const identifierLinks: Detector = {
  id: 'identifier-links',
  label: 'Links to DOI, PubMed, arXiv and the like',
  examples: [
    exampleOf('a resolver', 'See {this|https://doi.org/10.5555/Abc} study.', [
      'identifier-link «this» doi:10.5555/abc',
    ]),
    exampleOf('a publisher’s address', '{A title|https://publisher.example/doi/full/10.5555/abc}', [
      'identifier-link «A title» doi:10.5555/abc',
    ]),
    exampleOf('an ordinary link', '{A title|https://example.org/10.5}', []),
    exampleOf('the page’s own', '{doi|https://doi.org/10.5555/self}', []),
    exampleOf('sharing', '{Tweet|https://twitter.com/share?url=https://doi.org/10.5555/abc}', []),
  ],
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
