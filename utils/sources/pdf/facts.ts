import { PdfFile, signsOf } from './file';
import { fromUtf16 } from './font';
import { firstPageText } from './page-text';
import { bytesOf, type PdfDictionary, type PdfValue } from './syntax';

/**
 * What a PDF says of itself: the entries of its document information by name, its XMP as markup, the text of its first page,
 * and the addresses that this links to, a line each. What it does not say is missing.
 */
export type PdfFacts = Readonly<
  Partial<
    Record<'Title' | 'Author' | 'Subject' | 'Keywords' | 'CreationDate' | 'doi' | 'xmp' | 'page' | 'links', string>
  >
>;

/** Unpacks zlib's deflate format: what can be had of it, and at most so many bytes. Never rejects. */
export type Inflate = (packed: Uint8Array<ArrayBuffer>, most: number) => Promise<Uint8Array>;

/** Most bytes that are unpacked of one file, and of one stream in it. */
const MOST = 24_000_000;
const MOST_OF_ONE = 4_000_000;
/** Object streams lead to the page, the page to its fonts and forms, these to further forms. */
const ROUNDS = 8;
const MOST_STREAMS = 600;

const ENTRIES = ['Title', 'Author', 'Subject', 'Keywords', 'CreationDate'] as const;

/** The facts in a file of which nothing packed can be read. */
export const readFacts = (text: string): PdfFacts => factsOf(new PdfFile(text));

/** The facts in a file, unpacking what leads to them and nothing else. A damaged, encrypted or hostile file has fewer, or none; never rejects. */
export async function unpackFacts(bytes: Uint8Array, inflate: Inflate): Promise<PdfFacts> {
  const file = new PdfFile(signsOf(bytes));
  let [left, streams] = [MOST, MOST_STREAMS];
  let facts = factsOf(file);
  for (let round = 0; round < ROUNDS && file.wanted.length > 0 && left > 0 && streams > 0; round += 1) {
    for (const { at, packed } of file.wanted.slice(0, streams)) {
      const plain = left > 0 ? await inflate(bytesFrom(packed), Math.min(left, MOST_OF_ONE)) : new Uint8Array();
      left -= plain.length;
      streams -= 1;
      file.put(at, signsOf(plain));
    }
    facts = factsOf(file);
  }
  return facts;
}

const bytesFrom = (signs: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(signs.length);
  for (let i = 0; i < signs.length; i += 1) bytes[i] = signs.charCodeAt(i);
  return bytes;
};

function factsOf(file: PdfFile): PdfFacts {
  // Strings and streams of an encrypted file say nothing without its key.
  if (file.trailer.has('/Encrypt')) return {};
  const root = file.trailer.has('/Root') ? file.dictionary(file.trailer.get('/Root')) : file.lastOf('/Catalog');
  const info = file.trailer.has('/Info') ? file.dictionary(file.trailer.get('/Info')) : file.lastOf('/CreationDate');
  const page = firstPage(file, root.get('/Pages'));
  const said = [...ENTRIES, 'doi' as const].map((name) => [name, textOf(file.get(info.get(`/${name}`)))] as const);
  const xmp = fromUtf8(file.stream(root.get('/Metadata')) ?? '');
  const found = [
    ...said,
    ['xmp', xmp ?? ''] as const,
    ['page', (root.size > 0 ? firstPageText(file, page) : file.bareText).normalize('NFKC')] as const,
    ['links', linksOf(file, page).join('\n')] as const,
  ];
  return Object.fromEntries(found.filter(([, words]) => words));
}

/** The first leaf of the tree of pages, with the resources that it inherits. */
function firstPage(file: PdfFile, top: PdfValue | undefined): PdfDictionary {
  let node = file.dictionary(top);
  let resources = node.get('/Resources');
  for (let depth = 0; depth < 30; depth += 1) {
    const [first] = file.list(node.get('/Kids'));
    if (first === undefined) break;
    node = file.dictionary(first);
    resources = node.get('/Resources') ?? resources;
  }
  return new Map([...node, ...(resources === undefined ? [] : [['/Resources', resources] as const])]);
}

const linksOf = (file: PdfFile, page: PdfDictionary): string[] =>
  file
    .list(page.get('/Annots'))
    .slice(0, 200)
    .map((note) => bytesOf(file.get(file.dictionary(file.dictionary(note).get('/A')).get('/URI'))) ?? '')
    .filter((address) => /^https?:\/\/[\x21-\x7e]{4,1000}$/.test(address));

/** Signs of the second half of PDF's own encoding that differ from Latin 1 (ISO 32000-1, annex D.2), from 0x80 on. */
const OWN = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž';

/** A string of text, in whichever way it is encoded; many programs write UTF-8 where it says otherwise. */
function textOf(value: PdfValue | undefined): string {
  const bytes = (bytesOf(value) ?? '').slice(0, 20_000);
  const text = bytes.startsWith('\xfe\xff')
    ? fromUtf16(bytes.slice(2))
    : (fromUtf8(bytes.replace(/^\xef\xbb\xbf/, '')) ??
      bytes.replace(/[\x80-\x9e]/g, (sign) => OWN[sign.charCodeAt(0) - 128]!));
  return text.replace(/\s+/g, ' ').trim();
}

function fromUtf8(bytes: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesFrom(bytes));
  } catch {
    return undefined;
  }
}
