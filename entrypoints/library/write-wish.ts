import { fileName } from '../../components/library/shown';
import { FORMATS, type Taken, type WriteOptions, writeChunks } from '../../utils/formats';
import { arranged } from '../../utils/formats/arrange';
import { chosenOf } from '../../utils/formats/choice';
import { fileStem } from '../../utils/formats/file-name';
import { type Plan, type Shelf, writtenFrom } from '../../utils/formats/plan';
import { scoped } from '../../utils/formats/scope';
import type { TopicPage } from '../../utils/formats/topic-page';
import type { Wish } from './writing-messages';

/** A file that is about to be written. */
export interface Writing {
  readonly name: string;
  readonly mediaType: string;
  /** The contents, made as they are asked for, with a rest after each piece. */
  chunks(rest: () => Promise<void>): AsyncIterable<string | Uint8Array<ArrayBuffer>>;
  /** What is shown of it beforehand: the same, or for a packed file what is packed. */
  texts(rest: () => Promise<void>): AsyncIterable<string>;
}

const optionsOf = (wanted: Wish, generatedAt: Date): WriteOptions => ({
  generatedAt,
  keyTemplate: wanted.keyTemplate,
  groupBy: wanted.groupBy,
  frontMatter: wanted.frontMatter,
  topic: topicOf(wanted),
  page: wanted.page,
});

/** Whole entries of the library, but for what was not chosen of them. */
export const shelfFor = ({ choice }: Wish, shelf: Shelf): Shelf => ({
  works: async (outlines) => chosenOf({ items: await shelf.works(outlines), passages: [] }, choice).items,
  passages: async (outlines) => chosenOf({ items: [], passages: await shelf.passages(outlines) }, choice).passages,
});

/** What of the library goes away: the parts chosen, in the order chosen. */
export const takenBy = ({ scope, choice, order, groupBy }: Wish, kept: Taken): Taken =>
  arranged(chosenOf(scoped(kept, scope), choice), order, groupBy);

/** The name of what goes away; empty for all of it, and for what was chosen. */
function nameOf({ scope }: Wish): string {
  if (scope.type === 'tag') return scope.tag;
  if (scope.type === 'page') return scope.title;
  return scope.type === 'collection' ? scope.collection.name : '';
}

/** What the page of a topic says: of a collection its own name and introduction, where the reader gives no others. */
const topicOf = (wish: Wish): TopicPage => ({
  ...wish.topic,
  title: wish.topic.title.trim() || nameOf(wish),
  introduction:
    wish.topic.introduction.trim() || (wish.scope.type === 'collection' ? wish.scope.collection.introduction : ''),
  ...(wish.scope.type === 'collection' && { grades: wish.scope.collection.grades ?? {} }),
});

/**
 * Works and passages in the file that the reader wants. What only some readers need is loaded here.
 *
 * @param kept - The library in outline.
 * @param library - Where entries are read as they are written.
 */
export async function writingOf(wanted: Wish, kept: Taken, library: Shelf, now: Date): Promise<Writing> {
  const { template, isDivided } = wanted;
  const format = FORMATS.find(({ id }) => id === wanted.format)!;
  const taken = takenBy(wanted, kept);
  const shelf = shelfFor(wanted, library);
  const options = optionsOf(wanted, now);
  const topic = (format.id === 'html' && wanted.topic.title.trim()) || nameOf(wanted);
  const stem = topic ? fileStem(topic) : format.holdsPassages ? 'library' : 'reading-list';
  if (format.id === 'markdown' && isDivided) {
    const [{ templateFiles }, { zipChunks }] = await Promise.all([
      import('../../utils/formats/own-template'),
      import('../../utils/formats/zip'),
    ]);
    const files = () => filesOf(templateFiles(template, taken, options), shelf);
    return {
      name: fileName(stem, 'zip', now),
      mediaType: 'application/zip',
      chunks: (rest) => zipChunks(files(), now, rest),
      texts: () => titled(files()),
    };
  }
  const written =
    format.id === 'markdown' && template !== undefined
      ? (await import('../../utils/formats/own-template')).templateFormat(template)
      : format;
  const chunks = (rest: () => Promise<void>) => writeChunks(written, taken, options, rest, shelf);
  return { name: fileName(stem, written.extension, now), mediaType: written.mediaType, chunks, texts: chunks };
}

type Files = AsyncIterable<{ readonly name: string; readonly text: string }>;

async function* filesOf(plan: Plan<{ readonly stem: string; readonly text: string }>, shelf: Shelf): Files {
  for await (const { stem, text } of writtenFrom(plan, shelf)) yield { name: `${stem}.md`, text };
}

async function* titled(files: Files) {
  for await (const { name, text } of files) yield `${name}\n\n${text}\n\n`;
}
