import { describe, expect, it } from 'vitest';
import { sampleItem } from '../../tests/formats/samples';
import type { ReadingItem } from '../model/reading-item';
import type { CslItem, CslName } from '../model/work';
import { bibtexName } from './bib-values';
import { bibtex } from './bibtex';
import { writeWhole } from './format';
import { readBibtex } from './read-bibtex';

const written = (...items: ReadingItem[]): string =>
  writeWhole(bibtex, { items, passages: [] }, { generatedAt: new Date(0) });

/** The fields of the only entry of a file, as they stand between `= ` and the comma at the end of the line. */
const fields = (csl: Partial<CslItem>, more: Parameters<typeof sampleItem>[1] = {}): Record<string, string> =>
  Object.fromEntries(
    [...written(sampleItem(csl, more)).matchAll(/^ {2}(\w+) = (.*),$/gm)].map(([, name, value]) => [name, value]),
  );

describe('a BibTeX name', () => {
  it.each<[string, CslName, string]>([
    ['has the family name first', { family: 'Müller', given: 'Jürgen' }, 'Müller, Jürgen'],
    [
      'has its particle outside',
      { family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'de' },
      'de Gaulle, Charles',
    ],
    [
      'has a dropping particle outside too',
      { family: 'Beethoven', given: 'L.', 'dropping-particle': 'van' },
      'van Beethoven, L.',
    ],
    ['has its suffix between', { family: 'King', given: 'Martin', suffix: 'Jr.' }, 'King, Jr., Martin'],
    ['keeps a family name of several words together', { family: 'Van Der Berg', given: 'A' }, '{Van Der Berg}, A'],
    [
      'does not take a lower-case family name for a particle',
      { family: 'al-Khwārizmī', given: 'M.' },
      '{al-Khwārizmī}, M.',
    ],
    ['is not divided at "and" when it is a group', { literal: 'Barnes and Noble, Inc.' }, '{Barnes and Noble, Inc.}'],
    ['is not divided at "and" within a given name', { family: 'Smith', given: 'J. and K.' }, 'Smith, {J. and K.}'],
    [
      'has no more commas than biber takes',
      { family: 'Smith', given: 'John', suffix: 'Ph.D., M.D.' },
      'Smith, {Ph.D. M.D.}, John',
    ],
    ['keeps all commas of a group', { literal: 'Food, Farms, Fish, and Forests' }, '{Food, Farms, Fish, and Forests}'],
    ['escapes what LaTeX reads', { literal: 'R&D_Ltd' }, '{R\\&D\\_Ltd}'],
    ['with a suffix alone has empty braces at its end', { family: 'Senior', suffix: 'Sr.' }, 'Senior, Sr., {}'],
    ['of another script stays as it is', { family: '王', given: '小明' }, '王, 小明'],
  ])('%s', (_name, name, expected) => {
    expect(bibtexName(name)).toBe(expected);
  });
});

