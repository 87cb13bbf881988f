import { failed, type Result, success } from '../model/failure';
import { readBody } from './answer';
import { isGate } from './gate';
import { readHtml } from './html';
import { readPage } from './page-metadata';
import { readPdf } from './pdf';
import { readFacts, unpackFacts } from './pdf/facts';
import type { Answer, Source } from './source';

/** How a PDF file begins, if not with a few bytes of something else. */
const PDF = /(?:^|[\r\n])%PDF/;

/** The linked page itself, where the reader lets Ibid look at it: what it says of itself, then how it begins. */
export const linkedPage: Source = {
  id: 'linked-page',
  label: 'The linked page',
  docs: 'https://scholar.google.com/intl/en/scholar/inclusion.html#indexing',
  origins: ['https://*'],
  limit: { requestsPerSecond: 1, concurrent: 2, stated: 'None can be known; this is our own restraint.' },
  answers: ['url'],
  // Any site may be at the other end of a link, and learns that it was opened.
  isOptional: true,
  fills: 'abstract',
  covers: ({ value }) => isPublic(value),
  request: ({ identifier }) => ({
    url: identifier.value,
    accept: 'text/html,application/pdf;q=0.9',
    keepsBytes: true,
  }),
  async unpack(answer, inflate) {
    const { bytes, ...rest } = answer;
    if (!bytes || !PDF.test(answer.body.slice(0, 1024))) return rest;
    return { ...rest, body: '%PDF', facts: await unpackFacts(bytes, inflate) };
  },
  parse(answer) {
    const body = readBody('linked-page', 'The linked page', answer);
    if (!body.ok || body.value === undefined) return body as Result<undefined>;
    if (PDF.test(body.value.slice(0, 1024))) {
      const facts = answer.facts ?? readFacts(body.value);
      const work = readPdf(facts, answer.url);
      return work || facts.page
        ? success(work)
        : fail(answer, 'The linked PDF has no words that can be read.', 'linked-page.pdf');
    }
    if (!/html/.test(answer.contentType) && !/^\s*<(?:!doctype html|html|head|meta)/i.test(body.value))
      return fail(answer, 'The linked page is no web page.');
    const page = readHtml(body.value);
    return isGate(page) ? fail(answer, 'The linked page is closed to us.') : success(readPage(page, answer.url));
  },
};

const fail = (answer: Answer, message: string, stage = 'linked-page.parse') =>
  failed('format', stage, message, { source: 'linked-page', url: answer.url });

/** Whether an address is on the open web: nothing in the reader's own network is ever asked. */
function isPublic(address: string): boolean {
  try {
    const { protocol, hostname, port, username } = new URL(address);
    return (
      protocol === 'https:' &&
      !port &&
      !username &&
      /\.[a-z][a-z0-9-]+\.?$/i.test(hostname) &&
      !/\.(?:local|localhost|internal|intranet|lan|home|arpa|corp|test|invalid)\.?$/i.test(hostname)
    );
  } catch {
    return false;
  }
}
