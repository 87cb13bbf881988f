import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LookUpJob } from '../../utils/model/look-up-job';
import { LookUpBar, type LookUpBarProps } from './look-up-bar';
import { t } from './words';

const JOB: LookUpJob = {
  id: 'look-up',
  name: 'one',
  kind: 'standing',
  ids: ['a', 'b', 'c', 'd'],
  done: 1,
  changed: 1,
  failed: 0,
  fallen: [],
  state: 'running',
  begun: 1,
};

function show(more: Partial<LookUpBarProps>) {
  const actions = { onBegin: vi.fn(), onCancel: vi.fn(), onUndo: vi.fn(), onGoOn: vi.fn() };
  render(<LookUpBar listText={(names) => names.join(' and ')} {...actions} {...more} />);
  return actions;
}
afterEach(cleanup);

describe('the look-up of many works', () => {
  it('asks first, with the number of works and the names of the services', () => {
    const { onBegin } = show({ plan: { kind: 'facts', works: 12, services: ['Crossref', 'OpenAlex'] } });
    expect(screen.getByText(t('lookUpPlan', 12, 'Crossref and OpenAlex'))).toBeTruthy();
    fireEvent.click(screen.getByText(t('lookUpBegin')));
    expect(onBegin).toHaveBeenCalledOnce();
  });

  it('offers nothing to begin where there is nothing to ask', () => {
    const { onCancel } = show({ plan: { kind: 'facts', works: 0, services: [] } });
    expect(screen.queryByText(t('lookUpBegin'))).toBeNull();
    fireEvent.click(screen.getByText(t('cancel')));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('shows how far it has come and how quickly, and can be cancelled', () => {
    const { onCancel } = show({ job: JOB, perMinute: 41.6 });
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('1');
    expect(screen.getByRole('status').textContent).toContain(`${t('bulkDone', 1, 4)} · ${t('perMinute', 42)}`);
    fireEvent.click(screen.getByText(t('cancel')));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('that was stopped can go on, be taken back, or be left', () => {
    const { onGoOn } = show({ job: { ...JOB, state: 'cancelled' } });
    fireEvent.click(screen.getByText(t('goOn')));
    expect(onGoOn).toHaveBeenCalledOnce();
    expect(screen.getByText(t('undo'))).toBeTruthy();
    expect(screen.getByText(t('dismiss'))).toBeTruthy();
  });

  it('tells at the end what was learnt, what was not, and what was retracted', () => {
    const { onUndo } = show({ job: { ...JOB, state: 'done', done: 4, changed: 2, failed: 1, fallen: ['A work'] } });
    const status = screen.getByRole('status').textContent;
    expect(status).toContain(t('lookUpLearnt', 2));
    expect(status).toContain(t('lookUpFailed', 1));
    expect(screen.getByRole('alert').textContent).toContain(`${t('lookUpFallen', 1)} A work`);
    expect(screen.getByText(t('dismiss'))).toBeTruthy();
    fireEvent.click(screen.getByText(t('undo')));
    expect(onUndo).toHaveBeenCalledOnce();
  });
});
