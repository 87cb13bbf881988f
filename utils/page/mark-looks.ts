/** The marks that every citation has, in the one style or the other. */
export const PLAIN: readonly string[] = ['cite', 'cite-strong'];

/** How each mark of `entrypoints/marks.css` is drawn where colours are forced: told apart by the style of its line, not by a colour. */
export const MARK_LINES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cite: { borderBottom: '2px dotted CanvasText' },
  'cite-strong': { borderBottom: '3px solid CanvasText' },
  'cite-word': { borderBottom: '2px dashed CanvasText' },
  'cite-own': { borderBottom: '2px solid Highlight' },
  'cite-past': { borderBottom: '4px double Highlight' },
  'cite-care': { outline: '2px dashed CanvasText' },
};
