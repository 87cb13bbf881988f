import type { ReadingItem } from '../model/reading-item';
import { type Inline, plainText } from '../model/rich-text';
import { workYear } from '../model/work';
import { escapeHtml, linkHtml, richHtml } from './html-escape';
import { langHtml, type PageVoice } from './page-words';
import { personName } from './person-name';
import { itemRecord, itemTitle } from './record';

/** A day as people and programs read it. */
export const dateHtml = (at: number): string => {
  const day = new Date(at).toISOString().slice(0, 10);
  return `<time datetime="${day}">${day}</time>`;
};

/** The title of a work, which always has one. */
export const titleOf = (item: ReadingItem, voice: PageVoice): readonly Inline[] => {
  const title = itemTitle(item);
  return title.length > 0 ? title : [voice.text('untitled')];
};

/** Where a work can be opened; undefined where nothing says. */
function address(item: ReadingItem): string | undefined {
  const { DOI, URL } = itemRecord(item);
  if (DOI) return `https://doi.org/${encodeURI(DOI.toWellFormed())}`;
  return /^https?:\/\//i.test(URL ?? '') ? URL : undefined;
}

/** `Doe A., Roe B. Journal of Tests 12(3), 101–119`: plain text. */
function citationLine(item: ReadingItem, voice: PageVoice): string {
  const record = itemRecord(item);
  const names = record.author ?? record.editor ?? [];
  const who = names.slice(0, 6).map(personName).join(', ') + (names.length > 6 ? ` ${voice.text('others')}` : '');
  const volume = `${record.volume ?? ''}${record.issue ? `(${record.issue})` : ''}`;
  const where = [`${record['container-title'] ?? record.publisher ?? ''} ${volume}`.trim(), record.page].filter(
    Boolean,
  );
  return [who, where.join(', ')].filter(Boolean).join('. ');
}

/** `Trial 2019`, and what the work is to the topic. */
export function kindLine(item: ReadingItem, voice: PageVoice): string {
  const kind = [voice.kind(item.work.kind), workYear(item.work)].filter((part) => part !== undefined).join(' ');
  const grade = voice.grade(item);
  return `<span class="kind">${escapeHtml(kind)}${grade ? ` · <strong>${escapeHtml(grade)}</strong>` : ''}</span>`;
}

/** What was published about a work later: kind and date of each. */
const notices = ({ work }: ReadingItem, voice: PageVoice): string =>
  work.notices
    .map((notice) => {
      const words = escapeHtml([voice.notice(notice.kind), notice.date].filter(Boolean).join(' '));
      const shown = notice.doi ? linkHtml(words, `https://doi.org/${encodeURI(notice.doi.toWellFormed())}`) : words;
      return ` <span class="alarm">${shown}</span>`;
    })
    .join('');

/** What the reader wrote about a work or passage. */
export const remarkAndTags = ({
  remark,
  tags,
}: {
  readonly remark: string;
  readonly tags: readonly string[];
}): string =>
  `${remark ? `<p class="remark" dir="auto">${escapeHtml(remark)}</p>` : ''}${
    tags.length ? `<p>${tags.map((tag) => `<span class="tag">${escapeHtml(tag)}</span>`).join('')}</p>` : ''
  }`;

function summary(item: ReadingItem, voice: PageVoice): string {
  const { abstract, csl } = item.work;
  const sections = abstract.map(
    ({ heading, paragraphs }) =>
      `${heading ? `<p><strong>${escapeHtml(heading)}</strong></p>` : ''}${paragraphs.map((nodes) => `<p>${richHtml(nodes)}</p>`).join('')}`,
  );
  const text = sections.join('') || (csl.abstract ? `<p>${escapeHtml(csl.abstract)}</p>` : '');
  return (
    text &&
    `<details><summary>${voice.html('summary')}</summary><div dir="auto"${langHtml(item)}>${text}</div></details>`
  );
}

/** Most of a summary in a note, UTF-16 units. */
const LONGEST_OPENING = 280;

/** How the summary of a work begins, for its note. */
function opening(item: ReadingItem): string {
  const { abstract, csl } = item.work;
  const text = abstract.flatMap(({ paragraphs }) => paragraphs.map(plainText)).join(' ') || (csl.abstract ?? '');
  const clipped = text.slice(0, LONGEST_OPENING);
  const shown = clipped.length < text.length ? `${clipped.replace(/\s+\S*$|[\ud800-\udbff]$/, '')} …` : text;
  return shown && `<span class="opening" dir="auto"${langHtml(item)}>${escapeHtml(shown)}</span>`;
}

const FREE = { published: 'freePublished', accepted: 'freeAccepted', submitted: 'freeSubmitted' } as const;

/** Where the work can be read without paying. */
const freeCopies = ({ work }: ReadingItem, voice: PageVoice): string =>
  work.freeCopies.length === 0
    ? ''
    : `<p class="line">${voice.html('free')} ${work.freeCopies
        .map((copy) => linkHtml(voice.html(copy.version ? FREE[copy.version] : 'freeOpen'), copy.url))
        .join(', ')}</p>`;

/** A work with everything that is known of it; `related` is the list of what belongs to it. */
export function workHtml(at: number, item: ReadingItem, related: string, voice: PageVoice): string {
  const url = address(item);
  const line = citationLine(item, voice);
  const said = line && `<p class="line"${langHtml(item)}>${escapeHtml(line)}</p>`;
  const copied = escapeHtml(`${plainText(titleOf(item, voice))}${url ? ` ${url}` : ''}`);
  return `<article id="w${at + 1}">${at + 1}. ${kindLine(item, voice)}${notices(item, voice)}
${item.headline ? `<p class="headline" dir="auto">${escapeHtml(item.headline)}</p>` : ''}<h3 dir="auto"${langHtml(item)}>${linkHtml(richHtml(titleOf(item, voice)), url)}</h3>
${said}${remarkAndTags(item)}${summary(item, voice)}${related}${freeCopies(item, voice)}
<p class="tools" hidden><button type="button" data-copy="${copied}">${voice.html('copy')}</button></p></article>
`;
}

/**
 * The number of a work, with a note that opens when it is hovered over or focused.
 *
 * @param place - What tells this citation from others of the work on the page.
 */
export function citationHtml(at: number, item: ReadingItem, place: string, voice: PageVoice): string {
  const id = `n${at + 1}-${place}`;
  return `<span class="cite"><a href="#w${at + 1}" aria-describedby="${id}">[${at + 1}]</a><span class="note" role="tooltip" id="${id}">${kindLine(item, voice)}${notices(item, voice)}<span${langHtml(item)}><strong>${richHtml(titleOf(item, voice))}</strong></span><span class="line"${langHtml(item)}>${escapeHtml(citationLine(item, voice))}</span>${opening(item)}</span></span>`;
}
