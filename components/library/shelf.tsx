import type { Collection } from '../../utils/model/collection';
import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import type { GradeChoice } from './grades';
import type { FindMarks } from './highlighted';
import { ItemEntry } from './item-entry';
import type { LibraryActions } from './library-page';
import { PassageEntry } from './passage-entry';
import { hostOf, samePage } from './shown';
import type { Choice } from './tick';
import { CHUNK, VirtualList } from './virtual-list';

/** An entry of the library, whole. */
export type Entry =
  | {
      readonly table: 'passages';
      readonly entry: Passage;
      /** Other pages on which the same words are saved. */
      readonly elsewhere?: readonly { readonly url: string; readonly title: string }[];
    }
  | { readonly table: 'items'; readonly entry: ReadingItem };

export interface ShelfProps {
  readonly total: number;
  /** The entries of a chunk of the list; undefined while they are read. */
  readonly chunk: (chunk: number) => readonly Entry[] | undefined;
  /** Changes when something else was asked for. */
  readonly name: string;
  readonly marks: FindMarks;
  readonly collections: readonly Collection[];
  readonly choiceOf: (id: string) => Choice;
  /** What a work is to the topic that is shown; undefined where none is. */
  readonly gradeOf?: (id: string) => GradeChoice;
  /** Moves a work among its neighbours; undefined where the order is not the reader's own. */
  readonly onMove?: (id: string, by: 1 | -1) => void;
  readonly dateText: (at: number) => string;
  readonly onDrawn: (chunks: readonly number[]) => void;
  readonly onChangePassage: LibraryActions['changePassage'];
  readonly onDeletePassage: (id: string) => void;
  readonly onChangeItem: LibraryActions['changeItem'];
  readonly onDeleteItem: (id: string) => void;
}

/** Height of an entry before it is drawn, CSS pixels; near what most have. */
const ESTIMATE = 170;

/** The entries found, each drawn when it comes near the window. */
export function Shelf(props: ShelfProps) {
  const { total, chunk, name, marks, dateText, onDrawn } = props;
  const draw = (number: number) => {
    const entries = chunk(number);
    if (!entries) return <div style={{ height: `${ESTIMATE * Math.min(CHUNK, total - number * CHUNK)}px` }} />;
    const before = number > 0 ? chunk(number - 1)?.at(-1) : undefined;
    return entries.map((shown, index) => {
      const place = { position: number * CHUNK + index + 1, total };
      if (shown.table === 'items') {
        const item = shown.entry;
        return (
          <ItemEntry
            key={item.id}
            item={item}
            place={place}
            marks={marks}
            collections={props.collections}
            choice={props.choiceOf(item.id)}
            grade={props.gradeOf?.(item.id)}
            onMove={props.onMove && ((by) => props.onMove!(item.id, by))}
            dateText={dateText}
            onChange={(change, seen) => props.onChangeItem(item.id, change, seen)}
            onDelete={() => props.onDeleteItem(item.id)}
          />
        );
      }
      const passage = shown.entry;
      const last = index > 0 ? entries[index - 1] : before;
      const isNewPage = last?.table !== 'passages' || !samePage(last.entry, passage);
      return (
        <PassageEntry
          key={passage.id}
          passage={passage}
          elsewhere={shown.elsewhere}
          place={place}
          page={
            isNewPage
              ? { title: passage.page.title.trim() || passage.page.url, host: hostOf(passage.page.url) }
              : undefined
          }
          marks={marks}
          choice={props.choiceOf(passage.id)}
          dateText={dateText}
          onChange={(change, seen) => props.onChangePassage(passage.id, change, seen)}
          onDelete={() => props.onDeletePassage(passage.id)}
        />
      );
    });
  };
  return <VirtualList count={total} estimate={ESTIMATE} name={name} draw={draw} onDrawn={onDrawn} />;
}
