import type { Taken } from '../../utils/formats/format';
import { outlineOf } from '../../utils/formats/outline';
import { type Shelf, writtenFrom } from '../../utils/formats/plan';
import { pagesOf, tagsOf } from '../../utils/formats/scope';
import { type Failure, FailureError } from '../../utils/model/failure';
import { lastChange, listedPassages, listedWorks } from '../../utils/storage/kept';
import { createLibrary } from '../../utils/storage/library';
import { createShelf } from '../../utils/storage/shelf';
import { createPause } from './pause';
import { shelfFor, takenBy, type Writing, writingOf } from './write-wish';
import type { FromWriting, ToWriting } from './writing-messages';

// A library of thousands takes seconds to be read and written: the page stays at hand meanwhile, and can end it. Entries are held in
// outline, and whole only those that are being written.

/** Time between two words about how far it is, milliseconds. */
const TOLD_MS = 100;

const library = createLibrary();
const pause = createPause();
const cancelled = new Set<number>();
const tell = (message: FromWriting) => postMessage(message);

/** Rows that are read at a time for the outline. */
const AT_ONCE = 500;
/** Characters or bytes of a file that are held here before the browser takes them. */
const HELD = 1_000_000;

/** The library in outline as it was read last, and the change up to which that is true. */
let read: { readonly change: number; readonly opened: Promise<Opened> } | undefined;

/** The library in outline, and where its entries are read whole. */
interface Opened {
  readonly outline: Taken;
  readonly shelf: Shelf;
}

async function openLibrary(): Promise<Opened> {
  const change = await lastChange(library);
  if (!change.ok) throw new FailureError(change.failure);
  if (read?.change !== change.value) {
    const opened = outlineOf(listedWorks(library, AT_ONCE), listedPassages(library, AT_ONCE)).then((outline) => ({
      outline,
      shelf: createShelf(library, outline),
    }));
    read = { change: change.value, opened };
    opened.catch(() => {
      read = undefined;
    });
  }
  return read.opened;
}

async function preview(id: number, writing: Writing, most: number): Promise<void> {
  let text = '';
  for await (const chunk of writing.texts(pause)) {
    text += chunk;
    if (text.length > most || cancelled.has(id)) break;
  }
  tell({ type: 'preview', id, text: text.length > most ? `${text.slice(0, most)}…` : text });
}

async function file(id: number, { name, mediaType, chunks }: Writing): Promise<void> {
  // What is in a blob is the browser's to keep, on disk if need be.
  const parts: Blob[] = [];
  let held: BlobPart[] = [];
  let length = 0;
  let taken = 0;
  let told = performance.now();
  for await (const chunk of chunks(pause)) {
    if (cancelled.has(id)) return;
    held.push(chunk);
    length += chunk.length;
    if (length - taken >= HELD) {
      parts.push(new Blob(held));
      held = [];
      taken = length;
    }
    if (performance.now() - told < TOLD_MS) continue;
    told = performance.now();
    tell({ type: 'progress', id, length });
  }
  const isText = mediaType !== 'application/zip';
  const whole = [...parts, ...held];
  tell({ type: 'file', id, name, blob: new Blob(whole, { type: `${mediaType}${isText ? ';charset=utf-8' : ''}` }) });
}

async function answer(asked: Exclude<ToWriting, { type: 'cancel' }>): Promise<void> {
  const { id } = asked;
  const { outline, shelf } = await openLibrary();
  if (cancelled.has(id)) return;
  if (asked.type === 'parts') return tell({ type: 'parts', id, tags: tagsOf(outline), pages: pagesOf(outline) });
  const { wish } = asked;
  if (asked.type === 'records') {
    const { zoteroRecords } = await import('../../utils/formats/zotero-records');
    const taken = takenBy(wish, outline);
    let records = '';
    for await (const record of writtenFrom(zoteroRecords(taken, wish.keyTemplate), shelfFor(wish, shelf)))
      records += record;
    return tell({ type: 'records', id, records, works: taken.items.length });
  }
  const writing = await writingOf(wish, outline, shelf, new Date());
  await (asked.type === 'preview' ? preview(id, writing, asked.most) : file(id, writing));
}

addEventListener('message', ({ data: asked }: MessageEvent<ToWriting>) => {
  if (asked.type === 'cancel') {
    cancelled.add(asked.id);
    return;
  }
  answer(asked)
    .catch((error: unknown) => {
      const failure: Failure =
        error instanceof FailureError
          ? error.failure
          : { kind: 'format', stage: 'writing', message: error instanceof Error ? error.message : String(error) };
      tell({ type: 'failed', id: asked.id, failure });
    })
    .finally(() => cancelled.delete(asked.id));
});
