import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Format } from '../../utils/formats';
import type { Failure } from '../../utils/model/failure';
import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import { type ItemChanges, ItemEntry } from './item-entry';
import { type PassageChanges, PassageEntry } from './passage-entry';
import { filterItems, filterPassages, groupByPage } from './shown';
import { TakeAway } from './take-away';
import { t } from './words';

/** What the page knows of the library at this moment. */
export type LibraryState =
  | { readonly type: 'opening' }
  | { readonly type: 'superseded' }
  | { readonly type: 'failed'; readonly failure: Failure; readonly isNewer: boolean }
  | { readonly type: 'open'; readonly items: readonly ReadingItem[]; readonly passages: readonly Passage[] };

/** What the reader can do here. */
export interface LibraryActions {
  changePassage(id: string, change: PassageChanges): void;
  deletePassage(id: string): void;
  changeItem(id: string, change: ItemChanges): void;
  deleteItem(id: string): void;
  takeAway(format: Format): void;
  reload(): void;
}

export interface LibraryPageProps {
  readonly state: LibraryState;
  readonly actions: LibraryActions;
  readonly dateText: (at: number) => string;
  /** The shortcut that saves a selection, as the browser names it; undefined where none is set. */
  readonly saveShortcut?: string;
  readonly optionsUrl: string;
}

type Section = 'items' | 'passages';

/** How many entries are drawn before the reader asks for more. */
const FIRST = 100;

/** The whole library page. */
export function LibraryPage(props: LibraryPageProps) {
  const { state, actions, optionsUrl } = props;
  return (
    <>
      <header class="masthead">
        <h1>
          <span class="wordmark">Ibid</span> {t('title')}
        </h1>
        <a href={optionsUrl}>{t('options')}</a>
      </header>
      <main>
        {state.type === 'opening' && <p class="aside">{t('opening')}</p>}
        {state.type === 'superseded' && (
          <Notice title={t('superseded')} text={t('supersededText')}>
            <button type="button" onClick={actions.reload}>
              {t('reload')}
            </button>
          </Notice>
        )}
        {state.type === 'failed' && (
          <Notice
            title={state.isNewer ? t('newer') : t('cannotOpen')}
            text={state.isNewer ? t('newerText') : state.failure.message}
          />
        )}
        {state.type === 'open' && <OpenLibrary {...props} state={state} />}
      </main>
    </>
  );
}

function Notice({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <section class="notice" role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}

function OpenLibrary({
  state: { items, passages },
  actions,
  dateText,
  saveShortcut,
}: LibraryPageProps & { readonly state: LibraryState & { type: 'open' } }) {
  const [section, show] = useState<Section>(() => (items.length === 0 && passages.length > 0 ? 'passages' : 'items'));
  const [filter, setFilter] = useState('');
  const [most, setMost] = useState(FIRST);
  const shownItems = useMemo(() => filterItems(items, filter), [items, filter]);
  const shownPassages = useMemo(() => filterPassages(passages, filter), [passages, filter]);
  const all = section === 'items' ? items : passages;
  const shown = section === 'items' ? shownItems : shownPassages;

  const tab = (name: Section, label: string, count: number) => (
    <button
      type="button"
      role="tab"
      id={`tab-${name}`}
      aria-selected={section === name}
      aria-controls="shelf"
      tabIndex={section === name ? 0 : -1}
      onClick={() => show(name)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        const other = name === 'items' ? 'passages' : 'items';
        show(other);
        document.getElementById(`tab-${other}`)?.focus();
      }}
    >
      {label} <span class="count">{count}</span>
    </button>
  );

  return (
    <>
      <div class="toolbar">
        <div role="tablist" aria-label={t('title')}>
          {tab('items', t('readingList'), shownItems.length)}
          {tab('passages', t('passages'), shownPassages.length)}
        </div>
        <input
          type="search"
          class="filter"
          aria-label={t('filter')}
          placeholder={t('filterHint')}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      </div>
      <section id="shelf" role="tabpanel" aria-labelledby={`tab-${section}`}>
        {all.length === 0 && section === 'items' && <Empty title={t('noItems')} text={t('noItemsText')} />}
        {all.length === 0 && section === 'passages' && (
          <Empty title={t('noPassages')} text={t('noPassagesText', saveShortcut || 'Alt+Shift+S')} />
        )}
        {all.length > 0 && shown.length === 0 && (
          <div class="empty">
            <p>{t('noMatch', filter)}</p>
            <button type="button" onClick={() => setFilter('')}>
              {t('clearFilter')}
            </button>
          </div>
        )}
        {section === 'items' &&
          shownItems
            .slice(0, most)
            .map((item) => (
              <ItemEntry
                key={item.id}
                item={item}
                dateText={dateText}
                onChange={(change) => actions.changeItem(item.id, change)}
                onDelete={() => actions.deleteItem(item.id)}
              />
            ))}
        {section === 'passages' &&
          groupByPage(shownPassages.slice(0, most)).map((group) => (
            <section key={group.url} class="page-group">
              <h2>
                <a href={group.url} target="_blank" rel="noreferrer">
                  {group.title}
                </a>
                <span class="host">{hostOf(group.url)}</span>
              </h2>
              {group.passages.map((passage) => (
                <PassageEntry
                  key={passage.id}
                  passage={passage}
                  dateText={dateText}
                  onChange={(change) => actions.changePassage(passage.id, change)}
                  onDelete={() => actions.deletePassage(passage.id)}
                />
              ))}
            </section>
          ))}
        {shown.length > most && (
          <button type="button" class="more" onClick={() => setMost(most + FIRST)}>
            {t('showMore', Math.min(FIRST, shown.length - most))}
          </button>
        )}
      </section>
      <TakeAway onTake={actions.takeAway} items={items.length} passages={passages.length} />
    </>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
}

function Empty({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div class="empty">
      <span class="ornament" aria-hidden="true">
        ❦
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}
