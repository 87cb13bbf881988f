import { pageName } from '../../utils/model/page-key';
import type { Passage } from '../../utils/model/passage';

/** Whether two passages stand on one page. */
export const samePage = (a: Passage, b: Passage): boolean => pageName(a.page) === pageName(b.page);

/** The host of an address; empty where it has none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
}

/** `ibid-reading-list-2026-11-25.bib`: the reader's own date, so that the newest file is told apart. */
export function fileName(stem: string, extension: string, at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `ibid-${stem}-${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}.${extension}`;
}
