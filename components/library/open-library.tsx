import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Collection, KeptSearch } from '../../utils/model/collection';
import { BackupQuestion } from './auto-backup';
import { BulkBar } from './bulk-bar';
import { Collections } from './collections';
import { Facets } from './facets';
import { Later } from './later';
import { type Asked, isOrderIn, type LibraryPageProps, type LibraryState, ORDERS } from './library-page';
import { LookUpBar } from './look-up-bar';
import { Lost } from './lost';
import { isNearlyFull, SafeKeeping } from './safe-keeping';
import { Shelf } from './shelf';
import { TakeAway } from './take-away';
import { ORDER_WORDS, SearchField, Tabs, ViewChoice } from './toolbar';
import { TopicHead } from './topic-head';
import { Trash } from './trash';
import type { View } from './view-names';
import type { EvidenceGrid, Timeline } from './views';
import { t } from './words';

/** The collection or kept search that is asked for. */
function activeIn(collections: readonly Collection[], { section, text, chosen, order }: Asked): Collection | undefined {
  const [id, ...others] = chosen.collection ?? [];
  const shown = JSON.stringify({ section, text, chosen, order });
  return collections.find(({ id: own, search }) =>
    search
      ? shown ===
        JSON.stringify({ section: search.section, text: search.text, chosen: search.chosen, order: search.order })
      : own === id && others.length === 0,
  );
}

/** What is searched for beside the collection that is shown. */
function searchIn({ section, text, chosen }: Asked): KeptSearch {
  const { collection: _own, ...others } = chosen;
  return { section: section === 'passages' ? 'passages' : 'items', text, chosen: others, order: 'best' };
}
const isNarrowedIn = (asked: Asked) => {
  const { text, chosen } = searchIn(asked);
  return text.trim() !== '' || Object.values(chosen).some((values) => values.length > 0);
};

/** The grid and the timeline: most look at the list, so they are loaded when one of them is first wanted. */
function usePictures(view: View) {
  const [loaded, setLoaded] = useState<{ EvidenceGrid: typeof EvidenceGrid; Timeline: typeof Timeline }>();
  const isWanted = view === 'grid' || view === 'timeline';
  useEffect(() => {
    if (isWanted) void import('./views').then(setLoaded);
  }, [isWanted]);
  return loaded;
}

