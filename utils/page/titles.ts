/**
 * Puts away the `title` attributes around a citation, so that the browser's own bubble does not cover the note.
 *
 * @returns Gives them back, save those that the page has set anew meanwhile.
 */
export function putAwayTitles(element: Element | undefined | null): () => void {
  const titled: (readonly [Element, string])[] = [];
  for (let at = element; at; at = at.parentElement) {
    const title = at.getAttribute('title');
    if (title) {
      titled.push([at, title]);
      at.removeAttribute('title');
    }
  }
  return () => {
    for (const [at, title] of titled) if (!at.hasAttribute('title')) at.setAttribute('title', title);
  };
}
