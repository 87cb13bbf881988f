import { bibtex } from './bibtex';
import { cslJson } from './csl-json';
import type { Format } from './format';
import { markdown } from './markdown';
import { ris } from './ris';

export type { Format, Taken, WriteOptions } from './format';

/** Every format, in the order in which readers are offered them. */
export const FORMATS: readonly Format[] = [bibtex, ris, cslJson, markdown];
