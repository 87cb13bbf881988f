/** The bytes of some text, gzipped, as they are made. Errs where the pieces do. */
export function gzipStream(pieces: AsyncIterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const text = new ReadableStream<string>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return text.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip'));
}

/** The bytes of some text, gzipped, piece by piece: only the compressed bytes are held. Rejects where the pieces do. */
export const gzipped = (pieces: AsyncIterable<string>): Promise<Blob> =>
  new Response(gzipStream(pieces), { headers: { 'content-type': 'application/gzip' } }).blob();

/** First bytes of a gzip file (RFC 1952, §2.3.1). */
const MAGIC = [0x1f, 0x8b] as const;

/** The text of a file in pieces, gzipped or not. Throws on the way where the gzip stream is damaged or cut off. */
export async function* textOf(file: Blob): AsyncGenerator<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = first === MAGIC[0] && second === MAGIC[1];
  const bytes = isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    yield decoder.decode(value, { stream: true });
  }
  yield decoder.decode();
}
