import { failedAs, type Result, success } from '../model/failure';
import { type RetractionList, readRetractions } from '../works/retraction-list';

/** Where the lists come from. */
export interface ListHomes {
  /** The one that ships; undefined where it cannot be read. Must not reject. */
  readonly shipped: () => Promise<Uint8Array | undefined>;
  /** The reader's own; undefined where there is none. Must not reject. */
  readonly own: () => Promise<Uint8Array | undefined>;
  /** Keeps the reader's own; may reject. */
  readonly keep: (bytes: Uint8Array) => Promise<void>;
}

/** Size and date of a list. */
export interface ListFacts {
  readonly size: number;
  readonly made: string;
}

/** The lists of retracted works on this device, each read once. */
export interface RetractionLists {
  all(): Promise<readonly RetractionList[]>;
  /** Facts of the reader's own list, else of the one that ships. */
  facts(): Promise<ListFacts>;
  /** Puts a list in place of the reader's own; a failure where the bytes are none, or it cannot be kept. */
  replace(bytes: Uint8Array): Promise<Result<ListFacts>>;
}

/** The lists over their homes. */
export function createRetractionLists({ shipped, own, keep }: ListHomes): RetractionLists {
  let reading: Promise<readonly RetractionList[]> | undefined;
  const read = async () => {
    const found = await Promise.all([own(), shipped()]);
    return found.flatMap((bytes) => (bytes && readRetractions(bytes)) ?? []);
  };
  const all = () => {
    reading ??= read();
    return reading;
  };
  return {
    all,
    async facts() {
      const [first] = await all();
      return { size: first?.size ?? 0, made: first?.made ?? '' };
    },
    async replace(bytes) {
      const list = readRetractions(bytes);
      if (!list) return failedAs('invalid', 'retractions.read', 'noList');
      try {
        await keep(bytes);
      } catch (error) {
        return failedAs('storage', 'retractions.keep', 'unsaved', String(error));
      }
      reading = undefined;
      return success({ size: list.size, made: list.made });
    },
  };
}
