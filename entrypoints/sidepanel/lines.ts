import { say } from '../../components/note/words';
import { type CitedLine, fold } from '../../components/panel/cited-list';
import { t } from '../../components/panel/words';
import { identifierKey } from '../../utils/model/identifier';
import { type PageAbout, pageAbout } from '../../utils/model/page-about';
import type { ReadingItem } from '../../utils/model/reading-item';
import { citationLine, citationText } from '../../utils/notes/citation-line';
import type { Outlines } from '../../utils/platform/outlines';
import type { PageShelf } from '../../utils/storage/page-shelf';
import type { CitedWork } from '../../utils/usecases/page-works';
import { language } from '../../utils/words/words';

function standingOf(
  cited: CitedWork,
  item: ReadingItem | undefined,
  fallen: ReadonlySet<string>,
): CitedLine['standing'] {
  const kinds = new Set(item?.work.notices.map(({ kind }) => kind));
  if (kinds.has('retraction')) return { tone: 'alarm', text: say('retracted') };
  if (kinds.has('withdrawal')) return { tone: 'alarm', text: say('withdrawn') };
  if (kinds.has('partial-retraction')) return { tone: 'alarm', text: say('partlyRetracted') };
  if (cited.identifiers.some((id) => fallen.has(identifierKey(id)))) return { tone: 'alarm', text: t('doubt') };
  return kinds.has('concern') ? { tone: 'care', text: say('concern') } : undefined;
}

/** An address without what all have; other words as they are. */
const bare = (words: string): string => words.replace(/^https?:\/\/(?:www\.)?/, '');

/** A cited work in the words of the panel: the record of the library where there is one, else what the page says. */
export function lineOf(cited: CitedWork, shelf: PageShelf, fallen: ReadonlySet<string>): CitedLine {
  const { citation, work, places, keys } = cited;
  const item = keys.map((key) => shelf.cited.get(key)).find((found) => found !== undefined);
  const { csl } = item?.work ?? work;
  const title = bare(item?.headline || csl.title?.trim() || citation.label);
  const known = citationText(citationLine(csl)) || bare(citation.url ?? '');
  const line = known === title ? '' : known;
  const label = citation.label.length <= 8 && citation.label !== title ? citation.label : '';
  return {
    id: cited.id,
    title,
    line: line.slice(0, 300),
    label,
    places,
    status: item?.status,
    standing: standingOf(cited, item, fallen),
    text: fold([title, csl.title, line, citation.label, citation.reference?.text, citation.url, ...keys].join(' ')),
  };
}

/** `2019-03-07` as the reader's language writes it, as exactly as it is known. */
function dateText(iso: string): string {
  const parts = iso.split('-').length;
  const options = parts === 1 ? ({ year: 'numeric' } as const) : ({ year: 'numeric', month: 'long' } as const);
  const form = parts === 3 ? ({ dateStyle: 'long' } as const) : options;
  return new Intl.DateTimeFormat(language(), { ...form, timeZone: 'UTC' }).format(Date.parse(iso));
}

/** A day as ISO 8601, in the reader's own time. */
const isoDay = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** Sentences about the dates of a page: what it says itself, and since when something of it is kept. */
export function datesOf(about: PageAbout, firstKept: number | undefined): readonly string[] {
  const { published, revised } = about;
  const kept = firstKept !== undefined && new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(firstKept);
  return [
    published ? t('published', dateText(published)) : revised ? '' : t('undated'),
    revised ? t('revised', dateText(revised)) : '',
    kept ? t('firstKept', kept) : '',
    revised && firstKept !== undefined && revised > isoDay(firstKept) ? t('revisedSince') : '',
  ].filter(Boolean);
}

/** What the tab's own document says of itself; nothing while it has not. */
export const aboutOf = (outlines: Outlines): PageAbout => pageAbout(outlines.get(0)?.says ?? { url: '', names: [] });
