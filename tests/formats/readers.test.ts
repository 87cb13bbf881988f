import { spawnSync } from 'node:child_process';
import { parse } from 'biblatex-csl-converter';
import { describe, expect, it } from 'vitest';
import { FORMATS, writeWhole } from '../../utils/formats';
import type { ReadingItem } from '../../utils/model/reading-item';
import { asOneLine, HOSTILE, sampleItem } from './samples';

/** Other people's programs read what we write: the library always, pandoc and bibutils where the machine has them. */
const file = (id: string, items: readonly ReadingItem[]): string =>
  writeWhole(FORMATS.find((format) => format.id === id)!, { items, passages: [] }, { generatedAt: new Date(0) });

const item = (text: string, id: string): ReadingItem =>
  sampleItem(
    {
      title: `Begin ${text}`,
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Barnes and Noble, Inc.' }],
      issued: { 'date-parts': [[2019, 5, 17]] },
      DOI: `10.5555/${id}`,
      'container-title': 'Journal of Tests',
      abstract: text,
    },
    { id, remark: text },
  );
const ALL = HOSTILE.map(([, text], i) => item(text, `item-${i}`));

/** Marks of case and quotation that readers add or turn round, and braces, which BibTeX cannot always give back. */
const bare = (text: string): string =>
  asOneLine(text.replace(/<\/?span[^>]*>/g, '').replace(/[“”‘’'"`{}]/g, '')).normalize('NFC');

const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
function output(program: string, args: readonly string[], input: string): string {
  const { stdout, stderr, status } = spawnSync(program, args, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

describe('biblatex-csl-converter', () => {
  it('reads every entry without an error', () => {
    const { entries, errors } = parse(file('bibtex', ALL));
    expect(errors).toEqual([]);
    expect(Object.values(entries).map((entry) => entry.fields.doi)).toEqual(ALL.map((one) => one.work.csl.DOI));
  });

  // It knows no command for a caret.
  it.each(HOSTILE.filter(([, text]) => !text.includes('^')))('reads %s whole', (_name, text) => {
    const [entry] = Object.values(parse(file('bibtex', [item(text, 'item')])).entries);
    const title = entry!.fields.title as readonly { readonly text: string }[];
    expect(bare(title.map((node) => node.text).join(''))).toBe(bare(`Begin ${text}`));
  });

  it('keeps people and groups apart', () => {
    const [entry] = Object.values(parse(file('bibtex', ALL.slice(0, 1))).entries);
    expect(entry!.fields.author).toEqual([
      { family: [{ type: 'text', text: 'Doe' }], given: [{ type: 'text', text: 'Jane' }] },
      { literal: [{ type: 'text', text: 'Barnes and Noble, Inc.' }] },
    ]);
  });
});

// A parser from npm reads every file above; programs of the system's own read them as well where somebody has them.
describe.skipIf(!has('pandoc', '--version'))('pandoc', () => {
  it.each([
    ['bibtex', 'bibtex'],
    ['biblatex', 'bibtex'],
    ['csljson', 'csl-json'],
  ])('reads every work as %s', (reader, id) => {
    const works = JSON.parse(output('pandoc', ['-f', reader, '-t', 'csljson'], file(id, ALL)));
    expect(works.map((work: { title: string }) => bare(work.title))).toEqual(
      ALL.map((one) => bare(one.work.csl.title!)),
    );
    expect(works.map((work: { author: unknown }) => work.author)).toEqual(ALL.map((one) => one.work.csl.author));
    expect(works.map((work: { issued: unknown }) => work.issued)).toEqual(ALL.map((one) => one.work.csl.issued));
  });

  it('finds nothing alive in the Markdown', () => {
    const html = output('pandoc', ['-f', 'commonmark', '-t', 'html'], file('markdown', ALL));
    expect(html.match(/<(?!\/?(h1|h2|p|ul|li|strong|a|br)\b)[a-z/]/gi)).toBeNull();
    expect(html.match(/href="(?!https:\/\/doi\.org\/10\.5555\/item-)/g)).toBeNull();
  });
});

// As above: only where somebody has it.
describe.skipIf(!has('ris2xml', '--version'))('bibutils', () => {
  it('reads every record of the RIS file, and no more', () => {
    const xml = output('ris2xml', ['-i', 'utf8'], file('ris', ALL));
    expect(xml.match(/<mods[ >]/g)).toHaveLength(ALL.length);
    expect(xml.match(/10\.5555\/item-\d+/g)).toHaveLength(ALL.length);
  });

  it('reads every entry of the BibTeX file, and no more', () => {
    const xml = output('bib2xml', ['-i', 'utf8'], file('bibtex', ALL));
    expect(xml.match(/<mods[ >]/g)).toHaveLength(ALL.length);
  });
});
