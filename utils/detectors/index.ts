import type { Detector } from './detector';
import { entryLinks } from './entry-links';
import { identifierLinks } from './identifier-links';
import { numberLinks } from './number-links';
import { textIdentifiers } from './text-identifiers';

/** Every detector, in order of preference: where two find the same words, the one listed first is believed. */
export const DETECTORS: readonly Detector[] = [entryLinks, identifierLinks, numberLinks, textIdentifiers];
