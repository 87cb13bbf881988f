import { useEffect, useRef } from 'preact/hooks';
import type { Asked, Section } from './library-page';
import { VIEWS, type View } from './view-names';
import { type LibraryWord, t } from './words';

/** The words for each order. */
export const ORDER_WORDS: { readonly [Name in Asked['order']]: LibraryWord } = {
  best: 'orderBest',
  newest: 'orderNewest',
  oldest: 'orderOldest',
  page: 'orderPage',
  work: 'orderWork',
  hand: 'orderHand',
};

/** The search field; `/` leads into it from anywhere, Escape empties it. */
export function SearchField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof Element && event.target.closest('input, textarea, select');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', lead);
    return () => removeEventListener('keydown', lead);
  }, []);
  return (
    <input
      ref={field}
      type="search"
      class="filter"
      aria-label={t('filter')}
      aria-keyshortcuts="/"
      placeholder={t('filterHint')}
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && onText('')}
    />
  );
}

const SECTIONS = ['items', 'passages', 'trash'] as const;

export interface TabsProps {
  readonly asked: Asked;
  readonly counts: Readonly<Partial<Record<Section, number>>>;
  readonly onShow: (section: Section) => void;
}

/** The halves of the library and its trash. */
export function Tabs({ asked, counts, onShow }: TabsProps) {
  const tab = (name: Section, label: string) => (
    <button
      type="button"
      role="tab"
      id={`tab-${name}`}
      aria-selected={asked.section === name}
      aria-controls="shelf"
      tabIndex={asked.section === name ? 0 : -1}
      onClick={() => onShow(name)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        const step = event.key === 'ArrowRight' ? 1 : SECTIONS.length - 1;
        const other = SECTIONS[(SECTIONS.indexOf(name) + step) % SECTIONS.length]!;
        onShow(other);
        document.getElementById(`tab-${other}`)?.focus();
      }}
    >
      {label} <span class="count">{counts[name]}</span>
    </button>
  );
  return (
    <div role="tablist" aria-label={t('title')}>
      {tab('items', t('readingList'))}
      {tab('passages', t('passages'))}
      {tab('trash', t('trash'))}
    </div>
  );
}

const VIEW_WORDS: { readonly [Name in View]: LibraryWord } = {
  list: 'viewList',
  cards: 'viewCards',
  grid: 'viewGrid',
  timeline: 'viewTimeline',
};

/** How the reading list is seen. */
export function ViewChoice({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  return (
    <label class="order">
      <span class="hidden">{t('view')}</span>
      <select value={view} onChange={(event) => onView(event.currentTarget.value as View)}>
        {VIEWS.map((name) => (
          <option key={name} value={name}>
            {t(VIEW_WORDS[name])}
          </option>
        ))}
      </select>
    </label>
  );
}