/** The library, open: what is asked for, what was found, and what can be done with it. */
export function OpenLibrary(props: LibraryPageProps & { readonly state: LibraryState & { type: 'open' } }) {
  const { state, asked, actions, dateText, saveShortcut, trash, safeKeeping, collections, chosen: ticked } = props;
  const { found } = state;
  const { section, text, chosen, order } = asked;
  const [view, setView] = useState<View>('list');
  const pictures = usePictures(view);
  const isNarrowed = text.trim() !== '' || Object.values(chosen).some((values) => values.length > 0);
  const isEmpty = found.total === 0;
  const active = activeIn(collections, asked);
  const isList = section !== 'items' || view === 'list' || view === 'cards';
  const topic = active && !active.search ? active : undefined;
  const run = (search: KeptSearch) => actions.ask({ ...search, order: search.order as Asked['order'] });
  // Not with everything else that is drawn: much comes in from elsewhere, and entries are many and take long.
  const shelf = useMemo(
    () => (
      <Shelf
        total={found.total}
        chunk={found.chunk}
        name={`${view} ${JSON.stringify(asked)}`}
        marks={found.marks}
        collections={collections}
        choiceOf={(id) => ({
          isChosen: ticked.has(id),
          onChoose: (isChosen, reaches) => actions.choose(id, isChosen, reaches),
        })}
        gradeOf={
          topic &&
          ((item) => ({
            value: topic.grades?.[item],
            onChange: (grade) => void actions.changeCollection(topic.id, { graded: { item, grade } }),
          }))
        }
        onMove={order === 'hand' && active && !active.search ? actions.moveItem : undefined}
        dateText={dateText}
        onDrawn={actions.see}
        onChangePassage={actions.changePassage}
        onDeletePassage={actions.deletePassage}
        onChangeItem={actions.changeItem}
        onDeleteItem={actions.deleteItem}
      />
    ),
    [found, ticked, collections, view, topic],
  );
  const openCollection = ({ id, search }: Collection) =>
    search ? run(search) : actions.ask({ section: 'items', text: '', chosen: { collection: [id] }, order: 'hand' });
  const open = (more: Asked['chosen']) => {
    setView('list');
    actions.ask({ chosen: { ...chosen, ...more } });
  };

  return (
    <>
      {isNearlyFull(safeKeeping.storage) && (
        <p class="notice" role="alert">
          <span>{t('nearlyFull')}</span>{' '}
          <button type="button" onClick={() => document.getElementById('safe-keeping')?.scrollIntoView()}>
            {t('toSafeKeeping')}
          </button>
        </p>
      )}
      {props.loss && <Lost {...props.loss} />}
      {props.lookUp && <LookUpBar {...props.lookUp} />}
      {props.backupQuestion && <BackupQuestion {...props.backupQuestion} />}
      <div class="toolbar">
        <Tabs
          asked={asked}
          counts={{ ...found.totals, trash: trash.count }}
          onShow={(next) => actions.ask({ section: next })}
        />
        {section !== 'trash' && (
          <>
            <SearchField text={text} onText={(next) => actions.ask({ text: next })} />
            {/* Pictures and tables have an order of their own. */}
            {isList && (
              <label class="order">
                <span class="hidden">{t('order')}</span>
                <select
                  value={order}
                  onChange={(event) => actions.ask({ order: event.currentTarget.value as Asked['order'] })}
                >
                  {ORDERS.filter((name) => isOrderIn(name, section, topic !== undefined)).map((name) => (
                    <option key={name} value={name}>
                      {t(ORDER_WORDS[name])}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {section === 'items' && <ViewChoice view={view} onView={setView} />}
          </>
        )}
      </div>
      {section === 'trash' ? (
        <section id="shelf" role="tabpanel" aria-labelledby="tab-trash">
          <Trash {...trash} dateText={dateText} />
        </section>
      ) : (
        <>
          <p class="aside found" role="status">
            {found.totals && t('found', found.total)}
            {found.waiting > 0 && ` ${t('indexing', found.waiting)}`}
          </p>
          {found.corrections.map(({ word, meant }) => (
            <p key={word} class="aside corrections">
              {t(
                'meant',
                word,
                meant
                  .slice(0, 4)
                  .map((each) => `“${each}”`)
                  .join(t('meantOr')),
              )}
            </p>
          ))}
          <div class={isNarrowed ? 'desk narrowed' : 'desk'}>
            <section id="shelf" role="tabpanel" aria-labelledby={`tab-${section}`}>
              <h2 class="hidden">{t(section === 'items' ? 'readingList' : 'passages')}</h2>
              {active && (
                <TopicHead
                  collection={active}
                  collections={collections}
                  search={isNarrowedIn(asked) ? searchIn(asked) : undefined}
                  dateText={dateText}
                  onOpen={openCollection}
                  onRun={run}
                  onChange={(change, seen) => actions.changeCollection(active.id, change, seen)}
                  onDelete={() => actions.deleteCollection(active)}
                />
              )}
              {isEmpty && !isNarrowed && section === 'items' && <Empty title={t('noItems')} text={t('noItemsText')} />}
              {isEmpty && !isNarrowed && section === 'passages' && (
                <Empty title={t('noPassages')} text={t('noPassagesText', saveShortcut || 'Alt+Shift+S')} />
              )}
              {isEmpty && isNarrowed && (
                <div class="empty">
                  <p>{text.trim() ? t('noMatch', text) : t('noneChosen')}</p>
                  <button type="button" onClick={() => actions.ask({ text: '', chosen: {} })}>
                    {t('clearFilter')}
                  </button>
                </div>
              )}
              {!isEmpty && isList && (
                <div class={section === 'items' && view === 'cards' ? 'cards' : undefined}>{shelf}</div>
              )}
              {!isEmpty && section === 'items' && view === 'grid' && pictures && (
                <pictures.EvidenceGrid
                  cross={found.cross}
                  version={found}
                  collections={collections.filter(({ search }) => !search)}
                  readGrades={actions.readGrades}
                  onOpen={open}
                />
              )}
              {!isEmpty && section === 'items' && view === 'timeline' && pictures && (
                <pictures.Timeline cross={found.cross} version={found} onOpen={open} />
              )}
            </section>
            {(!isEmpty || isNarrowed) && (
              <Later>
                <details class="facets" open={innerWidth >= 1000}>
                  <summary>{t('filters')}</summary>
                  <Collections
                    collections={collections}
                    counts={section === 'items' ? (found.facets.collection ?? []) : undefined}
                    active={active}
                    isNarrowed={isNarrowed}
                    onOpen={openCollection}
                    onMake={(name, keepsSearch) =>
                      actions.makeCollection(name, keepsSearch ? { section, text, chosen, order } : undefined)
                    }
                  />
                  <Facets
                    key={found.searched}
                    counts={found.facets}
                    chosen={chosen}
                    onChoose={(next) => actions.ask({ chosen: next })}
                  />
                  {section === 'items' && props.duplicates.length > 0 && (
                    <section class="duplicates">
                      <p class="aside">{t('duplicates', props.duplicates.length)}</p>
                      {props.duplicates.slice(0, 5).map(({ ids, title }) => (
                        <button key={ids.join()} type="button" onClick={() => actions.mergeItems(ids)}>
                          {t('mergeThese', title)}
                        </button>
                      ))}
                    </section>
                  )}
                </details>
              </Later>
            )}
          </div>
          {(ticked.size > 0 || props.bulk) && (
            <BulkBar
              count={ticked.size}
              total={found.total}
              areWorks={section === 'items'}
              collections={collections}
              active={active}
              progress={props.bulk}
              onAll={actions.chooseAll}
              onNone={actions.chooseNone}
              onChange={actions.changeChosen}
              onExport={actions.exportChosen}
              onLookUp={actions.lookUpChosen}
              onMerge={actions.mergeChosen}
              onCancel={actions.cancelBulk}
            />
          )}
        </>
      )}
      {found.kept && <TakeAway onTake={actions.takeAway} items={found.kept.items} passages={found.kept.passages} />}
      <SafeKeeping {...safeKeeping} />
    </>
  );
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
