import { identifierFromUrl } from '../model/address-identifier';
import { failed, type Result, success } from '../model/failure';
import type { Identifier } from '../model/identifier';
import type { Section } from '../model/rich-text';
import type { Work, WorkKind } from '../model/work';
import { cleanInline, cleanText } from '../works/clean';
import { decodeEntities } from '../works/entities';
import { webAddress } from '../works/free-copies';
import { nameFromParts, nameFromText } from '../works/names';
import { readBody } from './answer';
import { isGate } from './gate';
import { type HtmlPage, readHtml } from './html';
import { idFrom, relationFrom, workFrom } from './record';
import { dateParts } from './shape';
import type { Answer, Source } from './source';

/** The Effectiveness Bank's own pages: which study an analysis is of, its key points; what a hot topic is about. */
export const effectivenessBank: Source = {
  id: 'effectiveness-bank',
  label: 'Effectiveness Bank',
  docs: 'https://findings.org.uk/',
  origins: ['https://findings.org.uk', 'https://www.findings.org.uk'],
  limit: { requestsPerSecond: 1, concurrent: 1, stated: 'None is published; this is our own restraint.' },
  answers: ['effectiveness-bank'],
  // There is no service apart from the site: a look-up is a visit to the linked page.
  isOptional: true,
  request: ({ identifier }) => ({
    url: `https://findings.org.uk/PHP/dl.php?f=${encodeURIComponent(identifier.value)}`,
    accept: 'text/html',
  }),
  parse(answer) {
    const body = readBody('effectiveness-bank', 'The Effectiveness Bank', answer);
    if (!body.ok || body.value === undefined) return body as Result<undefined>;
    const page = readHtml(body.value);
    const work = isGate(page) ? undefined : readPage(page, answer);
    if (work) return success(work);
    return failed(
      'format',
      'effectiveness-bank.parse',
      'The Effectiveness Bank sent something that is no page of its own.',
      {
        source: 'effectiveness-bank',
        url: answer.url,
      },
    );
  },
};

const LABELS: readonly (readonly [RegExp, WorkKind])[] = [
  [/^(?:effectiveness bank )?hot topic/i, 'hot-topic'],
  [/^(?:alcohol|drug)s? (?:treatment )?matrix(?: cell)?\b/i, 'matrix-cell'],
  [/^review analysis/i, 'review'],
  [/^research analysis/i, 'study'],
];

/** `Drug and Alcohol Dependence: 2012, 126(1–2), p. 131–137.` or `[UK] Home Office, 2009.` */
const JOURNAL = /^(.{3,120}?): ((?:19|20)\d\d), (\d+)?(?:\(([^)]{1,12})\))?,? ?(?:p\. ?([\d–e-]{1,20}))?\.?$/;
const GREY = /^(?:\[[^\]]{2,30}\] )?(.{3,120}), ((?:19|20)\d\d)\.$/;
/** `Manning V., Best D., Faulkner N. et al.` */
const AUTHORS =
  /^(?:\p{Lu}[\p{L}'’ -]{1,40} (?:\p{Lu}\.-?){1,4}(?:, | and |$))+(?: ?et al\.)?$|^(?:\p{Lu}[\p{L}'’ -]{1,40} (?:\p{Lu}\.-?){1,4}(?:, )?)+ et al\.$/u;

function readPage(page: HtmlPage, answer: Answer): Work | undefined {
  const lines = page.blocks
    .flatMap(({ markup }) => markup.split(/<br\s*\/?>/i))
    .map((markup) => cleanText(markup))
    .filter(Boolean);
  const kind = LABELS.find(([label]) => lines.slice(0, 40).some((line) => label.test(line)))?.[1];
  const name = nameIn(answer.url);
  // Without its label only the site's own name tells a document from a page that stands before it.
  if (!kind && !(name && /\bfindings\b|effectiveness bank/i.test(page.title))) return undefined;
  const heading = page.blocks.find(
    ({ tag, markup }) => /^h[1-3]$/.test(tag) && !LABELS.some(([label]) => label.test(cleanText(markup))),
  );
  const title = cleanInline(heading?.markup ?? page.title);
  const authors = lines.find((line) => AUTHORS.test(line)) ?? '';
  const printed = lines.map((line) => JOURNAL.exec(line)).find((match) => match !== null);
  const grey = printed
    ? undefined
    : authors
      ? lines.map((line) => GREY.exec(line)).find((match) => match !== null)
      : undefined;
  const revised = lines.map((line) => /\blast revised\b[^.]{0,20}?((?:19|20)\d\d)/i.exec(line)?.[1]).find(Boolean);
  const type = printed ? 'article-journal' : grey ? 'report' : 'webpage';
  return title.length === 0
    ? undefined
    : workFrom('effectiveness-bank', {
        type,
        kind: kind ?? (/\.hot$/i.test(name) ? 'hot-topic' : /^matrix\//i.test(name) ? 'matrix-cell' : 'web-page'),
        title,
        ids: [idFrom('effectiveness-bank', name)],
        authors: authors
          .replace(/ ?et al\.$/, '')
          .split(/, | and /)
          .map(authorOf),
        issued: dateParts([printed?.[2] ?? grey?.[2] ?? revised]),
        csl: {
          'container-title': printed?.[1] ?? (type === 'webpage' ? 'Effectiveness Bank' : ''),
          publisher: grey?.[1] ?? '',
          volume: printed?.[3] ?? '',
          issue: printed?.[4]?.replace('–', '-') ?? '',
          page: printed?.[5]?.replace('–', '-') ?? '',
          URL: webAddress(answer.url) ?? '',
        },
        abstract: sections(page),
        related:
          printed || grey ? [relationFrom('effectiveness-bank', 'commentOn', studyIn(heading?.markup ?? ''))] : [],
      });
}

/** The study that the title of an analysis leads to, where its address names it. */
function studyIn(markup: string): Identifier | undefined {
  const address = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(markup)?.[1];
  const id = address ? identifierFromUrl(decodeEntities(address)) : undefined;
  return id && id.scheme !== 'effectiveness-bank' && id.scheme !== 'url' ? id : undefined;
}

/** The document's name in its address, in either of its forms. */
function nameIn(url: string): string {
  try {
    const { searchParams } = new URL(url);
    return searchParams.get('f') ?? searchParams.get('file') ?? '';
  } catch {
    return '';
  }
}

function authorOf(name: string) {
  const match = /^(.+?) ((?:\p{Lu}\.-?)+)$/u.exec(name.trim());
  return match ? nameFromParts(match[1]!, match[2]!) : nameFromText(name);
}

/** Key points and summary under the page's own headings, so that its commentary is never taken for the study's words. */
function sections(page: HtmlPage): Section[] {
  const found: { heading: string; paragraphs: string[][] }[] = [];
  let open: { heading: string; paragraphs: string[][] } | undefined;
  for (const { tag, markup } of page.blocks) {
    const words = cleanText(markup);
    if (/^(?:key points|summary|main findings|findings logo commentary|commentary)\b.{0,40}$/i.test(words)) {
      open = /commentary$/i.test(words) && !/^key/i.test(words) ? undefined : { heading: words, paragraphs: [] };
      if (open) found.push(open);
    } else if (/^h[1-6]$/.test(tag)) open = undefined;
    else if (open && words.length > 20 && open.paragraphs.length < 12) open.paragraphs.push([words]);
  }
  return found.filter(({ paragraphs }) => paragraphs.length > 0);
}
