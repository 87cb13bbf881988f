import { pagesOf, tagsOf } from '../../utils/formats/scope';
import { type Kept, lastChange, readKept } from '../../utils/storage/kept';
import { createLibrary } from '../../utils/storage/library';
import { createPause } from './pause';
import { takenBy, type Writing, writingOf } from './write-wish';
import type { FromWriting, ToWriting } from './writing-messages';

// A library of thousands takes seconds to be read and written: the page stays at hand meanwhile, and can end it.

/** Time between two words about how far it is, milliseconds. */
const TOLD_MS = 100;

const library = createLibrary();
const pause = createPause();
const cancelled = new Set<number>();
const tell = (message: FromWriting) => postMessage(message);

/** The library as it was read last, and the change up to which that is true. */
let read: { readonly change: number; readonly kept: Promise<Kept> } | undefined;

async function kept(): Promise<Kept> {
  const change = await lastChange(library);
  if (!change.ok) throw new Error(change.failure.message);
  if (read?.change !== change.value) {
    const fresh = readKept(library).then((kept) => {
      if (!kept.ok) throw new Error(kept.failure.message);
      return kept.value;
    });
    read = { change: change.value, kept: fresh };
    fresh.catch(() => {
      read = undefined;
    });
  }
  return read.kept;
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
  const parts: BlobPart[] = [];
  let length = 0;
  let told = performance.now();
  for await (const chunk of chunks(pause)) {
    if (cancelled.has(id)) return;
    parts.push(chunk);
    length += chunk.length;
    if (performance.now() - told < TOLD_MS) continue;
    told = performance.now();
    tell({ type: 'progress', id, length });
  }
  const isText = mediaType !== 'application/zip';
  tell({ type: 'file', id, name, blob: new Blob(parts, { type: `${mediaType}${isText ? ';charset=utf-8' : ''}` }) });
}

async function answer(asked: Exclude<ToWriting, { type: 'cancel' }>): Promise<void> {
  const { id } = asked;
  const all = await kept();
  if (cancelled.has(id)) return;
  if (asked.type === 'parts') return tell({ type: 'parts', id, tags: tagsOf(all), pages: pagesOf(all) });
  const { wish } = asked;
  if (asked.type === 'records') {
    const { zoteroRecords } = await import('../../utils/formats/zotero-records');
    const taken = takenBy(wish, all);
    return tell({ type: 'records', id, records: zoteroRecords(taken, wish.keyTemplate), works: taken.items.length });
  }
  const writing = await writingOf(wish, all, new Date());
  await (asked.type === 'preview' ? preview(id, writing, asked.most) : file(id, writing));
}

addEventListener('message', ({ data: asked }: MessageEvent<ToWriting>) => {
  if (asked.type === 'cancel') {
    cancelled.add(asked.id);
    return;
  }
  answer(asked)
    .catch((error: unknown) => {
      tell({ type: 'failed', id: asked.id, message: error instanceof Error ? error.message : String(error) });
    })
    .finally(() => cancelled.delete(asked.id));
});
