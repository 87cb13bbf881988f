/** How long the browser is given to take hold of a file before its address is withdrawn, milliseconds. */
const TAKES_MS = 60_000;

/**
 * Gives the reader a file as a download, through a link: no permission is needed, and the browser keeps the name.
 *
 * @param name - With its ending.
 * @param mediaType - Without parameters; the text is written as UTF-8.
 */
export function saveFile(document: Document, name: string, mediaType: string, text: string): void {
  saveBlob(document, name, new Blob([text], { type: `${mediaType};charset=utf-8` }));
}

/** As {@link saveFile}, for bytes. */
export function saveBlob(document: Document, name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), TAKES_MS);
}
