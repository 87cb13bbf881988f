import { plainText } from '../model/rich-text';
import type { Work } from '../model/work';
import type { EntryView } from './view';

/** A work's title, address and citation line as plain words, for messages and clipboards. */
export interface WorkText {
  readonly title: string;
  readonly url?: string;
  readonly line: string;
}

/** The words for a work, from its view and what services have told of it. */
export function workText(view: EntryView, work: Work | undefined): WorkText {
  const doi = work?.ids.find(({ scheme }) => scheme === 'doi');
  const { citation } = view;
  return {
    title: plainText(view.title) || view.pageText?.text || '',
    url: doi ? `https://doi.org/${encodeURI(doi.value)}` : view.titleUrl,
    line: citation
      ? `${citation.authors ?? ''} ${citation.container ?? ''}${citation.container && citation.rest ? citation.separator : ''}${citation.rest ?? ''}`.trim()
      : '',
  };
}
