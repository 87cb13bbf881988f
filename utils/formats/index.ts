import { biblatex } from './biblatex';
import { bibtex } from './bibtex';
import { cslJson } from './csl-json';
import { csv } from './csv';
import type { Format } from './format';
import { html } from './html';
import { hypothesis } from './hypothesis';
import { markdown } from './markdown';
import { readwise } from './readwise';
import { ris } from './ris';
import { text } from './text';
import { webAnnotation } from './web-annotation';

export { type Format, type Taken, type WriteOptions, writeChunks, writeWhole } from './format';

/** Every format, in the order in which readers are offered them. */
export const FORMATS: readonly Format[] = [
  bibtex,
  biblatex,
  ris,
  cslJson,
  markdown,
  html,
  text,
  csv,
  readwise,
  webAnnotation,
  hypothesis,
];
