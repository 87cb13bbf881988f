import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import type { Collection } from '../../utils/model/collection';
import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import { BulkBar } from './bulk-bar';
import { Collections } from './collections';
import { Facets } from './facets';
import type { GradeCount } from './grades';
import { TopicHead } from './topic-head';
import { EvidenceGrid, Timeline } from './views';
import { t } from './words';
import { WorkPage } from './work-page';

afterEach(cleanup);

const item = recorded.items[0] as unknown as ReadingItem;
const passage = recorded.passages[0] as Passage;
const nights: Collection = { id: 'nights', name: 'Nights', introduction: '', order: [], created: 1, modified: 1 };
const kept: Collection = {
  ...nights,
  id: 'kept',
  name: 'Lamps',
  search: { section: 'items', text: 'lamp', chosen: {}, order: 'best' },
};

describe('facets', () => {
  const tags = (...counts: readonly (readonly [string, number])[]) => ({
    tag: counts.map(([value, count]) => ({ value, count })),
  });
  const shown = () => [...document.querySelectorAll('.facet label')].map((label) => label.textContent);

  it('keep their places when counts change, show what is gone as none, and put new ones last', () => {
    const view = render(<Facets counts={tags(['a', 3], ['b', 2])} chosen={{}} onChoose={vi.fn()} />);
    expect(shown()).toEqual(['a 3', 'b 2']);
    view.rerender(<Facets counts={tags(['c', 9], ['b', 5])} chosen={{}} onChoose={vi.fn()} />);
    expect(shown()).toEqual(['a 0', 'b 5', 'c 9']);
  });
});

describe('collections', () => {
  const show = (more: Partial<Parameters<typeof Collections>[0]> = {}) => {
    const props = { onOpen: vi.fn(), onMake: vi.fn() };
    const counts = [{ value: 'nights', count: 2 }];
    render(<Collections collections={[nights, kept]} counts={counts} isNarrowed={false} {...props} {...more} />);
    return props;
  };

  it('are opened, tell how many works are in them, and which is shown', () => {
    const { onOpen } = show({ active: nights });
    const button = screen.getByRole('button', { name: 'Nights' });
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(button.parentElement!.textContent).toBe('Nights2');
    fireEvent.click(screen.getByRole('button', { name: 'Lamps' }));
    expect(onOpen).toHaveBeenCalledWith(kept);
  });

  it('are made with a name; a search is kept only where there is one', () => {
    const { onMake } = show();
    fireEvent.input(screen.getByLabelText(t('collectionName')), { target: { value: ' Terns ' } });
    expect((screen.getByText(t('keepSearch')) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(screen.getByText(t('makeCollection')));
    expect(onMake).toHaveBeenCalledWith('Terns', false);
  });

  it('are renamed, but never to nothing', () => {
    const onChange = vi.fn();
    render(
      <TopicHead
        collection={nights}
        collections={[]}
        dateText={String}
        onChange={onChange}
        onOpen={vi.fn()}
        onRun={vi.fn()}
        onDelete={vi.fn()}
      />,
    );
    const field = screen.getByLabelText(t('collectionName'));
    fireEvent.change(field, { target: { value: '  ' } });
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: 'Days' } });
    expect(onChange).toHaveBeenCalledWith({ name: 'Days' });
  });
});

describe('what is done to many', () => {
  const show = (more: Partial<Parameters<typeof BulkBar>[0]> = {}) => {
    const props = {
      onAll: vi.fn(),
      onNone: vi.fn(),
      onChange: vi.fn(),
      onExport: vi.fn(),
      onLookUp: vi.fn(),
      onMerge: vi.fn(),
      onCancel: vi.fn(),
    };
    render(<BulkBar count={2} total={5} areWorks collections={[nights, kept]} {...props} {...more} />);
    return props;
  };
  const pick = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

  it('is a tag, a status, a collection, a file, a merging, or the trash', () => {
    const { onChange, onExport, onMerge } = show();
    fireEvent.input(screen.getByLabelText(t('tagChosen')), { target: { value: ' sleep ' } });
    fireEvent.submit(screen.getByLabelText(t('tagChosen')).closest('form')!);
    pick(t('status'), 'read');
    pick(t('putInto'), 'nights');
    pick(t('exportLead'), 'bibtex');
    fireEvent.click(screen.getByText(t('merge')));
    fireEvent.click(screen.getByText(t('remove')));
    expect(onChange.mock.calls).toEqual([
      [{ addTag: 'sleep' }],
      [{ status: 'read' }],
      [{ addTo: 'nights' }],
      [{ isDeleted: true }],
    ]);
    expect(onExport.mock.calls[0]![0].id).toBe('bibtex');
    expect(onMerge).toHaveBeenCalled();
  });

  it('shows where a job was stopped, with the ways on, back and out', () => {
    const stopped = { onGoOn: vi.fn(), onUndo: vi.fn(), onDismiss: vi.fn() };
    show({ progress: { done: 200, total: 1000, stopped } });
    expect(screen.getByRole('status').textContent).toBe(t('bulkStopped', 200, 1000));
    for (const word of ['goOn', 'undo', 'dismiss'] as const) fireEvent.click(screen.getByText(t(word)));
    for (const each of Object.values(stopped)) expect(each).toHaveBeenCalledOnce();
  });

  it('for passages is neither a status nor a collection', () => {
    show({ areWorks: false });
    expect(screen.queryByLabelText(t('status'))).toBeNull();
    expect(screen.queryByLabelText(t('putInto'))).toBeNull();
  });

  it('shows how far it has come, and can be cancelled', () => {
    const { onCancel } = show({ progress: { done: 200, total: 1000, rate: 123.4 } });
    expect(screen.getByRole('status').textContent).toContain(t('bulkDone', 200, 1000));
    fireEvent.click(screen.getByText(t('cancel')));
    expect(onCancel).toHaveBeenCalled();
  });
});

