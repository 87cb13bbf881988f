import { strToU8, Zip, ZipDeflate } from 'fflate';

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Bytes between two rests: large enough to be cheap, small enough to be packed in a few milliseconds. */
const CHUNK = 65_536;

/**
 * Files as one zip archive, in chunks, with a rest after each, so that a page stays quick meanwhile.
 *
 * @param files - Names with their endings, each once, and safe (see `file-name.ts`); text is written as UTF-8.
 * @param rest - Waits until whatever else is waiting has run.
 */
export async function* zipChunks(
  files: AsyncIterable<NamedText> | Iterable<NamedText>,
  modified: Date,
  rest: () => Promise<void>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let ready: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk as Uint8Array<ArrayBuffer>);
  });
  let bytes = 0;
  for await (const { name, text } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = modified;
    zip.add(file);
    const content = strToU8(text);
    file.push(content, true);
    bytes += content.length;
    if (bytes < CHUNK) continue;
    bytes = 0;
    yield* ready;
    ready = [];
    await rest();
  }
  zip.end();
  yield* ready;
}
