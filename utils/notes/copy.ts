const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A title and its link in the forms a clipboard holds at once; what is missing is not put there. */
export interface ClipboardForms {
  readonly plain: string;
  readonly html?: string;
  readonly markdown?: string;
}

/** Title and link, for pasting into plain text, into formatted text and into Markdown. Without a link it is the title alone. */
export function titleAndLink(title: string, url: string | undefined): ClipboardForms {
  if (!url) return { plain: title, html: escaped(title) };
  const { plain: markdown } = markdownLink({ title, url });
  return { plain: `${title}\n${url}`, html: `<a href="${escaped(url)}">${escaped(title)}</a>`, markdown };
}

/** Title and link as Markdown; what would end the title's brackets is escaped. */
export function markdownLink({ title, url }: { readonly title: string; readonly url?: string }): ClipboardForms {
  const plain = url
    ? `[${title.replace(/[[\]\\]/g, '\\$&')}](${url.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})`
    : title;
  return { plain };
}

/** Title and link as the reader wants them copied. */
export function linkForms(
  work: { readonly title: string; readonly url?: string },
  as: 'both' | 'plain' | 'markdown',
): ClipboardForms {
  if (as === 'markdown') return markdownLink(work);
  const forms = titleAndLink(work.title, work.url);
  return as === 'plain' ? { plain: forms.plain } : forms;
}

/** A work in one paragraph: title, citation line and link. */
export function citationText({ title, line, url }: { title: string; line: string; url?: string }): ClipboardForms {
  const words = [title.replace(/[.\s]*$/, '.'), line].filter(Boolean).join(' ');
  return {
    plain: [words, url].filter(Boolean).join(' '),
    html: url ? `${escaped(words)} <a href="${escaped(url)}">${escaped(url)}</a>` : escaped(words),
  };
}
