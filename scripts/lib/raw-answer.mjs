// Reads bare facts out of raw answers, in its own way: nothing here is shared with the sources that it is to check.

const arrayed = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const numbered = (value) => (/^\d{4}/.test(String(value ?? '')) ? Number(String(value).slice(0, 4)) : undefined);
const bare = (doi) =>
  typeof doi === 'string'
    ? doi
        .trim()
        .replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')
        .toLowerCase()
    : undefined;

/** UTF-8 that somebody read as Latin-1, read as UTF-8 again; other text as it is. */
function unbroken(text) {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf]/.test(text)) return text;
  const again = Buffer.from(text, 'latin1').toString('utf8');
  return again.includes('\ufffd') ? text : again;
}

/** Words alone: no tags, entities, marks, cases, spaces or full stops. */
function plain(value) {
  let text = unbroken(String(value ?? ''));
  for (let i = 0; i < 3; i += 1)
    text = text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&nbsp;/g, ' ')
      .replace(/&#x([0-9a-f]+);/gi, (_all, code) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)))
      .replace(/&amp;/g, '&');
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const family = (name) => (/,/.test(name) ? name.split(',')[0] : (name.trim().split(/\s+/).at(-1) ?? ''));

/** What a title says of its work's standing: publishers put it in front; anywhere else it may be the subject. */
const titled = (title) =>
  /^\W*retracted(?: article)?\W*:/i.test(title ?? '')
    ? true
    : /retract|withdraw/i.test(title ?? '')
      ? undefined
      : false;

const READERS = {
  crossref: (item) => ({
    id: bare(item.DOI),
    title: arrayed(item.title)[0],
    authors: item.author?.map((name) => name.family ?? name.name ?? ''),
    year: [item.issued, item.published, item.posted].map((date) => date?.['date-parts']?.[0]?.[0]).find(Boolean),
    container: arrayed(item['container-title'])[0],
    isRetracted: arrayed(item['updated-by']).some(({ type }) =>
      /^(?:retraction|withdrawal|removal|partial_retraction)$/.test(type),
    )
      ? true
      : arrayed(item['update-to']).length > 0
        ? undefined
        : titled(arrayed(item.title)[0]),
  }),
  openalex: (item) => ({
    id: bare(item.doi) ?? item.id?.split('/').at(-1),
    title: item.title ?? item.display_name ?? undefined,
    authors: item.authorships?.map(({ author }) => family(author?.display_name ?? '')),
    year: item.publication_year ?? undefined,
    container: item.primary_location?.source?.display_name ?? undefined,
    isRetracted: item.is_retracted,
  }),
  'europe-pmc': (item) => ({
    id: bare(item.doi) ?? item.pmid,
    title: item.title,
    authors: item.authorList?.author?.map((name) => name.lastName ?? name.collectiveName ?? name.fullName ?? ''),
    year: numbered(item.journalInfo?.yearOfPublication ?? item.pubYear),
    container: item.journalInfo?.journal?.title ?? item.journalTitle,
    isRetracted: arrayed(item.pubTypeList?.pubType).some((name) => /^retracted publication$/i.test(name)),
  }),
  'semantic-scholar': (item) => ({
    id: bare(item.externalIds?.DOI) ?? item.paperId ?? undefined,
    title: item.title,
    authors: item.authors?.map(({ name }) => family(name ?? '')),
    year: item.year ?? numbered(item.publicationDate),
    isRetracted: titled(item.title),
  }),
  datacite: ({ id, attributes: item = {} }) => ({
    id: bare(item.doi ?? id),
    title: item.titles?.[0]?.title ?? item.title,
    authors: item.creators?.map(
      (name) => name.familyName ?? (name.nameType === 'Organizational' ? name.name : family(name.name ?? '')),
    ),
    year: item.publicationYear ?? numbered(item.published),
    isRetracted: false,
  }),
  unpaywall: (item) => ({
    id: bare(item.doi),
    title: item.title ?? undefined,
    year: item.year ?? undefined,
    container: item.journal_name ?? undefined,
    isRetracted: titled(item.title),
  }),
  'open-library': (item) => ({
    title: item.title,
    year: numbered(
      typeof item.publish_date === 'string' ? /\d{4}/.exec(item.publish_date)?.[0] : item.first_publish_year,
    ),
    isRetracted: false,
  }),
  clinicaltrials: ({ protocolSection: { identificationModule: id, sponsorCollaboratorsModule: by } = {} }) => ({
    id: id?.nctId,
    title: id?.officialTitle ?? id?.briefTitle,
    authors: by?.leadSponsor && [by.leadSponsor.name],
    isRetracted: false,
  }),
  wikipedia: (item) => ({ title: item.title, isRetracted: false }),
  'doi-org': (item) => ({
    id: bare(item.DOI),
    title: arrayed(item.title)[0],
    authors: item.author?.map((name) => name.family ?? name.literal ?? name.name ?? ''),
    year: numbered(item.issued?.['date-parts']?.[0]?.[0]),
    container: arrayed(item['container-title'])[0],
    isRetracted: titled(arrayed(item.title)[0]),
  }),
};

function records(source, value) {
  if (source === 'crossref') return arrayed(value.message?.items ?? value.message ?? value).filter((item) => item.DOI);
  if (source === 'openalex') return arrayed(value.results ?? value).filter((item) => /\/W\d/.test(item.id ?? ''));
  if (source === 'europe-pmc') return value.resultList?.result ?? [];
  if (source === 'semantic-scholar')
    return arrayed(value.data ?? value.recommendedPapers ?? value).map(
      (item) => item.citingPaper ?? item.citedPaper ?? item,
    );
  if (source === 'datacite') return arrayed(value.data);
  if (source === 'unpaywall') return value.results?.map(({ response }) => response) ?? [value];
  if (source === 'clinicaltrials') return value.studies ?? [value];
  if (source === 'open-library')
    return value.docs ?? (value.title ? [value] : Object.values(value).filter((item) => item?.title));
  return [value];
}

const first = (xml, name) =>
  new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(xml)?.[1];
const each = (xml, name) =>
  [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>[\\s\\S]*?</${name}>`, 'g'))].map(([whole]) => whole);

const XML = {
  arxiv: (body) =>
    each(body, 'entry').map((entry) => ({
      id: first(entry, 'id')?.split('/abs/')[1]?.replace(/v\d+$/, ''),
      title: first(entry, 'title'),
      authors: each(entry, 'author').map((author) => family(first(author, 'name') ?? '')),
      year: numbered(first(entry, 'published')),
    })),
  pubmed: (body) =>
    each(body, 'PubmedArticle').map((whole) => {
      const article = whole.replace(
        /<(?:ReferenceList|CommentsCorrectionsList|InvestigatorList)[\s\S]*?<\/(?:ReferenceList|CommentsCorrectionsList|InvestigatorList)>/g,
        '',
      );
      const list = first(article, 'AuthorList') ?? '';
      return {
        id: first(article, 'PMID'),
        title: first(article, 'ArticleTitle') || first(article, 'VernacularTitle'),
        authors: list
          ? each(list, 'Author').map((author) => first(author, 'LastName') ?? first(author, 'CollectiveName') ?? '')
          : undefined,
        year: numbered(/(?:19|20)\d\d|1[89]\d\d/.exec(first(article, 'PubDate') ?? '')?.[0]),
        container: first(first(article, 'Journal') ?? '', 'Title'),
        isRetracted: /RefType="RetractionIn"|>Retracted Publication</.test(whole),
      };
    }),
};

/** The records of an answer as plain facts; a fact that it does not state is undefined. `isRetracted` is undefined where it cannot be told. */
export function rawRecords(source, body) {
  if (XML[source]) return XML[source](body.replace(/<!--[\s\S]*?-->/g, ''));
  try {
    return records(source, JSON.parse(body)).map(READERS[source]);
  } catch {
    return [];
  }
}

/** Whether a work says of a field what the raw record says. */
export function sameField(field, raw, work) {
  const { csl, ids } = work;
  if (field === 'id') return ids.some(({ value }) => value.toLowerCase() === String(raw.id).toLowerCase());
  if (field === 'year') return csl.issued?.['date-parts']?.[0]?.[0] === Number(raw.year);
  if (field === 'container') return plain(csl['container-title'] ?? csl.publisher) === plain(raw.container);
  if (field === 'title') return !plain(raw.title) || plain(csl.title).startsWith(plain(raw.title));
  const names = (csl.author ?? []).map((name) => plain(name.family ?? name.literal));
  const stated = raw.authors.map(plain).filter(Boolean);
  return (
    stated.length === names.length && stated.every((name, i) => names[i].endsWith(name) || name.endsWith(names[i]))
  );
}
