import { readerFor } from '../../utils/formats/readers';
import type { FromReading, ToReading } from './reading-messages';

// Ten thousand works take seconds to be read: the page stays at hand meanwhile. What was read lies in a blob, because to send it by way of the
// page would hold that up too.

let address = '';

addEventListener('message', async ({ data: { id, given } }: MessageEvent<ToReading>) => {
  const tell = (message: FromReading) => postMessage(message);
  try {
    const text = typeof given === 'string' ? given : await given.text();
    const reader = readerFor(text);
    const read = JSON.stringify(reader.read(text));
    URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([read], { type: 'application/json' }));
    tell({ type: 'read', id, reader: reader.id, label: reader.label, address });
  } catch (error) {
    tell({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
});
