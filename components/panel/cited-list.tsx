import { useEffect, useRef, useState } from 'preact/hooks';
import type { Status } from '../../utils/model/reading-item';
import { t } from './words';

/** Where one citation stands: a frame and a number in it. */
export interface PanelPlace {
  readonly frameId: number;
  readonly number: number;
}

/** A cited work as the panel shows it. */
export interface CitedLine {
  readonly id: string;
  readonly title: string;
  /** Authors, journal and year, or where it leads; empty where nothing more is known. */
  readonly line: string;
  /** Labels of its first citation, as printed. */
  readonly label: string;
  readonly places: readonly PanelPlace[];
  /** In the reading list, and how far read. */
  readonly status?: Status;
  /** `alarm`: retracted or withdrawn. `care`: in doubt, as far as is known here. */
  readonly standing?: { readonly tone: 'alarm' | 'care'; readonly text: string };
  /** Everything that is searched by the filter, folded. */
  readonly text: string;
}

/** Works drawn at first: more would make the panel slow to open, and nobody reads so far without a filter. */
const FIRST = 200;

const STATUS_WORDS = { 'to-read': 'listed', reading: 'reading', read: 'read' } as const;

/** Text as it is compared: without case and accents. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** The lines that hold every word typed. */
export function filtered(lines: readonly CitedLine[], typed: string): readonly CitedLine[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return words.length === 0 ? lines : lines.filter(({ text }) => words.every((word) => text.includes(word)));
}

const keyOf = ({ frameId, number }: PanelPlace): string => `${frameId} ${number}`;

export const isSamePlace = (a: PanelPlace | undefined, b: PanelPlace | undefined): boolean =>
  a !== undefined && b !== undefined && a.frameId === b.frameId && a.number === b.number;

/** The next place of a work after the one in view: the first, where none of its own is. */
export function nextPlace({ places }: CitedLine, at: PanelPlace | undefined): PanelPlace | undefined {
  const index = places.findIndex((place) => isSamePlace(place, at));
  return places[(index + 1) % places.length];
}

/** What the page says where it cites a work, which is asked for when somebody wants to see it. */
export interface WordsAsked {
  /** By `FRAME NUMBER`; what is missing was not asked for, or cannot be told. */
  readonly words: ReadonlyMap<string, string>;
  readonly onWords: (places: readonly PanelPlace[]) => void;
}

interface LineProps extends WordsAsked {
  readonly line: CitedLine;
  readonly at: PanelPlace | undefined;
  readonly onGo: (to: PanelPlace) => void;
}

/** Every place that cites a work, with the words of the page; each leads there. */
function Mentions({ line, at, words, onWords, onGo }: LineProps) {
  const places = line.places.slice(0, FIRST);
  // When the page has changed, what was told is known no longer.
  const isUntold = !places.some((place) => words.has(keyOf(place)));
  useEffect(() => {
    if (isUntold) onWords(places);
  }, [isUntold]);
  return (
    <ol class="mentions" aria-label={t('mentions')}>
      {places.map((place, index) => (
        <li key={keyOf(place)}>
          <button
            type="button"
            dir="auto"
            aria-current={isSamePlace(place, at) ? 'location' : undefined}
            onClick={() => onGo(place)}
          >
            {words.get(keyOf(place)) ?? t('at', index + 1, line.places.length)}
          </button>
        </li>
      ))}
    </ol>
  );
}

function Line(props: LineProps) {
  const { line, at, onGo } = props;
  const [isOpen, setOpen] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const index = line.places.findIndex((place) => isSamePlace(place, at));
  const isHere = index >= 0;
  useEffect(() => {
    if (isHere) item.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isHere]);
  return (
    <li ref={item} class={isHere ? 'here' : undefined}>
      <button
        type="button"
        class="work"
        aria-current={isHere ? 'true' : undefined}
        onClick={() => {
          const to = nextPlace(line, at);
          if (to) onGo(to);
        }}
      >
        {line.label && <span class="label">{line.label}</span>}
        <span class="words">
          <span class="title">{line.title}</span>
          {line.line && <span class="aside">{line.line}</span>}
          {(line.standing || line.status) && (
            <span class="marks">
              {line.standing && <span class={`badge ${line.standing.tone}`}>{line.standing.text}</span>}
              {line.status && <span class={`badge good ${line.status}`}>{t(STATUS_WORDS[line.status])}</span>}
            </span>
          )}
        </span>
      </button>
      <button type="button" class="times" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isHere && line.places.length > 1
          ? t('timesAt', index + 1, line.places.length)
          : t('times', line.places.length)}
      </button>
      {isOpen && <Mentions {...props} />}
    </li>
  );
}

/** The works that a page cites: filtered, and walked through. */
export function CitedList(
  props: WordsAsked & {
    readonly lines: readonly CitedLine[];
    /** All citations in the order of the page. */
    readonly order: readonly PanelPlace[];
    readonly at: PanelPlace | undefined;
    readonly onGo: (to: PanelPlace) => void;
  },
) {
  const { lines, order, at, onGo, ...asked } = props;
  const [typed, type] = useState('');
  const [isAll, showAll] = useState(false);
  /** Where the walk was: a page that changes may take its citation away. */
  const last = useRef(-1);
  const found = filtered(lines, typed);
  const kept = new Set(found.flatMap(({ places }) => places.map(keyOf)));
  const walk = found === lines ? order : order.filter((place) => kept.has(keyOf(place)));
  const index = walk.findIndex((place) => isSamePlace(place, at));
  if (index >= 0) last.current = index;
  const step = (by: 1 | -1) => {
    // Where its citation is gone, the walk goes on from what stands in its place now.
    const from = index >= 0 ? index + by : by > 0 ? Math.max(last.current, 0) : last.current - 1;
    const to = walk[from < 0 ? walk.length - 1 : from % walk.length];
    if (to) onGo(to);
  };
  return (
    <section aria-labelledby="cited">
      <h2 id="cited">
        {t('cited')} <span class="aside">{t('works', lines.length)}</span>
      </h2>
      <div class="walk">
        <input
          type="search"
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={typed}
          onInput={(event) => {
            last.current = -1;
            type(event.currentTarget.value);
          }}
        />
        <div class="steps">
          <button
            type="button"
            aria-label={t('previous')}
            title={t('previous')}
            disabled={!walk.length}
            onClick={() => step(-1)}
          >
            ↑
          </button>
          <span role="status">{index >= 0 ? t('at', index + 1, walk.length) : t('citations', walk.length)}</span>
          <button
            type="button"
            aria-label={t('next')}
            title={t('next')}
            disabled={!walk.length}
            onClick={() => step(1)}
          >
            ↓
          </button>
        </div>
      </div>
      {found.length === 0 && <p class="aside">{t('noMatch', typed.trim())}</p>}
      <ol class="works">
        {(isAll ? found : found.slice(0, FIRST)).map((line) => (
          <Line key={line.id} {...asked} line={line} at={at} onGo={onGo} />
        ))}
      </ol>
      {!isAll && found.length > FIRST && (
        <button type="button" class="quiet" onClick={() => showAll(true)}>
          {t('showAll', found.length)}
        </button>
      )}
    </section>
  );
}
