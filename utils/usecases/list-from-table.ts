import { readRetractionWatch } from '../formats/read-retraction-watch';
import { identifierKey } from '../model/identifier';
import { packRetractions } from '../works/retraction-list';
import type { Digest } from './standing';

/**
 * The bytes of a list made from the Retraction Watch table.
 *
 * @param made - ISO 8601 date of the table.
 * @returns undefined where the text is another file.
 */
export async function listFromTable(
  csv: string,
  made: string,
  digest: Digest,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const entries = readRetractionWatch(csv);
  if (!entries) return undefined;
  const hashed = await Promise.all(
    entries.map(async ({ identifier, kind, date }) => ({
      hash: await digest(identifierKey(identifier)),
      listed: { kind, date },
    })),
  );
  return packRetractions(hashed, made);
}
