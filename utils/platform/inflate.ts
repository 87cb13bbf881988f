/** Bytes that are given to the browser's decompressor at a time. */
const PIECE = 16_384;

/**
 * Unpacks bytes in zlib's deflate format (RFC 1950) with the browser's own decompressor.
 *
 * @param most - Bytes after which it stops: a few bytes may stand for gigabytes.
 * @returns What could be unpacked: of damaged or cut bytes their beginning, which may be nothing. Never rejects.
 */
export async function inflate(packed: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  const feed = async () => {
    for (let at = 0; at < packed.length; at += PIECE) await writer.write(packed.subarray(at, at + PIECE));
    await writer.close();
  };
  // What is wrong with the bytes is told to the reader of them, too.
  const fed = feed().catch(() => {});
  try {
    while (length < most) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value.subarray(0, most - length));
      length += Math.min(value.length, most - length);
    }
  } catch {
    // Damaged or cut: what came before is good.
  }
  await reader.cancel().catch(() => {});
  await fed;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
