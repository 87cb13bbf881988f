/** Without one of these no identifier can be in a text. Plain searches: an expression over all of a page costs ten times as much. */
const HINTS = '10. PMID PMC pmid PubMed Pubmed arXiv arxiv ArXiv ISBN isbn NCT ISRCTN ChiCTR EudraCT'.split(' ');

/** Whether a text could hold an identifier at all: quick, and wrong only on the side of yes. */
export const mayHoldIdentifier = (text: string): boolean => HINTS.some((hint) => text.includes(hint));
