import { deflateSync } from 'node:zlib';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const signs = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** An object of a PDF: its dictionary without its brackets, or any other value, and what its stream holds. */
export type PdfPart = string | { readonly entries: string; readonly holds: string };

/** The stream of a PDF object, packed. */
export const packed = (holds: string, entries = ''): PdfPart => ({
  entries: `${entries} /Filter /FlateDecode`,
  holds: signs(deflateSync(latin(holds))),
});

const written = (number: number, part: PdfPart): string =>
  typeof part === 'string'
    ? `${number} 0 obj\n${part}\nendobj\n`
    : `${number} 0 obj\n<< ${part.entries} /Length ${part.holds.length} >>\nstream\n${part.holds}\nendstream\nendobj\n`;

/** Several objects in one packed stream, as newer files have them. */
export function objectStream(objects: Readonly<Record<number, string>>): PdfPart {
  let [table, body] = ['', ''];
  for (const [number, text] of Object.entries(objects)) {
    table += `${number} ${body.length} `;
    body += `${text} `;
  }
  return packed(table + body, `/Type /ObjStm /N ${Object.keys(objects).length} /First ${table.length}`);
}

/** The bytes of a file with these objects. @param trailer - Entries of its trailer. */
export function pdfFile(objects: Readonly<Record<number, PdfPart>>, trailer = '/Root 1 0 R /Info 2 0 R'): Uint8Array {
  const body = Object.entries(objects).map(([number, part]) => written(Number(number), part));
  return latin(`%PDF-1.5\n${body.join('')}trailer\n<< ${trailer} >>\nstartxref\n0\n%%EOF\n`);
}

const escaped = (text: string): string => text.replace(/[()\\]/g, '\\$&');

/** A file of one packed page with lines of text. @param info - Entries of its document information. @param more - Entries of its page. */
export function pdfPage(lines: readonly string[], info = '', more = ''): Uint8Array {
  const shown = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n');
  return pdfFile({
    1: '<< /Type /Catalog /Pages 3 0 R >>',
    2: `<< /Producer (by hand) ${info} >>`,
    3: '<< /Type /Pages /Kids [4 0 R] /Resources << /Font << /F1 6 0 R >> >> >>',
    4: `<< /Type /Page /Contents 5 0 R ${more} >>`,
    5: packed(`BT /F1 10 Tf 12 TL 50 700 Td ${shown} ET`),
    6: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  });
}
