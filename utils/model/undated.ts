/** What is printed where a work has no year, as part of a pattern. */
export const UNDATED =
  'in press|forthcoming|n\\.d\\.|o\\.\\s?J\\.|s\\.[adf]\\.|im Druck|en prensa|sous presse|no prelo';
