import { failed, type Result, success } from '../model/failure';

/**
 * What one of the extension's pages hands over: the value of a JSON text, or of the blob that holds one. A message of many megabytes holds up
 * the page that sends it; the address of a blob does not.
 *
 * @param own - Begins the addresses of the extension's own blobs: no other address is opened.
 * @returns A failure where the text is damaged, or the page that keeps the blob has been closed.
 */
export async function handedOver<T>(
  given: string,
  own: string,
  load: (address: string) => Promise<Response>,
): Promise<Result<T>> {
  try {
    return success(given.startsWith('blob:') ? await (await load(ownAddress(given, own))).json() : JSON.parse(given));
  } catch (error) {
    return failed('invalid', 'handed-over', `What was handed over cannot be read: ${String(error)}`);
  }
}

function ownAddress(address: string, own: string): string {
  if (!address.startsWith(own)) throw new Error('a foreign address');
  return address;
}
