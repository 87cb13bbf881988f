import Mustache from 'mustache';
import type { Passage } from '../model/passage';
import { groupsOf } from './arrange';
import { citationKeys } from './citation-key';
import { createFileNames, fileStem } from './file-name';
import { FIRST_TEMPLATE } from './first-template';
import type { Format, Taken, WriteOptions } from './format';
import { frontMatter } from './front-matter';
import { passagePages, plainMarkdown } from './markdown';
import { groupByPage } from './passages-by-page';
import { sortPassages } from './passages-of-works';
import { type Plan, type WorksPart, written } from './plan';
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

const writtenBy = (template: string, view: TemplateView): string => {
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

/** Works as a template writes them, each with the passages that were marked in it. */
function worksBy<T>(taken: Taken, keyTemplate: string | undefined, write: (view: TemplateView) => T): WorksPart<T> {
  const keys = citationKeys(taken.items, keyTemplate);
  const keyOf = new Map(taken.items.map((item, i) => [item.id, keys[i]!]));
  const { ofWork } = sortPassages(taken);
  return {
    type: 'works',
    works: taken.items,
    beside: (item) => ofWork.get(item.id) ?? [],
    write: (item, _at, passages) => write(templateView(item, passages, keyOf.get(item.id)!)),
  };
}

/** Works as one file of Markdown by a reader's template; passages of other pages follow as Ibid writes them. */
export const templateFormat = (template: string): Format => ({
  id: 'template',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  holdsPassages: true,
  *parts(taken, { generatedAt, groupBy, keyTemplate, frontMatter: hasFrontMatter }) {
    const day = generatedAt.toISOString().slice(0, 10);
    if (hasFrontMatter) yield frontMatter({ title: 'Reading list', date: day, works: taken.items.length });
    yield '# Reading list\n';
    const all = worksBy(taken, keyTemplate, (view) => `\n${writtenBy(template, view)}`);
    for (const { heading, items } of groupsOf(taken.items, groupBy)) {
      if (heading) yield `\n# ${plainField(heading)}\n`;
      yield { ...all, works: items };
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
): Plan<NamedFile> {
  const nameOf = createFileNames();
  yield worksBy(taken, keyTemplate, (view) => {
    const text = writtenBy(template ?? FIRST_TEMPLATE, view);
    return { stem: nameOf(fileStem(view.title)), text: hasFrontMatter ? workFrontMatter(view) + text : text };
  });
  for (const passages of groupByPage(sortPassages(taken).others)) {
    const { title, url } = passages[0]!.page;
    const head = hasFrontMatter ? frontMatter({ title, url }) : '';
    const write = (group: readonly Passage[]): NamedFile => {
      const text = [...written(passagePages(group))].join('').replace(/^\s+/, '');
      return { stem: nameOf(fileStem(title, 'page')), text: head + text };
    };
    yield { type: 'together', passages, write };
  }
}
