import { useState } from 'preact/hooks';
import { OFFERED, type Offered } from '../../utils/formats/offered';
import { passageAddress } from '../../utils/formats/passage-address';
import { quotedWords } from '../../utils/model/passage';
import type { Entry } from './shelf';
import { type LibraryWord, t } from './words';

/** What became of an entry in the time that is looked at. */
export type Deed = 'added' | 'changed' | 'deleted';

const DEED_WORDS: { readonly [Name in Deed]: LibraryWord } = {
  added: 'deedAdded',
  changed: 'deedChanged',
  deleted: 'deedDeleted',
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** Entries shown; a digest is to be read. Taken away is all of it. */
const FIRST = 200;

const begunOf = (shown: Entry): number => (shown.table === 'items' ? shown.entry.added : shown.entry.created);

/** What became of an entry since a time, milliseconds since the epoch. */
export const deedOf = (shown: Entry, since: number): Deed =>
  shown.entry.deleted !== undefined ? 'deleted' : begunOf(shown) >= since ? 'added' : 'changed';

/** The beginning of a day of the reader's, so many days before today. */
export function daysAgo(now: number, days: number): number {
  const day = new Date(now - days * DAY_MS);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

/** `2026-11-30`, as a field for dates wants it; the reader's own day. */
function dayText(at: number): string {
  const day = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

const titleOf = (shown: Entry): string => {
  if (shown.table === 'items') return shown.entry.headline || shown.entry.work.csl.title?.trim() || t('untitled');
  const quote = quotedWords(shown.entry.selectors).replace(/\s+/g, ' ').trim();
  return quote.length > 200 ? `${quote.slice(0, 200).trimEnd()}…` : quote;
};

export interface DigestProps {
  /** What was changed at or after `since`, changed last first; undefined while it is read. */
  readonly entries: readonly Entry[] | undefined;
  readonly since: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly dateText: (at: number) => string;
  readonly onSince: (since: number) => void;
  readonly onTake: (format: Offered, ids: ReadonlySet<string>) => void;
}

function Line({ shown, since }: { readonly shown: Entry; readonly since: number }) {
  const deed = deedOf(shown, since);
  const title = titleOf(shown);
  const address = shown.table === 'items' ? `#work=${shown.entry.id}` : passageAddress(shown.entry);
  return (
    <li class="digest-line">
      <span class={`deed deed-${deed}`}>{t(DEED_WORDS[deed])}</span>{' '}
      {deed === 'deleted' ? (
        <s>{title}</s>
      ) : (
        <a href={address} {...(shown.table === 'passages' && { target: '_blank', rel: 'noreferrer' })}>
          {shown.table === 'passages' ? `“${title}”` : title}
        </a>
      )}
      {shown.entry.remark && <span class="aside digest-remark"> {shown.entry.remark.slice(0, 300)}</span>}
    </li>
  );
}

/** What the reader added, changed and deleted since a day, day by day, to be read or taken away. */
export function Digest({ entries, since, now, dateText, onSince, onTake }: DigestProps) {
  const [format, setFormat] = useState(OFFERED[0]!.id);
  const kept = entries?.filter(({ entry }) => entry.deleted === undefined) ?? [];
  const days = new Map<string, Entry[]>();
  for (const shown of entries?.slice(0, FIRST) ?? []) {
    const day = dateText(shown.entry.modified);
    days.set(day, [...(days.get(day) ?? []), shown]);
  }
  return (
    <div class="digest">
      <p class="safe-actions">
        <label>
          {t('digestSince')}{' '}
          <input
            type="date"
            value={dayText(since)}
            max={dayText(now)}
            onChange={(event) => {
              const at = new Date(`${event.currentTarget.value}T00:00`).getTime();
              if (Number.isFinite(at)) onSince(at);
            }}
          />
        </label>
        {(
          [
            ['digestToday', 0],
            ['digestWeek', 7],
            ['digestMonth', 30],
          ] as const
        ).map(([word, count]) => (
          <button
            key={word}
            type="button"
            aria-pressed={since === daysAgo(now, count)}
            onClick={() => onSince(daysAgo(now, count))}
          >
            {t(word)}
          </button>
        ))}
      </p>
      <p role="status">{entries ? t('digestCount', entries.length) : t('opening')}</p>
      {[...days].map(([day, shown]) => (
        <section key={day} aria-label={day}>
          <h3>{day}</h3>
          <ul class="plain">
            {shown.map((each) => (
              <Line key={`${each.table} ${each.entry.id}`} shown={each} since={since} />
            ))}
          </ul>
        </section>
      ))}
      {entries && entries.length > FIRST && <p class="aside">{t('digestMore', entries.length - FIRST)}</p>}
      {kept.length > 0 && (
        <p class="safe-actions">
          <select
            aria-label={t('exportLead')}
            value={format}
            onChange={(event) => setFormat(event.currentTarget.value)}
          >
            {OFFERED.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
          <button
            type="button"
            onClick={() => onTake(OFFERED.find(({ id }) => id === format)!, new Set(kept.map(({ entry }) => entry.id)))}
          >
            {t('digestTake')}
          </button>
        </p>
      )}
    </div>
  );
}
