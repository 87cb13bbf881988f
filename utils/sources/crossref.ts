import { type Result, success } from '../model/failure';
import { plainText } from '../model/rich-text';
import type { FreeCopy, Notice, Work } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { webAddress } from '../works/free-copies';
import { kindOf } from '../works/kind';
import { groupName, nameFromParts, nameFromText } from '../works/names';
import { noticeKind } from '../works/notices';
import { readObject } from './answer';
import { CROSSREF_TYPES } from './crossref-types';
import { isNotice, crossrefDate as parts, readUpdates } from './crossref-updates';
import { filterValues } from './filter-values';
import { idFrom, readEach, relationFrom, workFrom } from './record';
import { count, firstText, isoDate, list, type Shape, shape, text } from './shape';
import type { Answer, Source } from './source';
import { withSubtitle } from './title';

/** Crossref: what publishers register for their DOIs. Abstracts as JATS where the publisher gives them. */
export const crossref: Source = {
  id: 'crossref',
  label: 'Crossref',
  docs: 'https://api.crossref.org/swagger-ui/index.html',
  origins: ['https://api.crossref.org'],
  limit: {
    requestsPerSecond: 5,
    concurrent: 1,
    stated: 'Headers x-rate-limit-limit and x-concurrency-limit of the public pool since 1 December 2025.',
  },
  answers: ['doi'],
  request({ identifier }, { contactEmail }) {
    // Without an address the public pool answers; with the reader's own, the polite one.
    const polite = contactEmail ? `?mailto=${encodeURIComponent(contactEmail)}` : '';
    return {
      url: `https://api.crossref.org/works/${encodeURIComponent(identifier.value)}${polite}`,
      accept: 'application/json',
    };
  },
  search(reference, { contactEmail }) {
    const polite = contactEmail ? `&mailto=${encodeURIComponent(contactEmail)}` : '';
    return {
      url: `https://api.crossref.org/works?query.bibliographic=${encodeURIComponent(reference)}&rows=5${polite}`,
      accept: 'application/json',
    };
  },
  several(ids, { contactEmail }) {
    const polite = contactEmail ? `&mailto=${encodeURIComponent(contactEmail)}` : '';
    const filter = filterValues(ids.map(({ value }) => value))
      .map((value) => `doi:${value}`)
      .join(',');
    return { url: `https://api.crossref.org/works?filter=${filter}&rows=25${polite}`, accept: 'application/json' };
  },
  parse(answer) {
    const message = readMessage(answer);
    return message.ok ? success(message.value && readRecord(message.value)) : message;
  },
  parseList(answer) {
    const message = readMessage(answer);
    if (!message.ok) return message;
    return success(readEach(message.value?.items, readRecord));
  },
};

function readMessage(answer: Answer): Result<Shape | undefined> {
  const body = readObject('crossref', 'Crossref', answer, ({ status, message }) => {
    const { DOI, items } = shape(message);
    return text(DOI) !== '' || Array.isArray(items) || (status === 'ok' && Object.keys(shape(message)).length > 0);
  });
  return body.ok && body.value ? success(shape(body.value.message)) : body;
}

/** Dates of publication, the best first; `created` is that of the record. */
const ISSUED = ['issued', 'published', 'published-print', 'published-online', 'posted', 'approved', 'award-start'];

