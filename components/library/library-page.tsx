import type { ComponentChildren } from 'preact';
import type { Offered } from '../../utils/formats/offered';
import type { BulkChange } from '../../utils/model/bulk';
import type { Collection, CollectionChange, KeptSearch } from '../../utils/model/collection';
import type { Failure } from '../../utils/model/failure';
import type { JobKind } from '../../utils/model/look-up-job';
import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import { failureText } from '../pages/failure-text';
import type { BulkProgress } from './bulk-bar';
import type { Chosen, FacetCount } from './facets';
import type { GradeCount } from './grades';
import type { Half } from './halves';
import type { FindMarks } from './highlighted';
import type { ItemChanges } from './item-entry';
import type { LookUpBarProps } from './look-up-bar';
import { OpenLibrary } from './open-library';
import type { PassageChanges } from './passage-entry';
import type { SafeKeepingProps } from './safe-keeping';
import type { Entry } from './shelf';
import type { TrashProps } from './trash';
import type { CrossViewProps } from './views';
import { t } from './words';
import { WorkPage, type WorkView } from './work-page';

/** What the page can show. */
export type Section = Half | 'trash';

/**
 * Orders in which entries may stand; `best` is `newest` where nothing is searched for, `page` and `work` are for passages, `hand` is
 * for one collection.
 */
export const ORDERS = ['best', 'newest', 'oldest', 'page', 'work', 'hand'] as const;

/** Whether entries can stand in an order. */
export const isOrderIn = (order: (typeof ORDERS)[number], section: Section, isOneCollection: boolean): boolean =>
  order === 'hand' ? isOneCollection : section === 'passages' || (order !== 'page' && order !== 'work');

/** What the reader asks for. */
export interface Asked {
  readonly section: Section;
  readonly text: string;
  readonly chosen: Chosen;
  readonly order: (typeof ORDERS)[number];
}

/** What was found, and what there is. */
export interface FoundState {
  readonly total: number;
  /** In each half of the library, whichever is shown; undefined until they are counted, and a half in which the same cannot be chosen. */
  readonly totals?: Readonly<Record<Half, number | undefined>>;
  /** What was searched for; the facets keep their places as long as it is the same. */
  readonly searched: string;
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** Words that nothing holds, with those that were taken for them. */
  readonly corrections: readonly { readonly word: string; readonly meant: readonly string[] }[];
  readonly marks: FindMarks;
  /** The entries of a chunk of the list; undefined while they are read. */
  readonly chunk: (chunk: number) => readonly Entry[] | undefined;
  /** Counts what was found by two groups of facets at once. */
  readonly cross: CrossViewProps['cross'];
  /** All that is kept, found or not; undefined until it is counted. */
  readonly kept?: Readonly<Record<Half, number>>;
  /** Entries that the search does not know yet. */
  readonly waiting: number;
}

/** What the page knows of the library at this moment. */
export type LibraryState =
  | { readonly type: 'opening' }
  | { readonly type: 'superseded' }
  | { readonly type: 'failed'; readonly failure: Failure; readonly isNewer: boolean }
  | { readonly type: 'open'; readonly found: FoundState };

/** What the reader can do here. */
export interface LibraryActions {
  ask(change: Partial<Asked>): void;
  /** These chunks of the list are in sight. */
  see(chunks: readonly number[]): void;
  /** Changes an entry; `seen` is what is shown of the fields that are changed. Gives it as it is stored then. */
  changePassage(id: string, change: PassageChanges, seen?: PassageChanges): Promise<Passage | undefined> | undefined;
  deletePassage(id: string): void;
  changeItem(id: string, change: ItemChanges, seen?: ItemChanges): Promise<ReadingItem | undefined> | undefined;
  deleteItem(id: string): void;
  changeCollection(
    id: string,
    change: CollectionChange,
    seen?: CollectionChange,
  ): Promise<Collection | undefined> | undefined;
  /** Counts the grades of works by collection and kind. */
  readGrades(): Promise<readonly GradeCount[]>;
  makeCollection(name: string, search?: KeptSearch): void;
  deleteCollection(collection: Collection): void;
  /** Ticks entries or takes their ticks away; `reaches`: with all from the one ticked last. */
  choose(id: string, isChosen: boolean, reaches: boolean): void;
  chooseAll(): void;
  chooseNone(): void;
  /** Does something to all that is ticked. */
  changeChosen(change: BulkChange): void;
  cancelBulk(): void;
  exportChosen(format: Offered): void;
  /** Asks what looking up all that is ticked would send. */
  lookUpChosen(kind: JobKind): void;
  mergeItems(ids: readonly string[]): void;
  mergeChosen(): void;
  moveItem(id: string, by: 1 | -1): void;
  leaveWork(): void;
  takeAway(format: Offered): void;
  reload(): void;
  /** Writes a backup of what can still be read of a library that does not open. */
  rescue(): void;
}

export interface LibraryPageProps {
  readonly state: LibraryState;
  readonly asked: Asked;
  readonly actions: LibraryActions;
  readonly dateText: (at: number) => string;
  /** The shortcut that saves a selection, as the browser names it; undefined where none is set. */
  readonly saveShortcut?: string;
  readonly optionsUrl: string;
  readonly collections: readonly Collection[];
  /** Ids of the entries that are ticked. */
  readonly chosen: ReadonlySet<string>;
  readonly bulk?: BulkProgress;
  /** Works that seem to be listed more than once. */
  readonly duplicates: readonly { readonly ids: readonly string[]; readonly title: string }[];
  /** The one work that is shown instead of the list; its view is undefined while it is read. */
  readonly work?: { readonly view?: WorkView };
  readonly trash: Omit<TrashProps, 'dateText'>;
  readonly safeKeeping: SafeKeepingProps;
  readonly lookUp?: LookUpBarProps;
  /** Set where another library was here before: the browser has lost it. */
  readonly loss?: { readonly onSeen: () => void };
  /** Set while the reader is asked whether backups shall be made. */
  readonly backupQuestion?: { readonly onYes: () => void; readonly onNo: () => void };
}

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
            text={state.isNewer ? t('newerText') : failureText(state.failure)}
          >
            <p>{t('rescueText')}</p>
            <button type="button" onClick={actions.rescue}>
              {t('rescue')}
            </button>
          </Notice>
        )}
        {props.work && (
          <WorkPage
            view={props.work.view}
            collections={props.collections}
            dateText={props.dateText}
            onChange={actions.changeItem}
            onDelete={actions.deleteItem}
            onLeave={actions.leaveWork}
          />
        )}
        {state.type === 'open' && !props.work && <OpenLibrary {...props} state={state} />}
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
