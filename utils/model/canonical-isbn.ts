const sum = (digits: string, weight: (index: number) => number): number =>
  [...digits].reduce((total, digit, index) => total + (/x/i.test(digit) ? 10 : +digit) * weight(index), 0);

const weight13 = (index: number): number => (index % 2 ? 3 : 1);

/** ISBN-13 from ten or thirteen digits whose check digit is right (ISBN Users' Manual, 7th edition, appendix 1). */
export function canonicalIsbn(raw: string): string | undefined {
  const digits = raw.replace(/^\s*(?:urn:)?isbn(?:-1[03])?[:\s]*/i, '').replace(/[\s\u00ad\u2010-\u2015\u2212-]/g, '');
  if (/^97[89]\d{10}$/.test(digits)) return sum(digits, weight13) % 10 === 0 ? digits : undefined;
  if (!/^\d{9}[\dX]$/i.test(digits) || sum(digits, (index) => 10 - index) % 11 !== 0) return undefined;
  const body = `978${digits.slice(0, 9)}`;
  return body + ((10 - (sum(body, weight13) % 10)) % 10);
}
