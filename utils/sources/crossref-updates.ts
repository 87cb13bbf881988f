import type { Notice } from '../model/work';
import { isNoticeTitle } from '../works/notice-titles';
import { noticeKind } from '../works/notices';
import { idFrom } from './record';
import { dateParts, isoDate, list, type Shape, shape, text } from './shape';

/** A date of Crossref: `{"date-parts": [[2012, 3]]}`, where `[[null]]` means none. */
export const crossrefDate = (value: unknown): number[] | undefined =>
  dateParts(list(list(shape(value)['date-parts'])[0]));

/** Whether the record is itself the notice about another work; some publishers title it "Retracted:" and the work's name. */
export const isNotice = (item: Shape): boolean =>
  list(item['update-to'])
    .map(shape)
    .some(
      (update) =>
        !['newer-version', undefined].includes(noticeKind(text(update.type))) &&
        text(update.DOI).toLowerCase() !== text(item.DOI).toLowerCase(),
    );

/**
 * What was published later about this record: `updated-by`, and of `update-to`, which says the reverse, what was done to the record in its
 * own place. A notice that is registered as about itself is one all the same.
 */
export function readUpdates(item: Shape, title: string, source: string): (Notice | undefined)[] {
  const own = text(item.DOI).toLowerCase();
  const inPlace = list(item['update-to'])
    .filter((update) => text(shape(update).DOI).toLowerCase() === own && !isNoticeTitle(title))
    .map((update) => ({ ...shape(update), DOI: '' }));
  return [
    ...list(item['updated-by']).map((update) => readUpdate(update, source)),
    // A record is no newer version of itself.
    ...inPlace.map((update) => readUpdate(update, source)).filter((notice) => notice?.kind !== 'newer-version'),
  ];
}

function readUpdate(value: unknown, source: string): Notice | undefined {
  const update = shape(value);
  const kind = noticeKind(text(update.type)) ?? noticeKind(text(update.label));
  if (!kind) return undefined;
  const doi = idFrom('doi', text(update.DOI))?.value;
  const date = crossrefDate(update.updated);
  return { kind, ...(doi && { doi }), ...(date && { date: isoDate(date) }), source };
}
