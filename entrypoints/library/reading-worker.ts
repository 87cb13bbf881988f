import { slicesOf } from '../../utils/formats/read-file';
import { readerFor } from '../../utils/formats/readers';
import { type FromReading, SLICE, type ToReading } from './reading-messages';

// Ten thousand works take seconds to be read: the page stays at hand meanwhile. What was read lies in blobs, because to send it by way of the
// page would hold that up too.

let files: readonly string[] = [];

addEventListener('message', async ({ data: { id, given } }: MessageEvent<ToReading>) => {
  const tell = (message: FromReading) => postMessage(message);
  try {
    const text = typeof given === 'string' ? given : await given.text();
    const reader = readerFor(text);
    const read = reader.read(text);
    for (const file of files) URL.revokeObjectURL(file);
    files = Array.from(slicesOf(read, SLICE), (slice) => URL.createObjectURL(new Blob([JSON.stringify(slice)])));
    const entries = read.items.length + read.passages.length;
    tell({ type: 'read', id, reader: reader.id, label: reader.label, files, entries });
  } catch (error) {
    tell({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
});
