/** One thing in the forms in which programs take it. */
interface Forms {
  readonly plain: string;
  /** Undefined where the reader wants nothing formatted. */
  readonly html?: string;
  readonly markdown?: string;
}

/** The type under which Chromium lets pages write what it does not know; others refuse it. */
const WEB_MARKDOWN = 'web text/markdown';

/** Puts all forms of one thing on the clipboard the old way, through a copy event. For pages without a secure context. */
function copyByEvent(document: Document, forms: Forms): boolean {
  let isDone = false;
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', forms.plain);
    if (forms.html !== undefined) event.clipboardData?.setData('text/html', forms.html);
    if (forms.markdown) event.clipboardData?.setData('text/markdown', forms.markdown);
    isDone = true;
  };
  const window = document.defaultView;
  window?.addEventListener('copy', onCopy, true);
  try {
    document.execCommand('copy');
  } catch {
    // Refused: `isDone` says so.
  }
  window?.removeEventListener('copy', onCopy, true);
  return isDone;
}

/** Puts the forms that the browser takes on the clipboard. @returns Whether it let us: a page's permissions policy can forbid it. */
async function copyByItem(clipboard: Clipboard, forms: Forms, withMarkdown: boolean): Promise<boolean> {
  const text = (type: string, value: string) => ({ [type]: new Blob([value], { type: type.replace('web ', '') }) });
  try {
    const item = new ClipboardItem({
      ...text('text/plain', forms.plain),
      ...(forms.html !== undefined && text('text/html', forms.html)),
      ...(withMarkdown && forms.markdown && text(WEB_MARKDOWN, forms.markdown)),
    });
    await clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts a thing on the clipboard, in all its forms at once. To be called while the reader's click is fresh.
 *
 * @returns Whether it is there, plain and formatted at least. Never throws.
 */
export async function copyForms(document: Document, forms: Forms): Promise<boolean> {
  const found = document.defaultView?.navigator.clipboard;
  const clipboard = typeof ClipboardItem === 'undefined' ? undefined : found;
  const takesAll = !forms.markdown || (clipboard && ClipboardItem.supports?.(WEB_MARKDOWN));
  if (clipboard && takesAll && (await copyByItem(clipboard, forms, true))) return true;
  // Copying by event is not under the page's policy, and takes every type.
  return copyByEvent(document, forms) || (clipboard !== undefined && copyByItem(clipboard, forms, false));
}
