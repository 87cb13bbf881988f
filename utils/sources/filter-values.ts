/**
 * Names as the values of a filter in an address, encoded. A filter is divided at commas and bars after it is decoded, so that one name
 * with such a sign would spoil the request about all: it is left out, unless there is no other.
 */
export function filterValues(names: readonly string[]): readonly string[] {
  const whole = names.filter((name) => !/[,|]/.test(name));
  return (whole.length > 0 ? whole : names).map(encodeURIComponent);
}
