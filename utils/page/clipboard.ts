/** Puts two forms of one thing on the clipboard the old way, through a copy event. For pages without a secure context. */
function copyByEvent(document: Document, forms: { readonly plain: string; readonly html: string }): boolean {
  let isDone = false;
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', forms.plain);
    event.clipboardData?.setData('text/html', forms.html);
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

/**
 * Puts a thing on the clipboard, plain and formatted at once. To be called while the reader's click is fresh.
 *
 * @returns Whether it is there. Never throws.
 */
export async function copyForms(
  document: Document,
  forms: { readonly plain: string; readonly html: string },
): Promise<boolean> {
  const { clipboard } = document.defaultView?.navigator ?? {};
  try {
    if (clipboard && typeof ClipboardItem !== 'undefined') {
      const item = new ClipboardItem({
        'text/plain': new Blob([forms.plain], { type: 'text/plain' }),
        'text/html': new Blob([forms.html], { type: 'text/html' }),
      });
      await clipboard.write([item]);
      return true;
    }
  } catch {
    // A page's permissions policy can forbid it; copying by event is not under that policy.
  }
  return copyByEvent(document, forms);
}
