import Mustache from 'mustache';
import type { ReadingItem } from '../model/reading-item';
import { groupsOf } from './arrange';
import { citationKeys } from './citation-key';
import { createFileNames, fileStem } from './file-name';
import { FIRST_TEMPLATE } from './first-template';
import type { Format, Taken, WriteOptions } from './format';
import { frontMatter } from './front-matter';
import { passagePages, plainMarkdown } from './markdown';
import { groupByPage } from './passages-by-page';
import { sortPassages } from './passages-of-works';
import { oneLine } from './rich';
import { type TemplateView, templateView, workFrontMatter } from './template-view';

/** Text of a field: one line, in which nothing means anything to Markdown. */
const plainField = (value: unknown): string => plainMarkdown(oneLine(String(value)));

/** What is wrong with a template, in Mustache's own words; undefined where it can be written with. */
export function templateFault(template: string): string | undefined {
  try {
    Mustache.parse(template);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const written = (template: string, view: TemplateView): string => {
  const text = Mustache.render(template, view, undefined, { escape: plainField })
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return `${text}\n`;
};

/** One file of several. */
export interface NamedFile {
  /** Without its ending. */
  readonly stem: string;
  readonly text: string;
}

/** The view of each work, with the passages that were marked in it. */
function viewsOf(taken: Taken, keyTemplate: string | undefined): (item: ReadingItem) => TemplateView {
  const keys = citationKeys(taken.items, keyTemplate);
  const keyOf = new Map(taken.items.map((item, i) => [item.id, keys[i]!]));
  const { ofWork } = sortPassages(taken);
  return (item) => templateView(item, ofWork.get(item.id) ?? [], keyOf.get(item.id)!);
}

/** Works as one file of Markdown by a reader's template; passages of other pages follow as Ibid writes them. */
export const templateFormat = (template: string): Format => ({
  id: 'template',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  holdsPassages: true,
  *pieces(taken, { generatedAt, groupBy, keyTemplate, frontMatter: hasFrontMatter }) {
    const day = generatedAt.toISOString().slice(0, 10);
    if (hasFrontMatter) yield frontMatter({ title: 'Reading list', date: day, works: taken.items.length });
    yield '# Reading list\n';
    const viewOf = viewsOf(taken, keyTemplate);
    for (const { heading, items } of groupsOf(taken.items, groupBy)) {
      if (heading) yield `\n# ${plainField(heading)}\n`;
      for (const item of items) yield `\n${written(template, viewOf(item))}`;
    }
    yield* passagePages(sortPassages(taken).others);
  },
});

/**
 * Works by a reader's template, a file each, named by their titles, then a file for each other page with passages.
 *
 * @param template - Undefined for {@link FIRST_TEMPLATE}.
 */
export function* templateFiles(
  template: string | undefined,
  taken: Taken,
  { keyTemplate, frontMatter: hasFrontMatter }: WriteOptions,
): Iterable<NamedFile> {
  const viewOf = viewsOf(taken, keyTemplate);
  const nameOf = createFileNames();
  for (const item of taken.items) {
    const view = viewOf(item);
    const text = written(template ?? FIRST_TEMPLATE, view);
    yield { stem: nameOf(fileStem(view.title)), text: hasFrontMatter ? workFrontMatter(view) + text : text };
  }
  for (const group of groupByPage(sortPassages(taken).others)) {
    const { title, url } = group[0]!.page;
    const head = hasFrontMatter ? frontMatter({ title, url }) : '';
    const text = [...passagePages(group)].join('').replace(/^\s+/, '');
    yield { stem: nameOf(fileStem(title, 'page')), text: head + text };
  }
}
