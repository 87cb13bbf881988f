import { language } from '../../utils/words/words';

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes for people: `2.5 MB`. */
export function sizeText(bytes: number): string {
  let rest = bytes;
  let unit = 0;
  for (; rest >= 1000 && unit < UNITS.length - 1; unit += 1) rest /= 1000;
  return `${rest.toLocaleString(language(), { maximumFractionDigits: rest < 10 && unit > 0 ? 1 : 0 })} ${UNITS[unit]}`;
}
