import { type Result, success } from '../model/failure';
import { plainText } from '../model/rich-text';
import type { Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { kindOf } from '../works/kind';
import { nameFromParts, nameFromText } from '../works/names';
import { readObject } from './answer';
import { CROSSREF_TYPES } from './crossref-types';
import { oaCopies } from './oa-copies';
import { idFrom, readEach, workFrom } from './record';
import { dateParts, isoDateParts, list, type Shape, shape, text } from './shape';
import type { Answer, Source } from './source';

/** Unpaywall: where a work can be read without paying. It answers only requests that carry the reader's own address. */
export const unpaywall: Source = {
  id: 'unpaywall',
  label: 'Unpaywall',
  docs: 'https://unpaywall.org/products/api',
  origins: ['https://api.unpaywall.org'],
  limit: {
    requestsPerSecond: 1,
    concurrent: 1,
    stated: 'https://unpaywall.org/products/api allows 100,000 a day.',
  },
  answers: ['doi'],
  isOptional: true,
  needsEmail: true,
  fills: 'freeCopies',
  request({ identifier }, { contactEmail }) {
    const email = contactEmail ? `?email=${encodeURIComponent(contactEmail)}` : '';
    return {
      url: `https://api.unpaywall.org/v2/${encodeURIComponent(identifier.value)}${email}`,
      accept: 'application/json',
    };
  },
  parse(answer) {
    const body = read(answer);
    return body.ok ? success(body.value && readRecord(body.value)) : body;
  },
  parseList(answer) {
    const body = read(answer);
    if (!body.ok) return body;
    return success(readEach(body.value?.results, (item) => readRecord(shape(item.response))));
  },
};

const read = (answer: Answer): Result<Shape | undefined> =>
  readObject('unpaywall', 'Unpaywall', answer, (body) => text(body.doi) !== '' || Array.isArray(body.results));

function readRecord(item: Shape): Work | undefined {
  const type = CROSSREF_TYPES[text(item.genre)] ?? 'document';
  const title = cleanInline(text(item.title));
  const container = cleanText(text(item.journal_name));
  return workFrom('unpaywall', {
    type,
    kind: kindOf({ type, title: plainText(title), container }),
    title,
    ids: [idFrom('doi', text(item.doi))],
    authors: list(item.z_authors).map((value) => {
      const author = shape(value);
      const family = text(author.family);
      return family
        ? nameFromParts(family, text(author.given))
        : nameFromText(text(author.raw_author_name) || text(author.name));
    }),
    issued: isoDateParts(item.published_date) ?? dateParts([item.year]),
    csl: {
      'container-title': container,
      publisher: cleanText(text(item.publisher)),
      ISSN: text(item.journal_issn_l),
    },
    freeCopies: [item.best_oa_location, ...list(item.oa_locations)].map(shape).flatMap(
      // A lone `url` repeats the file or the page.
      (place) =>
        oaCopies(place, place.url_for_landing_page ?? (place.url_for_pdf ? undefined : place.url), place.url_for_pdf),
    ),
  });
}
