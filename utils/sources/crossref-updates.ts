import type { Notice } from '../model/work';
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

/** An entry of `updated-by`: something published later about this record (`update-to` says the reverse, and is not read). */
export function readUpdate(value: unknown, source: string): Notice | undefined {
  const update = shape(value);
  const kind = noticeKind(text(update.type)) ?? noticeKind(text(update.label));
  if (!kind) return undefined;
  const doi = idFrom('doi', text(update.DOI))?.value;
  const date = crossrefDate(update.updated);
  return { kind, ...(doi && { doi }), ...(date && { date: isoDate(date) }), source };
}
