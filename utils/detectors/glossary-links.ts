import type { Found } from '../model/snapshot';
import type { Detector } from './detector';

/** What a place for explanations is called. */
const GLOSSARY = /gloss|abbrev|(?:^|\s)term-|vocabul/;

/** Links from a word to where the page's own glossary explains it. */
export const glossaryLinks: Detector = (page) =>
  page.blocks.flatMap((block, index) =>
    block.links.flatMap((link, number): Found[] => {
      const { href, label, start, end } = link;
      const id = href.slice(1);
      if (block.place !== 'text' || !href.startsWith('#') || !/\p{L}{2}/u.test(label)) return [];
      const target = page.target(id);
      if (!target || target.isSection || !GLOSSARY.test(`${id} ${target.hints} ${target.heading}`.toLowerCase()))
        return [];
      const term = label.trim();
      const isTerm = target.text.slice(0, term.length).toLowerCase() === term.toLowerCase();
      const text = (isTerm ? target.text.slice(term.length) : target.text).replace(/^[\s:.–—-]+/, '');
      if (text.length < 8 || link.isInside) return [];
      const reference = { id, text, identifiers: [] };
      return [
        { kind: 'page-note', block: index, start, end, link: number, identifiers: [], reference, confidence: 0.7 },
      ];
    }),
  );
