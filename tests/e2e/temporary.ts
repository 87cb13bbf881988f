import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the run a folder of its own for profiles, downloads and other temporary files, and takes it away at the end. */
export default function temporary(): (() => void) | undefined {
  // Both browsers' projects ask.
  if (process.env.IBID_TEMPORARY) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'ibid-e2e-'));
  for (const name of ['IBID_TEMPORARY', 'TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
