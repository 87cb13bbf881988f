/** Without one of these no identifier can be in a text. Case counts: without it the search would cost three times as much. */
const HINT =
  /10\.\d{4}|P[Mm](?:[Ii][Dd]|C)|pm(?:id|c)|[Pp]ub[Mm]ed|[Aa]r[Xx]iv|ARXIV|ISBN|isbn|[NK]CT|RCT|CTR|CTIS|EU CT|EudraCT|EUDRACT|DRKS|UMIN|RBR-|NTR|RPCEC|apicCTI|Cochrane|:\/\/|hdl:/;

/** Whether a text could hold an identifier at all: quick, and wrong only on the side of yes. */
export const mayHoldIdentifier = (text: string): boolean => HINT.test(text);
