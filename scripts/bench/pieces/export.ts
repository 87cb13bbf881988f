// node export.mjs EXPECTED.json DIR: writes the works and passages of EXPECTED.json in every format to DIR.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS, writeWhole } from '../../../utils/formats';
import type { CslItem } from '../../../utils/model/work';
import { type GivenPassage, givenItem, givenPassage } from './export-library';

/** File by format, under the names that scorers expect. */
const FILES: Readonly<Record<string, string>> = {
  bibtex: 'refs.bib',
  biblatex: 'refs.biblatex.bib',
  ris: 'refs.ris',
  'csl-json': 'refs.json',
  markdown: 'list.md',
  html: 'list.html',
  csv: 'list.csv',
  text: 'list.txt',
  readwise: 'readwise.csv',
  'web-annotation': 'annotations.jsonld',
  hypothesis: 'hypothesis.json',
};

const [expected = '', folder = '.'] = process.argv.slice(2);
const given = JSON.parse(readFileSync(expected, 'utf8')) as { works: CslItem[]; passages?: GivenPassage[] };
const taken = {
  items: given.works.map(givenItem),
  passages: (given.passages ?? []).map((passage) => givenPassage(passage, given.works)),
};
for (const format of FORMATS)
  writeFileSync(
    join(folder, FILES[format.id] ?? `${format.id}.${format.extension}`),
    writeWhole(format, taken, { generatedAt: new Date() }),
  );
