import type { FromReading, ToReading } from './reading-messages';

type Read = Extract<FromReading, { type: 'read' }>;

/** Starts the worker that reads files. What it gives rejects with the reason where a file cannot be read. */
export function createReadingClient(): (given: string | Blob) => Promise<Read> {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
  let last = 0;
  return (given) =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      worker.onmessage = ({ data }: MessageEvent<FromReading>) => {
        if (data.id !== id) return;
        if (data.type === 'read') resolve(data);
        else reject(new Error(data.message));
      };
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ id, given } satisfies ToReading);
    });
}
