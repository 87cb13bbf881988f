/** A bibliography in some style, once for word processors and once without any marks; an entry each. */
export interface Bibliography {
  /** Markup of `i`, `b`, `sup`, `sub`, and of `span` for small capitals and underlining; nothing else. */
  readonly html: readonly string[];
  readonly text: readonly string[];
}

/** A bibliography as a page of its own, or as what word processors take from the clipboard. */
export const bibliographyHtml = ({ html }: Bibliography): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bibliography</title></head><body>\n${html
    .map((each) => `<p>${each}</p>\n`)
    .join('')}</body></html>\n`;

/** The same without marks. */
export const bibliographyText = ({ text }: Bibliography): string => text.map((each) => `${each}\n`).join('\n');
