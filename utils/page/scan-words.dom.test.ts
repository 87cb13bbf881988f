import { describe, expect, it } from 'vitest';
import { identifierFromUrl } from '../model/canonical';
import { plainDigits, readNodes } from './scan-words';

const entry = (html: string): Element => {
  document.body.innerHTML = `<ol><li>${html}</li></ol>`;
  return document.querySelector('li')!;
};
const named = (title: string) => {
  const { hrefs } = readNodes([entry(`Tarn A. Lamps.<span class="Z3988" title="${title}"></span>`)]);
  return hrefs.map((href) => identifierFromUrl(href));
};

describe('the ContextObject of an entry names its work', () => {
  it.each([
    ['a DOI', 'rft_id=info%3Adoi%2F10.5555%2Fa%281%29&amp;rft.date=2012', { scheme: 'doi', value: '10.5555/a(1)' }],
    ['a PMID', 'ctx_ver=Z39.88-2004&amp;rft_id=info%3Apmid%2F123456', { scheme: 'pmid', value: '123456' }],
    ['an ISBN', 'rft.btitle=Tides&amp;rft.isbn=978-0-306-40615-7', { scheme: 'isbn', value: '9780306406157' }],
    ['nothing', 'rft.btitle=Tides', undefined],
  ])('%s', (_name, title, identifier) => expect(named(title)).toEqual([identifier]));

  it('whose words are not its own', () =>
    expect(readNodes([entry('Tarn A. Lamps.<span class="Z3988" title="rft.date=2012"></span>')]).text).toBe(
      'Tarn A. Lamps.',
    ));
});

it.each([
  ['[٠١٢٣٤٥٦٧٨٩]', '[0123456789]'],
  ['[۰۱۲۳۴۵۶۷۸۹]', '[0123456789]'],
  ['०१२३४५६७८९, ০১২৩৪৫৬৭৮৯', '0123456789, 0123456789'],
  ['m², ⅓, Ⅻ', 'm², ⅓, Ⅻ'],
])('digits of other scripts are read as ours: %s', (text, plain) => expect(plainDigits(text)).toBe(plain));
