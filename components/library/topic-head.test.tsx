import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Collection, KeptSearch } from '../../utils/model/collection';
import { GradeSelect } from './grades';
import { TopicHead, type TopicHeadProps } from './topic-head';
import { t } from './words';

const SEARCH: KeptSearch = { section: 'items', text: 'night shift', chosen: {}, order: 'best' };
const collection = (id: string, more: Partial<Collection> = {}): Collection => ({
  id,
  name: `Name of ${id}`,
  introduction: '',
  order: [],
  created: 1,
  modified: 2,
  ...more,
});

function show(own: Collection, more: Partial<TopicHeadProps> = {}) {
  const actions = { onChange: vi.fn(), onOpen: vi.fn(), onRun: vi.fn(), onDelete: vi.fn() };
  render(
    <TopicHead
      collection={own}
      collections={[own, collection('lamps'), collection('kept', { search: SEARCH })]}
      dateText={(at) => `day ${at}`}
      {...actions}
      {...more}
    />,
  );
  return actions;
}
afterEach(cleanup);

describe('the head of a topic', () => {
  it('runs its own search at a press on its name, and can still be renamed', () => {
    const { onRun, onChange } = show(collection('nights', { topicSearch: SEARCH }));
    fireEvent.click(screen.getByRole('button', { name: 'Name of nights' }));
    expect(onRun).toHaveBeenCalledWith(SEARCH);
    fireEvent.click(screen.getByText(t('rename')));
    fireEvent.change(screen.getByLabelText(t('collectionName')), { target: { value: 'Nights' } });
    expect(onChange).toHaveBeenCalledWith({ name: 'Nights' });
  });

  it('takes over what is searched for, where something is', () => {
    show(collection('nights'));
    expect(screen.queryByText(t('keepTopicSearch'))).toBeNull();
    cleanup();
    const { onChange } = show(collection('nights'), { search: SEARCH });
    fireEvent.click(screen.getByText(t('keepTopicSearch')));
    expect(onChange).toHaveBeenCalledWith({ topicSearch: SEARCH });
  });

  it('forgets its search when told to', () => {
    const { onChange } = show(collection('nights', { topicSearch: SEARCH }));
    fireEvent.click(screen.getByText(t('dropTopicSearch')));
    expect(onChange).toHaveBeenCalledWith({ dropsTopicSearch: true });
  });

  it('says when it was begun and changed, and has related topics, which are no kept searches', () => {
    const { onChange } = show(collection('nights'));
    expect(screen.getByText(t('topicDates', 'day 1', 'day 2'))).toBeTruthy();
    const list = screen.getByLabelText(t('relate')) as HTMLSelectElement;
    expect([...list.options].map(({ value }) => value)).toEqual(['', 'lamps']);
    fireEvent.change(list, { target: { value: 'lamps' } });
    expect(onChange).toHaveBeenCalledWith({ related: ['lamps'] });
  });

  it('leads to a related topic, and lets go of it', () => {
    const { onOpen, onChange } = show(collection('nights', { related: ['lamps', 'gone'] }));
    fireEvent.click(screen.getByRole('button', { name: 'Name of lamps' }));
    expect(onOpen).toHaveBeenCalledWith(collection('lamps'));
    fireEvent.click(screen.getByLabelText(t('unrelate', 'Name of lamps')));
    expect(onChange).toHaveBeenCalledWith({ related: ['gone'] });
  });
});

describe('the grade of a work', () => {
  it('is chosen from a list, and taken back', () => {
    const onChange = vi.fn();
    render(<GradeSelect grade={{ value: 'key', onChange }} />);
    const list = screen.getByLabelText(t('grade')) as HTMLSelectElement;
    expect(list.value).toBe('key');
    fireEvent.change(list, { target: { value: 'seminal' } });
    fireEvent.change(list, { target: { value: '' } });
    expect(onChange.mock.calls).toEqual([['seminal'], [undefined]]);
  });
});
