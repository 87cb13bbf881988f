/** Where a work was printed, as far as its reference says; what it does not say plainly is undefined. */
export interface PrintedIn {
  readonly container?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
}

const VOLUME =
  /(?:(?<!\p{L})(?:vol(?:ume)?|bd|band|t|v|т|том)\.?\s?|\b(?:19|20)\d\d[a-z]?(?:\s\p{L}{3,9})?(?:\s\d\d?)?[;,]\s?|[\p{L}.»”"’)],?\s)((?!(?:1[89]|20)\d\d)\d{1,4})(?:\s?\(((?!(?:1[89]|20)\d\d)\d{1,4}(?:[-–/]\d{1,3})?|suppl[^()]{0,12})\)|[,.]?\s(?:no|nr|n|№|issue|heft)[.º°]?\s?(\d{1,4}))?(?=\s?[:,;.(]|\s\(|$)/iu;
const PAGES =
  /(?:(?<!\p{L})(?:pp?|pages|s|str|с|стр)\.?\s?|[:：,，]\s?|\)\s?:?\s?|第)([A-Z]?\d{1,6}\s?[-–—‐]\s?[A-Z]?\d{1,6})(?![\d-])/iu;
const ELECTRONIC = /[\d)]\s?:\s?(e?\d{2,8})(?=[.,;\s]|$)/iu;

const EDITORS = /^in:?\s(?:.{2,200}?\((?:eds?|hrsg|orgs?|dirs?|éds?|coords?)\.?\),?\s)?/iu;
/** Where the name of a journal or book ends. */
const NAME_END =
  /[.,]?\s(?:vol|no|pp?|bd|v|t|n|№|s)\.?\s?\d|[,.;:：，。]?\s?(?=\d)|(?<=\p{L}{6})[.;]\s|,\s(?!\p{Lu})|。|\s?[([（]|[.,。]?$/iu;

/** Journal or book, volume, issue and pages from the part of a reference behind its title. */
export function printedIn(rest: string): PrintedIn {
  const text = rest.slice(0, 600).replace(/https?:\S+|\bdoi:?\s?\S+|10\.\d{4,9}\/\S+/gi, '');
  const plain = text.replace(/^[\s.,:;\]）)»”"’」/]+/u, '');
  const named = plain.replace(EDITORS, '');
  const end = named.search(NAME_END);
  const name = named.slice(0, Math.max(end, 0)).trim();
  const container =
    /^(?!Retrieved|Available|Accessed)(?:arXiv|[\p{Lu}\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af『《])/u.test(name) &&
    name.length > 1 &&
    name.length <= 150 &&
    // A place and its publisher.
    !/:\s\p{Lu}|\b(?:press|publish\w*|verlag|editora|éditions)\b/iu.test(name)
      ? name
      : undefined;
  const volume = VOLUME.exec(text);
  const issue = volume?.[2] ?? volume?.[3];
  const pages = (PAGES.exec(text) ?? ELECTRONIC.exec(text))?.[1]?.replace(/\s/g, '');
  return {
    ...(container && { container: container.replace(/[『』《》]/g, '') }),
    ...(volume && { volume: volume[1] }),
    ...(issue && { issue }),
    ...(pages && { pages }),
  };
}
