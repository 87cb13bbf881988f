/** A year, alone or with a letter. */
export const YEAR = /(?:^|\D)(?:1[5-9]|20)\d\d[a-z]?(?!\d)/;

/** What is printed where a work has no year, as part of a pattern. */
export const UNDATED =
  'in press|forthcoming|n\\.d\\.|o\\.\\s?J\\.|s\\.[adf]\\.|im Druck|en prensa|sous presse|no prelo';