describe('pictures of the reading list', () => {
  const GRADED: readonly GradeCount[] = [{ row: 'nights', column: 'trial', grade: 'seminal', count: 2 }];
  const cross = async () => [
    { row: '', column: 'review', count: 1 },
    { row: 'nights', column: 'trial', count: 2 },
  ];

  it('are a grid whose cells open what they count', async () => {
    const onOpen = vi.fn();
    render(
      <EvidenceGrid cross={cross} version={1} collections={[nights]} readGrades={async () => GRADED} onOpen={onOpen} />,
    );
    const table = await screen.findByRole('table');
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map((head) => head.textContent),
    ).toEqual(['Nights', t('noCollection')]);
    const [inNights, inNone] = within(table).getAllByRole('button') as [HTMLElement, HTMLElement];
    fireEvent.click(inNights);
    expect(onOpen).toHaveBeenCalledWith({ collection: ['nights'], kind: ['trial'] });
    fireEvent.click(inNone);
    expect(onOpen).toHaveBeenLastCalledWith({ collection: [''], kind: ['review'] });
    expect(await within(table).findByText(t('gradeCount', 2, t('gradeSeminal')))).toBeTruthy();
  });

  it('are a timeline with the years between those that have works, unless they are too many', async () => {
    const years =
      (...all: number[]) =>
      async () =>
        all.map((year) => ({ row: String(year), column: 'trial', count: 1 }));
    const shown = render(<Timeline cross={years(2001, 2004)} version={1} onOpen={vi.fn()} />);
    await screen.findByRole('table');
    const named = () =>
      [...shown.container.querySelectorAll('svg text:not(.bar-total)')].map((text) => text.textContent);
    expect(named()).toEqual(['2001', '2002', '2003', '2004']);
    shown.rerender(<Timeline cross={years(1623, 2004)} version={2} onOpen={vi.fn()} />);
    await vi.waitFor(() => expect(named()).toEqual(['1623', '2004']));
  });

  it('are a timeline with a bar for each year and kind, and the table behind it', async () => {
    const onOpen = vi.fn();
    const years = async () => [
      { row: '2012', column: 'trial', count: 2 },
      { row: '2010', column: 'review', count: 1 },
      { row: '', column: 'book', count: 4 },
    ];
    render(<Timeline cross={years} version={1} onOpen={onOpen} />);
    expect((await screen.findByRole('img')).querySelectorAll('rect')).toHaveLength(2);
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['2010', '2012']);
    fireEvent.click(screen.getAllByRole('button')[1]!);
    expect(onOpen).toHaveBeenCalledWith({ year: ['2012'], kind: ['trial'] });
  });
});

describe('the page of a work', () => {
  const show = (view?: Parameters<typeof WorkPage>[0]['view']) => {
    const props = { onChange: vi.fn(), onDelete: vi.fn(), onLeave: vi.fn() };
    render(<WorkPage view={view} collections={[nights]} dateText={String} {...props} />);
    return props;
  };

  it('shows its passages and what it has to do with, and takes a headline', () => {
    const other = { ...item, id: 'other', headline: 'Another one' };
    const { onChange } = show({
      item,
      passages: [passage],
      related: [{ item: other, reason: 'tag', shared: 'sleep' }],
    });
    expect(screen.getByText('Another one').getAttribute('href')).toBe('#work=other');
    expect(document.body.textContent).toContain(t('relatedTag', 'sleep'));
    expect(document.querySelector('.quoted')!.textContent).toBe(passage.selectors.quote.exact.trim());
    expect(screen.queryByLabelText(t('headline'))).toBeNull();
    fireEvent.click(screen.getByText(t('addHeadline')));
    expect(document.activeElement).toBe(screen.getByLabelText(t('headline')));
    fireEvent.change(screen.getByLabelText(t('headline')), { target: { value: 'Mine' } });
    expect(onChange).toHaveBeenCalledWith(item.id, { headline: 'Mine' }, { headline: '' });
  });

  it('says so where it is gone, and leads back', () => {
    const { onLeave } = show({ passages: [], related: [] });
    expect(screen.getByText(t('workGone'))).toBeTruthy();
    fireEvent.click(screen.getByText(t('backToList')));
    expect(onLeave).toHaveBeenCalled();
  });
});