function readRecord(item: Shape): Work | undefined {
  const type = CROSSREF_TYPES[text(item.type)] ?? 'document';
  // A grant has its title, people and purpose in its first project.
  const project = shape(list(item.project)[0]);
  const main = firstText(
    ...list(item.title),
    ...list(project['project-title']).map((each) => shape(each).title),
    ...list(item['original-title']),
  );
  const title = cleanInline(withSubtitle(main, firstText(...list(item.subtitle))));
  const institution = text(shape(list(item.institution)[0]).name);
  const containers = list(item['container-title']).map(text);
  return workFrom('crossref', {
    type,
    kind: isNotice(item)
      ? 'document'
      : kindOf({ type, title: plainText(title), container: cleanText(containers[0] ?? '') }),
    title,
    ids: [idFrom('doi', text(item.DOI)), ...list(item['alternative-id']).map((id) => arxivOfDoi(text(id)))],
    authors: [...list(item.author), ...list(project['lead-investigator']), ...list(project.investigator)].map(readName),
    editors: list(item.editor).map(readName),
    issued: ISSUED.map((name) => parts(item[name])).find(Boolean),
    csl: {
      'container-title': cleanText(containers[0] ?? ''),
      'container-title-short': cleanText(firstText(...list(item['short-container-title']))),
      volume: text(item.volume),
      issue: text(item.issue),
      page: text(item.page) || text(item['article-number']),
      publisher: cleanText(text(item.publisher) || institution),
      'publisher-place': cleanText(text(item['publisher-location'])),
      edition: text(item['edition-number']),
      language: text(item.language),
      ISSN: firstText(...list(item.ISSN)),
      ISBN: firstText(...list(item.ISBN)).replace(/^https?:\/\/id\.crossref\.org\/isbn\//, ''),
      URL: webAddress(item.URL) ?? '',
    },
    abstract: cleanAbstract(firstText(item.abstract, shape(list(project['project-description'])[0]).description)),
    ignoresTitle: isNotice(item),
    notices: [...readUpdates(item, plainText(title), 'crossref'), ...newerVersions(item)],
    freeCopies: freeCopies(item),
    related: related(item),
    citedBy: count(item['is-referenced-by-count']),
  });
}

const arxivOfDoi = (id: string) => (/^arxiv:/i.test(id) ? idFrom('arxiv', id) : undefined);

function readName(value: unknown) {
  const name = shape(value);
  const group = text(name.name);
  return group
    ? groupName(group)
    : text(name.given)
      ? nameFromParts(text(name.family), text(name.given), text(name.suffix))
      : groupOrFamily(text(name.family));
}

/** A lone family name is often a group, or a whole name that the publisher did not divide. */
const groupOrFamily = (family: string) => (/\s/.test(family) ? nameFromText(family) : nameFromParts(family, ''));

/** What the publisher relates it to; notices about it, and the works that it is itself a notice about; its trial's numbers. */
function related(item: Shape) {
  const doi = (value: unknown) => idFrom('doi', text(value));
  return [
    ...list(item['updated-by'])
      .map(shape)
      .map((update) => {
        const date = parts(update.updated);
        const words = noticeKind(text(update.type)) === 'newer-version' ? 'update in' : 'erratum in';
        return relationFrom('crossref', words, doi(update.DOI), date && isoDate(date));
      }),
    ...list(item['update-to'])
      .map(shape)
      .map((update) => relationFrom('crossref', isNotice(item) ? 'comment on' : 'update of', doi(update.DOI))),
    ...Object.entries(shape(item.relation))
      .slice(0, 50)
      .flatMap(([words, works]) =>
        list(works)
          .slice(0, 50)
          .map((work) => relationFrom('crossref', words, doi(shape(work).id))),
      ),
    ...list(item['clinical-trial-number'])
      .map((trial) => text(shape(trial)['clinical-trial-number']))
      .map((number) => relationFrom('crossref', 'registration', idFrom('nct', number.toUpperCase()))),
  ];
}

/** The journal article of a preprint, and the version that replaced one. */
function newerVersions(item: Shape): Notice[] {
  const [relation, own] = [shape(item.relation), idFrom('doi', text(item.DOI))?.value];
  return ['is-preprint-of', 'is-replaced-by'].flatMap((name) =>
    list(relation[name]).flatMap((value) => {
      const doi = idFrom('doi', text(shape(value).id))?.value;
      return doi && doi !== own ? [{ kind: 'newer-version' as const, doi, source: 'crossref' }] : [];
    }),
  );
}

/** The publisher's own page, where a Creative Commons licence has begun to apply to the published version. */
function freeCopies(item: Shape): FreeCopy[] {
  const licence = list(item.license)
    .map(shape)
    .find(
      (each) =>
        /creativecommons\.org\/(?:licenses|publicdomain)\//.test(text(each.URL)) &&
        /^(?:vor|unspecified|)$/.test(text(each['content-version'])) &&
        !(count(each['delay-in-days']) ?? 0),
    );
  const url = webAddress(shape(shape(item.resource).primary).URL) ?? webAddress(item.URL);
  if (!licence || !url) return [];
  const name = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)/.exec(text(licence.URL))?.[1];
  return [{ url, version: 'published', ...(name && { licence: name === 'zero' ? 'cc0' : `cc-${name}` }) }];
}
