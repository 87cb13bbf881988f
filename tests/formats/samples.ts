import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import type { CslItem, Work } from '../../utils/model/work';

/** An item of the reading list that has only what is given, and a plain record otherwise. */
export function sampleItem(
  csl: Partial<CslItem> = {},
  more: Partial<Omit<ReadingItem, 'work'>> & { readonly work?: Partial<Work> } = {},
): ReadingItem {
  const { work, ...rest } = more;
  return {
    id: 'item-1',
    status: 'to-read',
    remark: '',
    tags: [],
    encounters: [],
    added: 1,
    modified: 1,
    ...rest,
    work: {
      csl: { id: 'w1', type: 'article-journal', title: 'A plain title', ...csl },
      ids: [],
      kind: 'study',
      abstract: [],
      notices: [],
      freeCopies: [],
      provenance: {},
      ...work,
    },
  };
}

/** A saved passage with this quote, on an invented page. */
export function samplePassage(exact: string, more: Partial<Passage> = {}): Passage {
  return {
    id: 'passage-1',
    page: { url: 'https://page.example/article', title: 'An article', keys: [] },
    selectors: { quote: { exact, prefix: '', suffix: '' } },
    colour: 'yellow',
    remark: '',
    tags: [],
    created: 1,
    modified: 1,
    ...more,
  };
}

/** What services and pages have sent, or could send, as plain text. Every format has to carry each of them whole. */
export const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['an ampersand and a percent sign', 'Profit & loss: 50% of R&D'],
  ['underscores, hashes and dollars', 'An under_scored #tag at $5'],
  ['tildes and carets', 'About ~10 ^ 3'],
  ['backslashes', 'C:\\new\\table, ending in one \\'],
  ['braces that balance', 'On {braces} in {{titles}}'],
  ['braces that do not', 'One } here and { there {'],
  ['an entry of its own', '@article{fake, title={injected}}'],
  ['a record of its own', 'First line\nER  - \nTY  - FAKE\nTI  - injected'],
  ['a script', '</script><script>alert(1)</script>'],
  ['an image that runs code', '<img src=x onerror=alert(1)>'],
  ['line breaks and tabs', 'Two\nlines\r\nand\ta   tab'],
  ['Unicode line separators', 'One\u2028two\u2029three\u0085four'],
  ['right-to-left text', 'دراسة في تاريخ العلوم و־Unicode'],
  ['a right-to-left override', 'Before \u202Eafter'],
  ['emoji of several characters', 'Flags 🇨🇭 and 👩‍🔬'],
  ['combining accents', 'Decomposed e\u0301 and composed é'],
  ['Markdown', '*stars* [link](http://evil.example) `code` # hash | bar'],
  ['mathematics', 'The bound $O(n \\log n)$ for x < y and y > z'],
  ['quotation marks', '“Curly”, \'single\' and "double"'],
];

/** Text as one line with single spaces, as every format may give it back. */
export const asOneLine = (text: string): string => text.replace(/[\s\u0085]+/g, ' ').trim();
