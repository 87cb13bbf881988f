import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import type { Grouping } from './arrange';
import type { PageLanguage } from './page-words';
import { type Plan, type Shelf, written, writtenFrom } from './plan';
import type { TopicPage } from './topic-page';

/** What a reader takes away, whole or in outline (see `outline.ts`). Deleted items and passages must have been left out already. */
export interface Taken {
  readonly items: readonly ReadingItem[];
  readonly passages: readonly Passage[];
}

/** What a writer has to be told, because it reads no clock and asks nobody. */
export interface WriteOptions {
  readonly generatedAt: Date;
  /** How citation keys are made; undefined for the usual one (see `citation-key.ts`). */
  readonly keyTemplate?: string;
  /** What works stand together by, under headings, in formats that have them; undefined for nothing. */
  readonly groupBy?: Grouping;
  /** Whether Markdown begins with the fields of YAML that note-taking programs read. */
  readonly frontMatter?: boolean;
  /** What a web page says of its topic. */
  readonly topic?: TopicPage;
  /** The language that a web page speaks; English where nobody says. */
  readonly page?: PageLanguage;
}

/** One file format: how a reading list and passages become the text of a file. Pure. */
export interface Format {
  /** Kebab-case, equal to the file's name. */
  readonly id: string;
  /** For people. */
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  /** Media type without parameters; the text is always UTF-8. */
  readonly mediaType: string;
  /** Whether `passages` are written; where false only `items` are. */
  readonly holdsPassages: boolean;
  /**
   * The text of the file in small parts, about one for each work or passage, made as they are asked for; together they end in a
   * line feed. In the order given, which may be one of outlines. Never throws on hostile text.
   */
  parts(taken: Taken, options: WriteOptions): Plan;
}

/** The whole text of a file of what is at hand whole. */
export function writeWhole(format: Format, taken: Taken, options: WriteOptions): string {
  let text = '';
  for (const piece of written(format.parts(taken, options))) text += piece;
  return text;
}

/** Characters of a chunk: large enough to be cheap, small enough to be made in a few milliseconds. */
const CHUNK = 131_072;

/**
 * The text of a file in chunks, with a rest after each, so that a page stays quick while a large library is written and only a
 * chunk is held at a time.
 *
 * @param rest - Waits until whatever else is waiting has run.
 * @param shelf - Where entries are read, if what is taken is in outline. Rejects as it does.
 */
export async function* writeChunks(
  format: Format,
  taken: Taken,
  options: WriteOptions,
  rest: () => Promise<void>,
  shelf?: Shelf,
): AsyncGenerator<string> {
  let chunk = '';
  const plan = format.parts(taken, options);
  for await (const piece of shelf ? writtenFrom(plan, shelf) : written(plan)) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
    await rest();
  }
  if (chunk) yield chunk;
}
