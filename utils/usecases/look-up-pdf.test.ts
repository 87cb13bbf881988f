import { expect, it } from 'vitest';
import { doi, last, source, titles, world } from '../../tests/look-up-world';
import { pdfPage } from '../../tests/pdf-file';
import { success } from '../model/failure';
import { linkedPage } from '../sources/linked-page';

const URL = 'https://birds.example.org/lamps.pdf';
const OWN = doi('10.5555/gulls.1');

const pdf = (...lines: readonly string[]) => {
  const bytes = pdfPage(lines, '/Title (White lamps and sleeping gulls)');
  return success({ status: 200, contentType: 'application/pdf', body: '%PDF-1.5', bytes, url: URL });
};

it('a linked PDF leads to the work that its first page names', async () => {
  const place = world([source('crossref'), linkedPage], { lookUp: 'on-open', sourcesOn: ['linked-page'] });
  place.reply('birds.example.org/lamps.pdf', pdf('White lamps and sleeping gulls', `doi:${OWN.value}`));
  place.reply('crossref.example/doi/10.5555/gulls.1', 'White lamps and sleeping gulls|doi:10.5555/gulls.1');
  const { updates, end } = place.start({ url: URL });
  await end;
  expect(place.sent).toEqual([URL, 'https://crossref.example/doi/10.5555/gulls.1']);
  expect(titles(updates).at(-1)).toBe('White lamps and sleeping gulls');
  expect(last(updates)).toEqual({ type: 'done', asked: ['CROSSREF', 'The linked page'], failures: [] });
});

it('what that name is registered for is not believed where it is another work than the file says it is', async () => {
  const place = world([source('crossref'), linkedPage], { lookUp: 'on-open', sourcesOn: ['linked-page'] });
  place.reply('birds.example.org/lamps.pdf', pdf('White lamps and sleeping gulls', `doi:${OWN.value}`));
  place.reply('crossref.example/doi/10.5555/gulls.1', 'Diseases of herring|doi:10.5555/gulls.1');
  const { updates, end } = place.start({ url: URL });
  await end;
  expect(titles(updates).at(-1)).toBe('White lamps and sleeping gulls');
});
