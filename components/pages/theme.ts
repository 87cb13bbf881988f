import type { Settings } from '../../utils/model/settings';

/** Gives a page of ours the colours that the reader wants, instead of the system's. */
export function showTheme(page: Document, theme: Settings['theme']): void {
  page.documentElement.style.colorScheme = theme === 'auto' ? '' : theme;
}
