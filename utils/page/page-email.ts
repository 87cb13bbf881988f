const ADDRESS = /^[^\s@?&<>]+@[^\s@?&<>]+\.\w+$/;

/** Where a page says that such an address stands, the most telling first. */
const PLACES = [
  'meta[name="citation_author_email" i]',
  'link[rev~="made"]',
  'address a[href^="mailto:" i]',
  'footer a[href^="mailto:" i]',
];

/** The address at which a page wants to be written to; undefined where it names none in a place meant for it. */
export function pageEmail(document: Document): string | undefined {
  for (const selector of PLACES) {
    const element = document.querySelector(selector);
    const raw = element?.getAttribute('content') ?? element?.getAttribute('href')?.replace(/^mailto:/i, '');
    const address = raw?.split('?')[0]?.trim();
    if (address && ADDRESS.test(address)) return address;
  }
  return undefined;
}
