import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../locales/en.json';
import { entry, show, spies } from '../../tests/shown-note';

const WORDS = english.note;

afterEach(cleanup);

const long = (words: string) => [{ heading: 'Methods', paragraphs: [[`${words} `.repeat(60)]] }];

describe('a note', () => {
  it('offers to follow the page’s own link only where it stands in its stead', () => {
    expect(show([entry()]).queryByRole('button', { name: WORDS.follow })).toBeNull();
    cleanup();
    const onFollow = vi.fn();
    fireEvent.click(show([entry()], {}, { ...spies(), onFollow }).getByRole('button', { name: WORDS.follow }));
    expect(onFollow).toHaveBeenCalledOnce();
  });

  it('is a named dialog with the title as a link that tells nobody where it was followed', () => {
    const { getByRole } = show([entry()]);
    expect(getByRole('dialog').getAttribute('aria-label')).toBe('Note on [1]');
    const link = getByRole('link', { name: 'Amber lamps' });
    expect(link.getAttribute('href')).toBe('https://doi.org/10.5555/lamps');
    expect(link.getAttribute('rel')).toBe('noreferrer');
  });

  it('takes text that looks like markup as text', () => {
    const { container } = show([entry({ title: ['<img src=x onerror=alert(1)>'], remarks: ['<b>no</b>'] })]);
    expect(container.querySelector('img, b')).toBeNull();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('sets emphasis and the closest sentence as elements of its own', () => {
    const sections = [
      { paragraphs: [['a ', { mark: 'em', children: ['b'] }, { mark: 'closest', children: ['c'] }]] },
    ] as const;
    const { container } = show([entry({ sections })]);
    expect(container.querySelector('em')?.textContent).toBe('b');
    expect(container.querySelector('mark')?.textContent).toBe('c');
  });

  it('makes links of the works that a summary names', () => {
    const identifier = { scheme: 'nct', value: 'NCT01234567' } as const;
    const sections = [{ paragraphs: [['As ', { mark: 'cite', identifier, children: ['NCT01234567'] }]] }] as const;
    const link = show([entry({ sections })]).getByRole('link', { name: 'NCT01234567' });
    expect(link.getAttribute('href')).toBe('https://clinicaltrials.gov/study/NCT01234567');
    expect(link.dataset.cites).toBe('nct:NCT01234567');
  });

  it('clamps a long summary and unfolds it in place', () => {
    const { container, getByRole } = show([entry({ sections: long('gull') })]);
    expect(container.querySelector('.clamped')).not.toBeNull();
    fireEvent.click(getByRole('button', { name: WORDS.more }));
    expect(container.querySelector('.clamped')).toBeNull();
    expect(getByRole('button', { name: WORDS.less }).getAttribute('aria-expanded')).toBe('true');
  });

  it('shows a short summary whole, with nothing to unfold', () => {
    const { container, queryByRole } = show([entry({ sections: [{ paragraphs: [['Gulls slept.']] }] })]);
    expect(container.querySelector('.clamped')).toBeNull();
    expect(queryByRole('button', { name: WORDS.more })).toBeNull();
  });

  it('says a retraction in words, not by colour alone', () => {
    const badges = [{ tone: 'alarm', text: 'Retracted 2015' }] as const;
    const { container, getAllByText } = show([entry({ badges, warning: WORDS.retractionWarning })]);
    expect(getAllByText(/retracted/i).length).toBeGreaterThan(1);
    expect(container.querySelector('.badge .sign')?.textContent).toBe('✕');
  });

  it('asks for consent with both answers and the services named', () => {
    const actions = spies();
    const consent = { isQuestion: true, services: 'Crossref and OpenAlex' };
    const { getByRole, container } = show([entry({ consent })], {}, actions);
    expect(container.textContent).toContain('Crossref and OpenAlex');
    fireEvent.click(getByRole('button', { name: WORDS.allowOnOpen }));
    fireEvent.click(getByRole('button', { name: WORDS.allowOnPress }));
    expect(actions.onAllow.mock.calls).toEqual([['on-open'], ['on-press']]);
  });

  it('offers Look up where the reader wants to press', () => {
    const actions = spies();
    const { getByRole } = show([entry({ consent: { isQuestion: false, services: 'Crossref' } })], {}, actions);
    fireEvent.click(getByRole('button', { name: WORDS.lookUp }));
    expect(actions.onLookUp).toHaveBeenCalledOnce();
  });

  it('saves, shows that it did, and can undo', () => {
    const actions = spies();
    const { getByRole, unmount } = show([entry()], {}, actions);
    fireEvent.click(getByRole('button', { name: WORDS.save }));
    expect(actions.onSave).toHaveBeenCalledOnce();
    unmount();
    const saved = show([entry({}, { save: 'saved' })], {}, actions);
    expect(saved.getByRole('button', { name: /In reading list/ }).hasAttribute('disabled')).toBe(true);
    fireEvent.click(saved.getByRole('button', { name: WORDS.undo }));
    expect(actions.onUndo).toHaveBeenCalledOnce();
  });

  it('leaves room for what else can be done only when asked', async () => {
    const { getByRole, queryByText, findByText } = show([entry()]);
    expect(queryByText('what else can be done')).toBeNull();
    fireEvent.click(getByRole('button', { name: WORDS.further }));
    expect(getByRole('button', { name: WORDS.further }).getAttribute('aria-expanded')).toBe('true');
    await findByText('what else can be done');
    fireEvent.click(getByRole('button', { name: WORDS.further }));
    await vi.waitFor(() => expect(queryByText('what else can be done')).toBeNull());
  });

  it('asks which study it is where the reader says that it is the wrong one, and can take the answer back', async () => {
    const actions = spies();
    const open = show([entry()], {}, actions);
    expect(open.queryByRole('button', { name: WORDS.uncorrect })).toBeNull();
    fireEvent.click(open.getByRole('button', { name: WORDS.wrong }));
    await open.findByText('which study it is');
    open.unmount();
    const corrected = show([entry({ corrected: 'You said so.' })], {}, actions);
    expect(corrected.container.textContent).toContain('You said so.');
    fireEvent.click(corrected.getByRole('button', { name: WORDS.uncorrect }));
    expect(actions.onUncorrect).toHaveBeenCalledOnce();
  });

  it('does not save from a private window, and says why', () => {
    const { getByRole, container } = show([entry()], { isPrivate: true });
    expect(getByRole('button', { name: WORDS.save }).hasAttribute('disabled')).toBe(true);
    expect(container.textContent).toContain(WORDS.privateWindow);
  });

  it('offers nothing to do with a remark of the page but to say that it is none', () => {
    const pageText = { label: WORDS.pageNote, text: 'A lamp is any light.' };
    const { queryAllByRole, container } = show([entry({ isWork: false, title: [], pageText })]);
    expect(container.textContent).toContain('A lamp is any light.');
    expect(queryAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent)).toEqual([
      WORDS.forget,
      WORDS.close,
    ]);
  });
});

describe('what is no citation', () => {
  it('is not said of what is no part of the page', () => {
    const { getByRole, queryByRole } = show([entry()], {}, { ...spies(), onForget: undefined });
    fireEvent.click(getByRole('button', { name: WORDS.further }));
    expect(queryByRole('button', { name: WORDS.forget })).toBeNull();
  });

  it('is said in “More”, and can be taken back', () => {
    const actions = spies();
    const { getByRole, queryByRole, unmount } = show([entry()], {}, actions);
    expect(queryByRole('button', { name: WORDS.forget })).toBeNull();
    fireEvent.click(getByRole('button', { name: WORDS.further }));
    fireEvent.click(getByRole('button', { name: WORDS.forget }));
    unmount();
    const after = show([entry({}, { save: 'open', isForgotten: true, message: 'gone' })], {}, actions);
    expect(after.getByRole('status').textContent).toBe('gone');
    fireEvent.click(after.getByRole('button', { name: WORDS.undo }));
    expect(actions.onForget).toHaveBeenCalledTimes(2);
  });
});

describe('what is told on demand', () => {
  it('leads from a thing told at a glance to its sentence in the summary', () => {
    const text = `${'Gulls slept. '.repeat(40)}Forty took part.`;
    const glance = [{ label: 'Who', text: 'Forty took part.', section: 0, start: text.length - 16, end: text.length }];
    const { getByRole, container } = show([entry({ sections: [{ paragraphs: [[text]] }], glance })]);
    expect(container.querySelector('.clamped')).not.toBeNull();
    fireEvent.click(getByRole('button', { name: 'Forty took part.' }));
    expect(container.querySelector('.clamped')).toBeNull();
    expect(container.querySelector('.summary mark')?.textContent).toBe('Forty took part.');
  });

  it('asks which candidate the reference means, and takes the answer back', () => {
    const actions = spies();
    const id = { scheme: 'doi', value: '10.5555/a' } as const;
    const works = [{ id, title: 'Amber lamps', line: 'Tarn A.' }];
    const open = show([entry({ candidates: { isPicked: false, works } })], {}, actions);
    expect(open.container.textContent).toContain(WORDS.perhaps);
    fireEvent.click(open.getByRole('button', { name: `${WORDS.pick}: Amber lamps` }));
    open.unmount();
    const { getByRole } = show([entry({ candidates: { isPicked: true, works } })], {}, actions);
    fireEvent.click(getByRole('button', { name: WORDS.unpick }));
    expect(actions.onPick.mock.calls).toEqual([[id], []]);
  });

  it('offers related works, and lists them with their reasons', () => {
    const actions = spies();
    const offered = show([entry({ related: 'offered' })], {}, actions);
    fireEvent.click(offered.getByRole('button', { name: WORDS.related }));
    expect(actions.onRelated).toHaveBeenCalledOnce();
    offered.unmount();
    const related = [
      {
        id: { scheme: 'doi', value: '10.5555/b' } as const,
        kindLine: 'Review 2014',
        title: 'Terns',
        reason: 'cited in it',
        url: 'https://doi.org/10.5555/b',
        isRetracted: true,
      },
    ];
    const { getByRole, container, queryByRole } = show([entry({ related })]);
    const link = getByRole('link', { name: 'Terns' });
    expect([link.getAttribute('href'), link.dataset.cites]).toEqual(['https://doi.org/10.5555/b', 'doi:10.5555/b']);
    for (const words of ['Review 2014', 'cited in it', WORDS.retracted]) expect(container.textContent).toContain(words);
    expect(queryByRole('button', { name: WORDS.related })).toBeNull();
  });

  it('keeps what is to be known of the record behind the line that says where it is from', async () => {
    const drawRecord = vi.fn((place: HTMLElement) => {
      place.textContent = 'Its year is in doubt.';
      return () => {};
    });
    const { container } = show([entry({ hasRecord: true })], {}, { ...spies(), drawRecord });
    const details = container.querySelector('details')!;
    expect(details.querySelector('summary')?.textContent).toBe('Crossref, today 14:02');
    expect(drawRecord).not.toHaveBeenCalled();
    details.open = true;
    fireEvent(details, new Event('toggle'));
    await vi.waitFor(() => expect(details.textContent).toContain('Its year is in doubt.'));
    cleanup();
    expect(show([entry()]).container.querySelector('details')).toBeNull();
  });
});

describe('a pinned note', () => {
  it('is offered where it can be pinned', () => {
    const onPin = vi.fn();
    fireEvent.click(show([entry()], { onPin }).getByRole('button', { name: WORDS.pin }));
    expect(onPin).toHaveBeenCalledOnce();
    cleanup();
    expect(show([entry()]).queryByRole('button', { name: WORDS.pin })).toBeNull();
  });

  it('is moved by the arrow keys, and by them alone, and resized with Shift', () => {
    const [onMove, onResize] = [vi.fn(), vi.fn()];
    const { getByRole } = show([entry()], { onPin: vi.fn(), isPinned: true, onMove, onResize });
    const grip = getByRole('button', { name: WORDS.move });
    fireEvent.keyDown(grip, { key: 'ArrowRight', shiftKey: true });
    expect([onMove.mock.calls, onResize.mock.calls]).toEqual([[], [[24, 0]]]);
    for (const key of ['ArrowLeft', 'ArrowDown', 'Enter', 'a']) fireEvent.keyDown(grip, { key });
    expect(onMove.mock.calls).toEqual([
      [-24, 0],
      [0, 24],
    ]);
  });
});

describe('a cluster', () => {
  const entries = [entry({ title: ['North'] }), entry({ title: ['South'] }), entry({ title: ['East'] })];

  it('lists short entries and unfolds one', () => {
    const { getAllByRole, container } = show(entries, { unfolded: 1 });
    expect(getAllByRole('listitem')).toHaveLength(3);
    expect(container.querySelectorAll('article')).toHaveLength(1);
    expect(container.querySelector('article')?.textContent).toContain('South');
  });

  it('unfolds another on request, and folds the one that is open', () => {
    const { getAllByRole, props } = show(entries, { unfolded: 1 });
    const folds = getAllByRole('button').filter((button) => button.hasAttribute('aria-expanded'));
    for (const button of folds) fireEvent.click(button);
    expect((props.onUnfold as ReturnType<typeof vi.fn>).mock.calls).toEqual([[0], [undefined], [2]]);
  });

  it('says of a folded entry that it was retracted', () => {
    const retracted = entry({ title: ['East'], badges: [{ tone: 'alarm', text: 'Retracted' }] });
    const { getAllByRole } = show([entry(), retracted]);
    expect(getAllByRole('listitem')[1]?.textContent).toContain('Retracted');
  });
});
