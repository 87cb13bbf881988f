/** The middle value; the lower of the two middle ones where their number is even. @param {readonly number[]} values */
export const median = (values) => percentile(values, 50);

/** The smallest value that at least so many per cent do not exceed. @param {readonly number[]} values @param {number} percent */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** To a tenth. @param {number} value */
export const tenth = (value) => Math.round(value * 10) / 10;
