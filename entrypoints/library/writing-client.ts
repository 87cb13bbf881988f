import { FIRST_WISH, type Wanted } from '../../components/library/export-wish';
import { pageLanguage } from '../../components/library/page-language';
import { FailureError } from '../../utils/model/failure';
import type { FromWriting, PageWithPassages, ToWriting, Wish } from './writing-messages';

type Answer<Type extends FromWriting['type']> = Extract<FromWriting, { type: Type }>;
type Question = ToWriting extends infer One ? (One extends { type: 'cancel' } ? never : Omit<One, 'id'>) : never;

/** A file while it is written. */
export interface Written {
  /** undefined where the reader ended it. Rejects where the library cannot be read or written. */
  readonly file: Promise<{ readonly name: string; readonly blob: Blob } | undefined>;
  end(): void;
}

/** The worker that writes files, as promises; they reject with words where something went wrong. */
export interface WritingClient {
  parts(): Promise<{ readonly tags: readonly string[]; readonly pages: readonly PageWithPassages[] }>;
  /** The beginning of a file; undefined where another beginning has been asked for since. */
  preview(wish: Wish, most: number): Promise<string | undefined>;
  /** @param onProgress - Told how much is written, characters. */
  write(wish: Wish, onProgress: (length: number) => void): Written;
  records(wish: Wish): Promise<{ readonly records: string; readonly works: number }>;
  close(): void;
}

/** A wish of the page, as the worker is told it. */
export const wishOf = ({ part, format, ...wanted }: Wanted): Wish => ({
  ...wanted,
  scope: part.scope,
  format: format.id,
  page: pageLanguage(),
});

/** Everything, as it is offered first. */
export const firstWish: Wish = wishOf({ ...FIRST_WISH, part: { id: 'all', label: '', scope: { type: 'all' } } });

/** Starts the worker that writes files. */
export function createWritingClient(): WritingClient {
  const worker = new Worker(new URL('./writing-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { hear(answer: FromWriting): void; fail(error: Error): void }>();
  let last = 0;
  let lastPreview = 0;

  worker.onmessage = ({ data }: MessageEvent<FromWriting>) => waiting.get(data.id)?.hear(data);
  worker.onerror = ({ message }) => {
    for (const { fail } of waiting.values()) fail(new Error(message));
    waiting.clear();
  };

  function ask<Type extends 'parts' | 'preview' | 'file' | 'records'>(
    question: Question & { readonly type: Type },
    onProgress?: (length: number) => void,
  ) {
    last += 1;
    const id = last;
    let end = () => {};
    const answer = new Promise<Answer<Type> | undefined>((resolve, reject) => {
      const settle = (done: () => void) => {
        waiting.delete(id);
        done();
      };
      end = () => {
        worker.postMessage({ type: 'cancel', id } satisfies ToWriting);
        settle(() => resolve(undefined));
      };
      waiting.set(id, {
        hear(answer) {
          if (answer.type === 'progress') onProgress?.(answer.length);
          else if (answer.type === 'failed') settle(() => reject(new FailureError(answer.failure)));
          else settle(() => resolve(answer as Answer<Type>));
        },
        fail: (error) => settle(() => reject(error)),
      });
      worker.postMessage({ ...question, id });
    });
    return { id, answer, end: () => end() };
  }

  let endPreview = () => {};
  return {
    parts: async () => (await ask({ type: 'parts' }).answer)!,
    async preview(wish, most) {
      endPreview();
      const { id, answer, end } = ask({ type: 'preview', wish, most });
      lastPreview = id;
      endPreview = end;
      const found = await answer;
      return lastPreview === id ? found?.text : undefined;
    },
    write(wish, onProgress) {
      const { answer, end } = ask({ type: 'file', wish }, onProgress);
      return { file: answer, end };
    },
    records: async (wish) => (await ask({ type: 'records', wish }).answer)!,
    close: () => worker.terminate(),
  };
}