describe('a BibTeX entry', () => {
  it.each<[string, CslName, string | undefined]>([
    ['that belongs to the family name', { family: 'Gaulle', 'non-dropping-particle': 'de' }, '{useprefix=true}'],
    ['that follows the given name', { family: 'Beethoven', 'dropping-particle': 'van' }, '{useprefix=false}'],
    ['of which it has none', { family: 'Doe' }, undefined],
  ])('says of a particle %s which it is, and it comes back as that', (_name, name, expected) => {
    const author = [{ ...name, given: 'Ch.' }, { literal: 'de Facto Group' }];
    expect(fields({ author }).options).toBe(expected);
    expect(readBibtex(written(sampleItem({ author }))).items[0]!.csl.author).toEqual(author);
  });

  it.each([
    ['article-magazine', 'magazine'],
    ['post-weblog', 'blog'],
    ['article', 'preprint'],
    ['map', 'map'],
    ['article-journal', undefined],
    ['never-heard-of', undefined],
  ])('for %s says what its type does not: %s', (type, subtype) => {
    expect(fields({ type }).entrysubtype).toBe(subtype && `{${subtype}}`);
  });

  it.each([
    ['braces that balance', 'https://x.example/{a}?b=%7Bc%7D', 'https://x.example/{a}?b=%7Bc%7D'],
    ['a brace without its partner', 'https://x.example/a}', 'https://x.example/a%7D'],
    ['a backslash', 'https://x.example/a\\b', 'https://x.example/a%5Cb'],
  ])('keeps an address with %s', (_name, URL, expected) => {
    expect(fields({ URL }).url).toBe(`{${expected}}`);
  });

  it.each([
    ['=HYPERLINK("http://x.example","y")', "{={HYPERLINK}(``http://x.example'',``y'')}"],
    ['On `code` and <b>', '{On $`$code$`$ and $<$b$>$}'],
  ])('never lets a brace cross what readers take for a quotation: %s', (title, expected) => {
    expect(fields({ title }).title).toBe(expected);
  });

  it.each([
    ['article-journal', 'article'],
    ['book', 'book'],
    ['chapter', 'incollection'],
    ['paper-conference', 'inproceedings'],
    ['report', 'techreport'],
    ['thesis', 'phdthesis'],
    ['dataset', 'dataset'],
    ['webpage', 'online'],
    ['legal_case', 'jurisdiction'],
    ['motion_picture', 'movie'],
    ['never-heard-of', 'misc'],
  ])('for %s is %s', (type, entry) => {
    expect(written(sampleItem({ type }))).toMatch(new RegExp(`^@${entry}\\{anonndplain,\\n`));
  });

  it('gives year, month by its macro, and the full date', () => {
    const { year, month, date } = fields({ issued: { 'date-parts': [[2019, 5, 7]] } });
    expect({ year, month, date }).toEqual({ year: '{2019}', month: 'may', date: '{2019-05-07}' });
  });

  it('gives both ends of a range', () => {
    expect(
      fields({
        issued: {
          'date-parts': [
            [2019, 12],
            [2020, 2],
          ],
        },
      }).date,
    ).toBe('{2019-12/2020-02}');
  });

  it.each([
    ['131-137', '{131--137}'],
    ['131–137', '{131--137}'],
    ['e12345', '{e12345}'],
    ['S12 — S34', '{S12--S34}'],
  ])('gives the pages %s as %s', (page, expected) => {
    expect(fields({ page }).pages).toBe(expected);
  });

  it.each([
    ['DNA and mRNA in the lab', '{DNA and {mRNA} in the lab}'],
    ['Effects of iPhone-era McDonald research', '{Effects of {iPhone}-era {McDonald} research}'],
    ['“Quoted” title of Łódź', '{“Quoted” title of {Łódź}}'],
    ['Care (SIPS): a trial', '{Care ({SIPS}): a trial}'],
    ['Adults in the U.S. today', '{Adults in the {U.S}. today}'],
    ['Sleep: A review', '{Sleep: {A} review}'],
    ['BMI in adults', '{{BMI} in adults}'],
  ])('protects the capitals of %s', (title, expected) => {
    expect(fields({ title }).title).toBe(expected.replace('{DNA and', '{{DNA} and'));
  });

  it('marks up its title as LaTeX does', () => {
    const title = ['Of H', { mark: 'sub', children: ['2'] }, 'O in ', { mark: 'em', children: ['E. coli'] }] as const;
    expect(fields({}, { work: { title } }).title).toBe('{Of {H}\\textsubscript{2}{O} in \\emph{{E}. coli}}');
  });

  it('escapes everything LaTeX reads, and nothing else', () => {
    expect(fields({ note: '50% of R&D_x #1 $5 ~ ^ \\ {b} é' }).note).toBe(
      '{50\\% of R\\&D\\_x \\#1 \\$5 {\\textasciitilde} {\\textasciicircum} {\\textbackslash} \\{b\\} é}',
    );
  });

  it('names braces that have no partner', () => {
    expect(fields({ note: 'One } here' }).note).toBe('{One {\\textbraceright} here}');
  });

  it('leaves addresses as they are, apart from what would end the field', () => {
    const { doi, url } = fields({ DOI: '10.1002/(SICI)1097<693::AID>3.0_x', URL: 'https://x.example/a_b?c=%7B}&d#e' });
    expect({ doi, url }).toEqual({
      doi: '{10.1002/(SICI)1097<693::AID>3.0_x}',
      url: '{https://x.example/a_b?c=%7B%7D&d#e}',
    });
  });

  it('does not repeat its DOI as an address', () => {
    expect(fields({ DOI: '10.5555/a', URL: 'https://doi.org/10.5555/a' })).not.toHaveProperty('url');
    expect(fields({ DOI: '10.5555/a', URL: 'https://x.example/' })).toHaveProperty('url');
  });

  it('carries identifiers, remark, tags and abstract', () => {
    const item = fields(
      { PMID: '123', PMCID: 'PMC9', abstract: 'Two\nlines' },
      { remark: 'Mine & yours', tags: ['one', 'two, three'] },
    );
    expect(item).toMatchObject({
      pmid: '{123}',
      pmcid: '{PMC9}',
      abstract: '{Two lines}',
      annote: '{Mine \\& yours}',
      keywords: '{one, two three}',
    });
  });
});
