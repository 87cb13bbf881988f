import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { OFFERED } from '../../utils/formats/offered';
import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import { Digest, daysAgo, deedOf } from './digest';
import type { Entry } from './shelf';
import { t } from './words';

const NOW = new Date(2026, 10, 30, 15).getTime();
const WEEK = daysAgo(NOW, 7);
const item = (more: Partial<ReadingItem>): Entry => ({
  table: 'items',
  entry: { ...(recorded.items[0] as unknown as ReadingItem), added: NOW - 1000, modified: NOW, ...more },
});
const passage = (more: Partial<Passage>): Entry => ({
  table: 'passages',
  entry: { ...(recorded.passages[0] as Passage), created: NOW - 1000, modified: NOW, ...more },
});

afterEach(cleanup);

describe('what was added or changed', () => {
  it.each([
    ['added', item({})],
    ['changed', item({ added: WEEK - 1 })],
    ['added', passage({ created: WEEK })],
    ['changed', passage({ created: WEEK - 1 })],
    ['deleted', passage({ deleted: NOW })],
  ] as const)('is told: %s', (deed, shown) => {
    expect(deedOf(shown, WEEK)).toBe(deed);
  });

  it('begins with the reader\u2019s own day', () => {
    expect(new Date(daysAgo(NOW, 0)).getHours()).toBe(0);
    expect(new Date(WEEK).getDate()).toBe(23);
  });

  it('stands day by day, and goes away without what was deleted', () => {
    const entries = [
      item({}),
      passage({ id: 'kept', modified: NOW - 86_400_000 }),
      passage({ id: 'gone', deleted: NOW - 86_400_000, modified: NOW - 86_400_000 }),
    ];
    const [onSince, onTake] = [vi.fn(), vi.fn()];
    render(
      <Digest
        entries={entries}
        since={WEEK}
        now={NOW}
        dateText={(at) => `day ${new Date(at).getDate()}`}
        onSince={onSince}
        onTake={onTake}
      />,
    );
    expect(screen.getAllByRole('heading').map((head) => head.textContent)).toEqual(['day 30', 'day 29']);
    expect(screen.getByRole('status').textContent).toBe(t('digestCount', 3));
    fireEvent.click(screen.getByText(t('digestTake')));
    expect(onTake).toHaveBeenCalledWith(OFFERED[0], new Set([entries[0]!.entry.id, 'kept']));
    fireEvent.click(screen.getByText(t('digestMonth')));
    expect(onSince).toHaveBeenCalledWith(daysAgo(NOW, 30));
  });
});
