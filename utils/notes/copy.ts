const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A title and its link in the two forms a clipboard holds at once. */
export interface ClipboardForms {
  readonly plain: string;
  readonly html: string;
}

/** Title and link, for pasting into plain and into formatted text. Without a link it is the title alone. */
export function titleAndLink(title: string, url: string | undefined): ClipboardForms {
  if (!url) return { plain: title, html: escaped(title) };
  return { plain: `${title}\n${url}`, html: `<a href="${escaped(url)}">${escaped(title)}</a>` };
}
