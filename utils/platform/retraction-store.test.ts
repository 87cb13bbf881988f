import { describe, expect, it } from 'vitest';
import { fromBase64, loadOwnList, saveOwnList, toBase64 } from './retraction-store';

function home() {
  const stored: Record<string, unknown> = {};
  return {
    stored,
    storage: {
      local: {
        get: async (key: string) => ({ [key]: stored[key] }),
        set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
      },
      onChanged: { addListener: () => {}, removeListener: () => {} },
    },
  };
}

describe('the reader’s own list', () => {
  it('comes back byte by byte, however long it is', async () => {
    const place = home();
    const bytes = Uint8Array.from({ length: 20_001 }, (_none, i) => i % 256);
    await saveOwnList(place, toBase64(bytes));
    expect(await loadOwnList(place)).toEqual(bytes);
  });

  it('is none where nothing, or nothing readable, is kept', async () => {
    expect(await loadOwnList(home())).toBeUndefined();
    expect(fromBase64('no base64!')).toHaveLength(0);
  });
});
