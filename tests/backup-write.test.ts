import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeToDownloads, writeToFolder } from '../entrypoints/backup/write';
import type { BackupTask } from '../utils/platform/messages';

const store = { batch: async () => ({ ok: true as const, value: [] }) };
const broken = {
  batch: async () => ({
    ok: false as const,
    failure: { kind: 'storage' as const, stage: 'x', message: 'The disk is made of cheese.' },
  }),
};
const TASK: BackupTask = { place: 'folder', name: 'ibid-backup-2026-11-30-auto.ndjson.gz', taken: false, surplus: [] };

/** A folder in memory, as far as backups use one. */
function folderOf(
  files: Record<string, string>,
  permission: PermissionState = 'granted',
  error?: string,
): Parameters<typeof writeToFolder>[2] {
  const refuse = (name: string) => new DOMException(name, name);
  const folder: Record<string, unknown> = {
    queryPermission: async () => permission,
    async getFileHandle(name: string, options?: { create?: boolean }): Promise<unknown> {
      if (!(name in files)) {
        if (!options?.create) throw refuse('NotFoundError');
        files[name] = '';
      }
      return {
        name,
        createWritable: async (): Promise<WritableStream<Uint8Array>> => {
          const chunks: Uint8Array[] = [];
          return new WritableStream<Uint8Array>({
            write: (chunk) => {
              if (error) throw refuse(error);
              chunks.push(chunk);
            },
            close: (): void => {
              files[name] = gunzipSync(Buffer.concat(chunks)).toString();
            },
          });
        },
        getFile: async () => ({ size: files[name]!.length }),
      };
    },
    async removeEntry(name: string): Promise<void> {
      if (!(name in files)) throw refuse('NotFoundError');
      delete files[name];
    },
  };
  return async () => folder as never;
}

describe('writing a backup into a folder', () => {
  it('writes it whole, removes only what is more than is to be kept, and forgets what is gone already', async () => {
    const files: Record<string, string> = { old: 'x', mine: 'y' };
    const done = await writeToFolder({ ...TASK, surplus: ['old', 'gone'] }, store, folderOf(files));
    expect(done).toMatchObject({ isMade: true, name: TASK.name, removed: ['old', 'gone'] });
    expect(Object.keys(files)).toEqual(['mine', TASK.name]);
    expect(files[TASK.name]).toContain('"end":true');
  });

  it('leaves a file of that name alone that is not its own', async () => {
    const files = { [TASK.name]: 'of another browser' };
    const done = await writeToFolder(TASK, store, folderOf(files));
    expect(done).toMatchObject({ isMade: true, name: 'ibid-backup-2026-11-30-auto-2.ndjson.gz' });
    expect(files[TASK.name]).toBe('of another browser');
    await writeToFolder({ ...TASK, taken: true }, store, folderOf(files));
    expect(files[TASK.name]).toContain('ibid-backup');
  });

  it.each([
    ['a permission that lapsed', 'lapsed', store, folderOf({}, 'prompt')],
    ['no folder', 'gone', store, async (): Promise<undefined> => undefined],
    ['a full disk', 'full', store, folderOf({}, 'granted', 'QuotaExceededError')],
    ['a library that cannot be read', 'other', broken, folderOf({})],
  ] as const)('says why there is none: %s', async (_name, why, from, load) => {
    expect(await writeToFolder(TASK, from, load)).toMatchObject({ isMade: false, why });
  });

  it('leaves no empty file behind, and no older one removed, where it fails', async () => {
    const files: Record<string, string> = { old: 'x' };
    await writeToFolder({ ...TASK, surplus: ['old'] }, broken, folderOf(files));
    expect(files).toEqual({ old: 'x' });
  });
});

describe('writing a backup into the downloads', () => {
  const replies = {
    refused: { ok: false, failure: { kind: 'refused', stage: 'x', message: 'no' } },
    full: { ok: false, failure: { kind: 'storage', stage: 'x', message: 'Error: FILE_NO_SPACE' } },
    other: { ok: false, failure: { kind: 'storage', stage: 'x', message: 'Error: NETWORK_FAILED' } },
  } as const;

  it('gives the file away under its name', async () => {
    let given: unknown[] = [];
    const done = await writeToDownloads(TASK, store, async (...all) => {
      given = all;
      return { ok: true, value: {} };
    });
    expect(given[1]).toBe(TASK.name);
    expect(done).toMatchObject({ isMade: true, name: TASK.name });
  });

  it.each(Object.entries(replies))('says why there is none: %s', async (why, reply) => {
    expect(await writeToDownloads(TASK, store, async () => reply)).toMatchObject({ isMade: false, why });
  });
});
