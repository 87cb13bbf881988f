import { describe, expect, it } from 'vitest';
import { failed, success } from '../model/failure';
import { deliverLeft, leaveMessage, type OutboxHome } from './outbox';

/** A browser's storage, with something of somebody else in it. */
function home(isPrivate = false) {
  const stored = new Map<string, unknown>([['settings', { version: 1 }]]);
  const it: OutboxHome = {
    storage: {
      local: {
        get: async () => Object.fromEntries(stored),
        set: async (items) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
        remove: async (key) => void stored.delete(key),
      },
    },
    extension: { inIncognitoContext: isPrivate },
  };
  return { it: () => it, stored };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('what a page says before it is left', () => {
  it('is delivered in the order in which it was said, once', async () => {
    const { it: at, stored } = home();
    leaveMessage('deletePassage', { id: 'passage-1' }, at);
    leaveMessage('restorePassage', { id: 'passage-1' }, at);
    const heard: unknown[] = [];
    const deliver = async (envelope: unknown) => {
      heard.push(envelope);
      return success({});
    };
    await deliverLeft(at(), deliver);
    await deliverLeft(at(), deliver);
    expect(heard).toEqual([
      { name: 'deletePassage', input: { id: 'passage-1' } },
      { name: 'restorePassage', input: { id: 'passage-1' } },
    ]);
    expect([...stored.keys()]).toEqual(['settings']);
  });

  it('is taken away by who said it, once it is answered', async () => {
    const { it: at, stored } = home();
    leaveMessage('deletePassage', { id: 'passage-1' }, at)();
    await settle();
    expect([...stored.keys()]).toEqual(['settings']);
  });

  it.each([
    ['stays while the library cannot be written', 'storage', 2],
    ['goes when it is refused', 'invalid', 1],
  ] as const)('%s', async (_name, kind, most) => {
    const { it: at, stored } = home();
    leaveMessage('deletePassage', { id: 'passage-1' }, at);
    await deliverLeft(at(), async () => failed(kind, 's', 'm'));
    expect(stored.size).toBe(most);
  });

  it('is not written down in a private window', async () => {
    const { it: at, stored } = home(true);
    leaveMessage('deletePassage', { id: 'passage-1' }, at)();
    await settle();
    expect([...stored.keys()]).toEqual(['settings']);
  });

  it('throws nothing where the extension or its storage has gone', async () => {
    const gone = () => undefined as unknown as OutboxHome;
    expect(() => leaveMessage('deletePassage', { id: 'passage-1' }, gone)()).not.toThrow();
    const { it: at } = home();
    const broken = { storage: { local: { ...at().storage.local, get: () => Promise.reject(new Error('gone')) } } };
    await expect(deliverLeft(broken, async () => success({}))).resolves.toBeUndefined();
  });
});
