/** A fragment with its number taken out, `\0` in its place; undefined where the printed number is not in it exactly once. */
export function fragmentPattern(fragment: string, number: number): string | undefined {
  const digits = fragment.match(/\d+/g) ?? [];
  if (digits.filter((run) => Number(run) === number && run === String(number)).length !== 1) return undefined;
  return fragment.replace(new RegExp(`(?<!\\d)${number}(?!\\d)`), '\0');
}
