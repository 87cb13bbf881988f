import { describe, expect, it, vi } from 'vitest';
import { success } from '../model/failure';
import { answer, type Handlers } from './router';

const SELF = { id: 'us', ownOrigin: 'chrome-extension://us/' };
const PAGE = { id: 'us', url: 'https://example.org/', frameId: 2, tab: { id: 7, incognito: true } };
const LIBRARY = { id: 'us', url: 'chrome-extension://us/library.html', frameId: 0, tab: { id: 8, incognito: false } };
const message = { name: 'deleteItem', input: { id: 'item-0001' } };

const handlers = (part: Partial<Handlers>): Handlers => part as Handlers;

describe('answer', () => {
  it('gives a handler the checked input and what the browser vouches for', async () => {
    const openLibrary = vi.fn(async () => success({}));
    expect(await answer({ name: 'openLibrary', input: { own: 1 } }, PAGE, handlers({ openLibrary }), SELF)).toEqual({
      ok: true,
      value: {},
    });
    expect(openLibrary).toHaveBeenCalledWith({}, { tabId: 7, frameId: 2, isPrivate: true });
  });

  it.each([
    ['another extension', message, { ...LIBRARY, id: 'them' }],
    ['nobody known', message, { url: 'https://example.org/' }],
    ['a page, what only our own pages may say', { ...message, name: 'restoreItem' }, PAGE],
    [
      'a page that is only named like ours',
      { ...message, name: 'restoreItem' },
      { ...PAGE, url: 'https://example.org/chrome-extension://us/library.html' },
    ],
    ['our own page, damaged', { name: 'deleteItem', input: {} }, LIBRARY],
  ])('leaves aside a message from %s', async (_who, raw, sender) => {
    const deed = vi.fn();
    const all = handlers({ deleteItem: deed, restoreItem: deed });
    expect(await answer(raw, sender, all, SELF)).toMatchObject({ failure: { kind: 'invalid' } });
    expect(deed).not.toHaveBeenCalled();
  });

  it('turns a handler that throws into a failure', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const deleteItem = async () => {
      throw new Error('a slip');
    };
    expect(await answer(message, LIBRARY, handlers({ deleteItem }), SELF)).toMatchObject({
      failure: { stage: 'router.deleteItem', message: expect.stringContaining('a slip') },
    });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
