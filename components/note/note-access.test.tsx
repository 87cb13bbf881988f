import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../locales/en.json';
import { entry, show, spies } from '../../tests/shown-note';
import type { EntryView } from '../../utils/notes/view';

const WORDS = english.note;

afterEach(cleanup);

describe('a screen reader', () => {
  const spoken = (more: Partial<EntryView>, isDialog: boolean) => {
    const { container, getByRole, unmount } = show([entry(more)], { isDialog });
    const live = container.querySelector('[aria-live="polite"]')!;
    // Read with the dialog's name where it has the focus.
    expect(getByRole('dialog').getAttribute('aria-describedby')).toBe(live.id);
    const { textContent } = live;
    unmount();
    return textContent;
  };

  it.each([
    ['what the work is', {}, 'Study 2012. Amber lamps'],
    ['what stands against it', { warning: 'Retracted' }, 'Study 2012. Retracted. Amber lamps'],
    [
      'what could not be learnt',
      { remarks: ['There is no connection.', 'So.'] },
      'Study 2012. Amber lamps. There is no connection.',
    ],
    [
      'what is asked',
      { consent: { isQuestion: true, services: 'Crossref' } },
      `Study 2012. Amber lamps. ${WORDS.consentQuestion}`,
    ],
    [
      'what the page remarks',
      { isWork: false, kindLine: 'Note', title: [], pageText: { text: 'A lamp is any light.' } },
      'Note. A lamp is any light.',
    ],
  ])('is told %s, and not more', (_name, more, said) => {
    for (const isDialog of [false, true]) expect(spoken(more, isDialog)).toBe(said);
  });

  it('is told of a note opened by key when its answer is there', () => {
    expect(spoken({ isWaiting: true }, true)).toBe('');
    expect(spoken({ isWaiting: true }, false)).toBe('Study 2012. Amber lamps');
  });
});

describe('the keyboard', () => {
  it('closes the note with Escape', () => {
    const { getByRole, props } = show([entry()]);
    fireEvent.keyDown(getByRole('dialog'), { key: 'Escape' });
    expect(props.onClose).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('gives the focus to a note opened by key, and not to one opened by the pointer', () => {
    const byPointer = show([entry()]);
    expect(document.activeElement).toBe(document.body);
    byPointer.unmount();
    const { getByRole } = show([entry()], { isDialog: true });
    return vi.waitFor(() => expect(document.activeElement).toBe(getByRole('dialog')));
  });

  it('keeps Tab inside a note opened by key', () => {
    const { getByRole, getAllByRole } = show([entry()], { isDialog: true });
    const buttons = getAllByRole('button');
    // The last in the order of Tab.
    buttons.at(-1)?.focus();
    fireEvent.keyDown(getByRole('dialog'), { key: 'Tab' });
    expect(document.activeElement).toBe(getByRole('link', { name: 'Amber lamps' }));
    fireEvent.keyDown(getByRole('dialog'), { key: 'Tab', shiftKey: true });
    expect(document.activeElement).toBe(buttons.at(-1));
  });

  it('lets Tab go as it does from fields and summaries in its middle', () => {
    const drawWhich = (place: HTMLElement) => {
      place.innerHTML = '<input>';
      return () => place.replaceChildren();
    };
    const actions = { ...spies(), drawWhich };
    const { getByRole, container } = show([entry({ hasRecord: true })], { isDialog: true }, actions);
    fireEvent.click(getByRole('button', { name: WORDS.wrong }));
    return vi.waitFor(() => {
      for (const selector of ['summary', 'input']) {
        const element = container.querySelector<HTMLElement>(selector)!;
        element.focus();
        for (const shiftKey of [true, false])
          expect(fireEvent.keyDown(element, { key: 'Tab', shiftKey }), `${selector} ${shiftKey}`).toBe(true);
      }
    });
  });
});
