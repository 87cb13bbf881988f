import { authorYear } from './author-year';
import type { Detector } from './detector';
import { entryLinks } from './entry-links';
import { glossaryLinks } from './glossary-links';
import { identifierLinks } from './identifier-links';
import { numberLinks } from './number-links';
import { numericMarkers } from './numeric-markers';
import { signs } from './signs';
import { textIdentifiers } from './text-identifiers';

/** Every detector, in order of preference: where two find the same words, the one listed first is believed. */
export const DETECTORS: readonly Detector[] = [
  entryLinks,
  glossaryLinks,
  signs,
  authorYear,
  identifierLinks,
  numberLinks,
  numericMarkers,
  textIdentifiers,
];
