import { describe, expect, it, vi } from 'vitest';
import type { LookUpUpdate } from '../model/look-up';
import { type LookUp, type Port, serveNote } from './note-port';

const SELF = { id: 'us' };
const QUESTION = { identifiers: [{ scheme: 'doi', value: '10.5555/a' }] };
const DONE: LookUpUpdate = { type: 'done', asked: [], failures: [] };

function setUp(sender: Port['sender'] = { id: 'us', tab: { id: 1, incognito: false } }) {
  const hear: ((message: unknown) => void)[] = [];
  const close: (() => void)[] = [];
  const port = {
    name: 'note',
    sender,
    postMessage: vi.fn(),
    disconnect: vi.fn(),
    onMessage: { addListener: (listener: (message: unknown) => void) => hear.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => close.push(listener) },
  };
  const lookUp = vi.fn<LookUp>(async () => {});
  serveNote(port, lookUp, SELF);
  return {
    port,
    lookUp,
    say: (message: unknown) => hear.map((listener) => listener(message)),
    closeNote: () => close.map((listener) => listener()),
  };
}

describe('the port of a note', () => {
  it('looks its question up as set, and passes on what comes', () => {
    const { port, lookUp, say } = setUp();
    say({ type: 'ask', question: QUESTION });
    expect(lookUp.mock.calls[0]?.slice(0, 2)).toMatchObject([QUESTION, { allowed: 'as-set', private: false }]);
    lookUp.mock.calls[0]?.[2](DONE);
    expect(port.postMessage).toHaveBeenCalledWith(DONE);
  });

  it('asks the network when the reader presses, instead of what was under way', () => {
    const { lookUp, say } = setUp();
    say({ type: 'ask', question: QUESTION });
    say({ type: 'go' });
    expect(lookUp.mock.calls.map(([, { allowed, signal }]) => [allowed, signal.aborted])).toEqual([
      ['as-set', true],
      ['network', false],
    ]);
  });

  it('aborts when the note closes', () => {
    const { lookUp, say, closeNote } = setUp();
    say({ type: 'ask', question: QUESTION });
    closeNote();
    expect(lookUp.mock.calls[0]?.[1].signal.aborted).toBe(true);
  });

  it('tells the look-up of a private window', () => {
    const { lookUp, say } = setUp({ id: 'us', tab: { id: 1, incognito: true } });
    say({ type: 'ask', question: QUESTION });
    expect(lookUp.mock.calls[0]?.[1].private).toBe(true);
  });

  it('does nothing for a press before there is a question', () => {
    const { lookUp, say } = setUp();
    say({ type: 'go' });
    expect(lookUp).not.toHaveBeenCalled();
  });

  it('is closed on strangers and on damaged words', () => {
    const stranger = setUp({ id: 'them' });
    expect(stranger.port.disconnect).toHaveBeenCalledOnce();
    const damaged = setUp();
    damaged.say({ type: 'ask', question: { identifiers: 7 } });
    expect(damaged.port.disconnect).toHaveBeenCalledOnce();
    expect(damaged.lookUp).not.toHaveBeenCalled();
  });
});
