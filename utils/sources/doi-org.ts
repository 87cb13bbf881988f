import { success } from '../model/failure';
import { plainText } from '../model/rich-text';
import type { Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { webAddress } from '../works/free-copies';
import { kindOf } from '../works/kind';
import { groupName, nameFromParts, nameFromText } from '../works/names';
import { readObject } from './answer';
import { CROSSREF_TYPES } from './crossref-types';
import { isNotice, readUpdates } from './crossref-updates';
import { printedDate } from './printed-date';
import { idFrom, workFrom } from './record';
import { dateParts, firstText, isoDateParts, list, type Shape, shape, text } from './shape';
import type { Source } from './source';
import { withSubtitle } from './title';

/** doi.org: CSL-JSON from whichever agency registered a DOI, also those that have no API of their own. */
export const doiOrg: Source = {
  id: 'doi-org',
  label: 'doi.org',
  docs: 'https://citation.doi.org/docs.html',
  // The resolver passes the question on to the agency that knows the name.
  origins: [
    'https://doi.org',
    'https://api.crossref.org',
    'https://data.crosscite.org',
    'https://api.datacite.org',
    'https://data.medra.org',
    'https://ra.publications.europa.eu',
  ],
  limit: { requestsPerSecond: 1, concurrent: 1, stated: 'None is published; this is our own restraint.' },
  answers: ['doi'],
  isOptional: true,
  fills: 'record',
  request({ identifier }) {
    const path = identifier.value.split('/').map(encodeURIComponent).join('/');
    return { url: `https://doi.org/${path}`, accept: 'application/vnd.citationstyles.csl+json' };
  },
  parse(answer) {
    const item = readObject('doi-org', 'doi.org', answer, (body) =>
      ['DOI', 'title', 'author', 'publisher'].some(
        (name) => firstText(...list(only(body)[name])) || shape(list(only(body)[name])[0]).family,
      ),
    );
    return item.ok ? success(item.value && readItem(only(item.value))) : item;
  },
};

/** Some agencies send a list of one. */
const only = (body: Shape): Shape => (body.items ? shape(list(body.items)[0]) : body);

/** CSL types that services give under their own names: everything else that has a dash or is one word of CSL stays. */
const CSL_TYPE =
  /^(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|dataset|document|entry(?:-dictionary|-encyclopedia)?|figure|graphic|interview|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|personal_communication|post(?:-weblog)?|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)$/;

const PREPRINTS = /\b\w*rxiv\b|preprint|\bssrn\b|research square|\bosf\b/i;

/** Dates of publication, the best first; `created` is that of the record. */
const ISSUED = ['issued', 'published', 'published-print', 'published-online', 'posted', 'approved'];

function readItem(item: Shape): Work | undefined {
  const raw = text(item.type);
  const type = CROSSREF_TYPES[raw] ?? (CSL_TYPE.test(raw) ? raw : 'document');
  // Japan's agency gives titles with their language.
  const main = firstText(
    ...[...list(item.title), ...list(item['original-title'])].map((each) => shape(each).title ?? each),
  );
  const title = cleanInline(withSubtitle(main, firstText(...list(item.subtitle))));
  const container = cleanText(firstText(...list(item['container-title'])));
  const doi = idFrom('doi', firstText(item.DOI, item.id));
  return workFrom('doi-org', {
    type,
    // DataCite's word for whatever has no type of its own is that of preprints.
    kind:
      isNotice(item) || (raw === 'article' && !PREPRINTS.test(`${text(item.publisher)} ${container}`))
        ? 'document'
        : kindOf({ type, title: plainText(title), container }),
    title,
    ids: [doi, idFrom('arxiv', /^10\.48550\/arxiv\.(.+)$/.exec(doi?.value ?? '')?.[1] ?? '')],
    authors: list(item.author).map(nameOf),
    editors: list(item.editor).map(nameOf),
    issued: ISSUED.map((name) => dateOf(item[name])).find(Boolean),
    csl: {
      'container-title': container,
      'container-title-short': cleanText(firstText(...list(item['container-title-short']))),
      volume: text(item.volume),
      issue: text(item.issue),
      page: firstText(item.page, item['article-number']),
      publisher: cleanText(text(item.publisher)),
      'publisher-place': cleanText(firstText(item['publisher-place'], item['publisher-location'])),
      language: text(item.language),
      version: text(item.version),
      ISSN: firstText(...list(item.ISSN)),
      ISBN: firstText(...list(item.ISBN)).replace(/^https?:\/\/id\.crossref\.org\/isbn\//, ''),
      URL: webAddress(item.URL) ?? '',
    },
    abstract: cleanAbstract(text(item.abstract)),
    // Crossref's records come this way whole.
    ignoresTitle: isNotice(item),
    notices: readUpdates(item, plainText(title), 'doi-org'),
  });
}

function nameOf(value: unknown) {
  if (typeof value === 'string') return nameFromText(value);
  const name = shape(value);
  const group = firstText(name.literal, name.name);
  if (group) return name.literal ? nameFromText(group) : groupName(group);
  return nameFromParts(
    [text(name['non-dropping-particle']), text(name.family)].filter(Boolean).join(' '),
    [text(name.given), text(name['dropping-particle'])].filter(Boolean).join(' '),
    text(name.suffix),
  );
}

/** A CSL date: parts as numbers or digits, or a string. */
function dateOf(value: unknown): number[] | undefined {
  const date = shape(value);
  const [first] = list(date['date-parts']);
  const words = firstText(value, date.raw, date.literal);
  return (
    dateParts(Array.isArray(first) ? first : list(date['date-parts'])) ?? isoDateParts(words) ?? printedDate(words)
  );
}
