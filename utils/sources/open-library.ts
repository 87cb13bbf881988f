import { success } from '../model/failure';
import { plainText } from '../model/rich-text';
import type { Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { webAddress } from '../works/free-copies';
import { nameFromText } from '../works/names';
import { readObject } from './answer';
import { printedDate } from './printed-date';
import { idFrom, readEach, workFrom } from './record';
import { firstText, list, type Shape, shape, text } from './shape';
import type { Answer, Source } from './source';

/** Open Library: books by their ISBN. */
export const openLibrary: Source = {
  id: 'open-library',
  label: 'Open Library',
  docs: 'https://openlibrary.org/dev/docs/api/books',
  origins: ['https://openlibrary.org'],
  limit: { requestsPerSecond: 1, concurrent: 1, stated: 'https://openlibrary.org/developers/api' },
  answers: ['isbn'],
  // Editions alone name their authors only by keys; this form of the answer has the names in it.
  request({ identifier }) {
    const key = encodeURIComponent(`ISBN:${identifier.value}`).replace('%3A', ':');
    return {
      url: `https://openlibrary.org/api/books?bibkeys=${key}&format=json&jscmd=data`,
      accept: 'application/json',
    };
  },
  parse(answer) {
    const works = readAll(answer);
    return works.ok ? success(works.value[0]) : works;
  },
  parseList: readAll,
};

/** Names under which records stand in an answer. */
const KEY = /^(?:ISBN|OLID|LCCN|OCLC):/;

/** Records under `ISBN:…` keys, the hits of a search, or one edition by itself. */
function readAll(answer: Answer) {
  const read = readObject('open-library', 'Open Library', answer, (body) => {
    // An empty object is its word for a book that it does not have.
    if (Object.keys(body).every((name) => KEY.test(name))) return true;
    const isGone = body.error === 'notfound' || shape(body.type).key === '/type/delete';
    return isGone || list(body.items).length > 0 || Array.isArray(body.docs) || text(body.title) !== '';
  });
  if (!read.ok) return read;
  const body = read.value ?? {};
  const keyed = Object.entries(body).filter(([key]) => KEY.test(key));
  const items = keyed.length
    ? // One form of the answer has the record one step further in.
      keyed.map(([key, item]) => ({ asked: key.replace(/^ISBN:/, ''), ...shape(item), ...shape(shape(item).details) }))
    : 'docs' in body
      ? body.docs
      : 'items' in body
        ? body.items
        : [body];
  return success(readEach(items, readBook));
}

function readBook(item: Shape): Work | undefined {
  const main = cleanText(text(item.title));
  if (!main) return undefined;
  const subtitle = cleanText(text(item.subtitle));
  const title = cleanInline(subtitle && !main.includes(subtitle) ? `${main}: ${subtitle}` : main);
  const ids = shape(item.identifiers);
  const isbns = [item.isbn_13, ids.isbn_13, item.isbn_10, ids.isbn_10, item.isbn, item.asked].flatMap((value) =>
    list(value),
  );
  const isbn = isbns.map((value) => idFrom('isbn', text(value))).find((id) => id !== undefined);
  const names = [...list(item.authors), ...list(item.author_name)].map((value) => firstText(shape(value).name, value));
  const description = firstText(item.description, shape(item.description).value, item.excerpt);
  const page =
    webAddress(item.url) ??
    (text(item.key).startsWith('/') ? webAddress(`https://openlibrary.org${text(item.key)}`) : undefined);
  const nameOf = (value: unknown) => cleanText(firstText(shape(value).name, value));
  return workFrom('open-library', {
    type: 'book',
    kind: 'book',
    title: plainText(title) ? title : [],
    ids: [isbn],
    authors: names.some(Boolean) ? names.map(nameFromText) : namesIn(text(item.by_statement)),
    editors: list(item.contributors)
      .map(shape)
      .filter(({ role }) => /^editor/i.test(text(role)))
      .map(({ name }) => nameFromText(text(name))),
    issued:
      printedDate(text(item.publish_date)) ??
      printedDate(firstText(item.first_publish_year, item.first_publish_date, item.copyright_date)),
    csl: {
      publisher: nameOf([...list(item.publishers), ...list(item.publisher)][0]),
      'publisher-place': nameOf([...list(item.publish_places), ...list(item.publish_place)][0]),
      edition: cleanText(text(item.edition_name)),
      ISBN: isbn?.value ?? '',
      URL: page ?? '',
    },
    abstract: cleanAbstract(description),
  });
}

/** The authors in a title page's words, "by Ada Tarn and Bo Reed ; edited by …"; none where these are no plain names. */
function namesIn(statement: string) {
  const names = statement
    .split(';')[0]!
    .replace(/^(?:written )?by /i, '')
    .replace(/[\s.]+$/, '')
    .split(/,\s+|\s+(?:and|&)\s+/);
  const isPlain = names.every((name) => /^\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){1,3}$/u.test(name));
  return isPlain ? names.map(nameFromText) : [];
}
