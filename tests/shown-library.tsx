import { render } from '@testing-library/preact';
import { vi } from 'vitest';
import {
  type Asked,
  type FoundState,
  type LibraryActions,
  LibraryPage,
  type LibraryState,
} from '../components/library/library-page';
import type { SafeKeepingProps } from '../components/library/safe-keeping';
import type { Entry } from '../components/library/shelf';
import type { WorkView } from '../components/library/work-page';
import type { Collection } from '../utils/model/collection';
import type { Passage } from '../utils/model/passage';
import type { ReadingItem } from '../utils/model/reading-item';
import recorded from './fixtures/storage/v1.json';

export const passage = recorded.passages[0] as Passage;
export const item = recorded.items[0] as unknown as ReadingItem;

export const DAY_MS = 24 * 60 * 60 * 1000;

interface More {
  readonly bin?: readonly Entry[];
  readonly safe?: Partial<SafeKeepingProps>;
  readonly collections?: readonly Collection[];
  readonly chosen?: ReadonlySet<string>;
  readonly work?: { readonly view?: WorkView };
  readonly loss?: { readonly onSeen: () => void };
  readonly backupQuestion?: { readonly onYes: () => void; readonly onNo: () => void };
}

/** Draws the library page as it stands, with what was called of it. */
export function show(
  state: LibraryState,
  ask: Partial<Asked> = {},
  { bin = [], safe = {}, collections = [], chosen = new Set(), work, loss, backupQuestion }: More = {},
) {
  const actions = {
    ask: vi.fn(),
    see: vi.fn(),
    changePassage: vi.fn(),
    deletePassage: vi.fn(),
    changeItem: vi.fn(),
    deleteItem: vi.fn(),
    changeCollection: vi.fn(),
    readGrades: vi.fn(async () => []),
    makeCollection: vi.fn(),
    deleteCollection: vi.fn(),
    choose: vi.fn(),
    chooseAll: vi.fn(),
    chooseNone: vi.fn(),
    changeChosen: vi.fn(),
    cancelBulk: vi.fn(),
    exportChosen: vi.fn(),
    lookUpChosen: vi.fn(),
    mergeItems: vi.fn(),
    mergeChosen: vi.fn(),
    moveItem: vi.fn(),
    leaveWork: vi.fn(),
    takeAway: vi.fn(),
    reload: vi.fn(),
    rescue: vi.fn(),
  } satisfies LibraryActions;
  const trash = { entries: bin, count: bin.length, now: 50 * DAY_MS, onRestore: vi.fn(), onEmpty: vi.fn() };
  const safeKeeping: SafeKeepingProps = {
    storage: { usedBytes: 2_500_000, roomBytes: 9_000_000_000, isPersistent: false },
    outcome: undefined,
    busy: undefined,
    onBackup: vi.fn(),
    onRehearse: vi.fn(),
    onRestore: vi.fn(),
    onPersist: vi.fn(),
    onSaveLeftOut: vi.fn(),
    automatic: {
      state: undefined,
      isMaking: false,
      canChooseFolder: true,
      now: 0,
      timeText: (at) => `time ${at}`,
      onFolder: vi.fn(),
      onDownloads: vi.fn(),
      onPlan: vi.fn(),
      onNow: vi.fn(),
    },
    ...safe,
  };
  const asked: Asked = { section: 'items', text: '', chosen: {}, order: 'best', ...ask };
  const page = (state: LibraryState) => (
    <LibraryPage
      trash={trash}
      safeKeeping={safeKeeping}
      state={state}
      asked={asked}
      actions={actions}
      collections={collections}
      chosen={chosen}
      duplicates={[]}
      work={work}
      loss={loss}
      backupQuestion={backupQuestion}
      dateText={(at) => `day ${at}`}
      optionsUrl="options.html"
    />
  );
  const view = render(page(state));
  return { actions, trash, safeKeeping, update: (next: LibraryState) => view.rerender(page(next)) };
}
/** Entries that are read at a time. */
export const CHUNK = 8;

/** A library in which some entries were found. */
export const found = (entries: readonly Entry[], more: Partial<FoundState> = {}): LibraryState => ({
  type: 'open',
  found: {
    total: entries.length,
    totals: { items: entries.length, passages: entries.length },
    searched: '',
    facets: {},
    corrections: [],
    marks: () => [],
    cross: async () => [],
    chunk: (chunk) => entries.slice(chunk * CHUNK, (chunk + 1) * CHUNK),
    kept: { items: 0, passages: entries.length },
    waiting: 0,
    ...more,
  },
});
/** A library of some works. */
export const works = (...items: readonly ReadingItem[]) =>
  found(
    items.map((entry) => ({ table: 'items', entry })),
    { kept: { items: items.length, passages: 0 } },
  );
/** A library of some passages. */
export const quotes = (...passages: readonly Passage[]) =>
  found(passages.map((entry) => ({ table: 'passages', entry })));
