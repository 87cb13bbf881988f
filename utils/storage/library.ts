import { failedAs, type Result } from '../model/failure';
import { type Database, type OpenOptions, openDatabase } from './database';

/**
 * How browsers name that a disk did not take what was written, where they do not say why. Tried on a full one: Chromium takes the
 * transaction away, and then does not open the database any more; Firefox opens it for reading.
 */
const UNWRITTEN = /AbortError|UnknownError|did not allow mutations/;

function whatFailed(stage: string, error: unknown): Result<never> {
  const name = error instanceof Error ? error.name : 'error';
  const text = `${name}: ${String(error)}`;
  if (/Quota/.test(text)) return failedAs('storage', stage, 'full');
  return failedAs('storage', stage, UNWRITTEN.test(text) ? 'unwritten' : 'unusable', text);
}

/** Opens the library at first use and keeps the connection; opens it anew after a failure or after it was taken away. */
export interface Library {
  /**
   * Does something with the open database.
   *
   * @param stage - Names the operation in a failure, e.g. `passages.save`.
   * @returns What it did, or why it could not (kind `storage`). Never throws.
   */
  use<T>(stage: string, work: (database: Database) => Promise<T>): Promise<Result<T>>;
}

/** A {@link Library} over the one database of this context. */
export function createLibrary(options: OpenOptions = {}): Library {
  let opening: Promise<Result<Database>> | undefined;
  const forget = () => {
    opening = undefined;
  };
  return {
    async use(stage, work) {
      opening ??= openDatabase({
        ...options,
        onSuperseded: () => {
          forget();
          options.onSuperseded?.();
        },
      });
      const opened = await opening;
      if (!opened.ok) {
        forget();
        return opened;
      }
      try {
        return { ok: true, value: await work(opened.value) };
      } catch (error) {
        const name = error instanceof Error ? error.name : 'error';
        // A connection that the browser took away is gone for good; the next use opens another.
        if (/DatabaseClosed|InvalidState|OpenFailed|UnknownError/.test(name)) {
          opened.value.close({ disableAutoOpen: true });
          forget();
        }
        return whatFailed(stage, error);
      }
    },
  };
}
