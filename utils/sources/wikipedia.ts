import { success } from '../model/failure';
import { plainText } from '../model/rich-text';
import type { Work } from '../model/work';
import { cleanInline } from '../works/clean';
import { cleanAbstract } from '../works/clean-abstract';
import { webAddress } from '../works/free-copies';
import { readObject } from './answer';
import { idFrom, workFrom } from './record';
import { firstText, isoDateParts, type Shape, shape, text } from './shape';
import type { Source } from './source';

/** Language and title in an article's address. */
const ARTICLE = /^https?:\/\/([a-z][a-z-]{1,11})\.(?:m\.)?wikipedia\.org\/wiki\/([^?#]+)/i;
/** Pages that are about the encyclopedia. */
const NAMESPACE =
  /^(?:Special|File|Talk|User|Help|Category|Template|Portal|Wikipedia|WP|Draft|Module|MediaWiki)(?:[ _]talk)?:/i;

/** Wikipedia: the opening of an article that the page links to. CC BY-SA: whoever shows it links to the article. */
export const wikipedia: Source = {
  id: 'wikipedia',
  label: 'Wikipedia',
  docs: 'https://en.wikipedia.org/api/rest_v1/#/Page%20content/get_page_summary__title_',
  origins: ['https://*.wikipedia.org'],
  limit: {
    requestsPerSecond: 2,
    concurrent: 1,
    stated: 'https://www.mediawiki.org/wiki/Wikimedia_APIs/Rate_limits; below what unidentified requests are allowed.',
  },
  answers: ['url'],
  // Which article interests a reader says more about them than a DOI does.
  isOptional: true,
  covers: ({ value }) => {
    const title = ARTICLE.exec(value)?.[2];
    return title !== undefined && !NAMESPACE.test(title);
  },
  request({ identifier }) {
    const [, language = 'en', title = ''] = ARTICLE.exec(identifier.value) ?? [];
    const name = title.replace(/\/$/, '').replaceAll('/', '%2F');
    return {
      url: `https://${language.toLowerCase()}.wikipedia.org/api/rest_v1/page/summary/${name}`,
      accept: 'application/json',
    };
  },
  parse(answer) {
    const page = readObject(
      'wikipedia',
      'Wikipedia',
      answer,
      // An error has an address for its type, and a title, too.
      ({ type, title }) => /^[a-z-]+$/.test(text(type)) && text(title) !== '',
    );
    return page.ok ? success(page.value && readPage(page.value)) : page;
  },
};

function readPage(page: Shape): Work | undefined {
  // A list of articles with one name tells nothing of the one that was meant.
  if (text(page.type) === 'disambiguation') return undefined;
  const title = cleanInline(firstText(shape(page.titles).display, page.displaytitle, page.title));
  const address = webAddress(shape(shape(page.content_urls).desktop).page);
  if (!plainText(title)) return undefined;
  return workFrom('wikipedia', {
    type: 'entry-encyclopedia',
    kind: 'web-page',
    title,
    ids: [idFrom('url', address ?? '')],
    authors: [],
    issued: isoDateParts(page.timestamp),
    csl: { 'container-title': 'Wikipedia', language: text(page.lang), URL: address ?? '' },
    abstract: cleanAbstract(firstText(page.extract_html, page.extract)),
    freeCopies: address ? [{ url: address, licence: 'cc-by-sa' }] : [],
  });
}
