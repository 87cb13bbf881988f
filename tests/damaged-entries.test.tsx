// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { ItemEntry } from '../components/library/item-entry';
import { PassageEntry } from '../components/library/passage-entry';
import { t } from '../components/library/words';
import type { Passage } from '../utils/model/passage';
import type { ReadingItem } from '../utils/model/reading-item';
import { itemOf } from '../utils/storage/items';
import { passageOf } from '../utils/storage/passages';
import { damaged } from './damaged';
import { item, passage } from './shown-library';

const place = { position: 1, total: 1 };
const given = {
  place,
  marks: () => [],
  choice: { isChosen: false, onChoose: () => {} },
  dateText: (at: number) => new Intl.DateTimeFormat('en').format(at),
  onChange: () => undefined,
  onDelete: () => {},
};

it('draws passages and works of which parts are missing', () => {
  for (const row of damaged(passage)) {
    const whole = passageOf({ ...(row as Passage), id: 'a' });
    const { container } = render(<PassageEntry passage={whole} {...given} />);
    expect(container.querySelector('.delete'), JSON.stringify(row)).toBeTruthy();
    if (whole.selectors.quote.exact === '') expect(container.textContent).toContain(t('wordsMissing'));
    cleanup();
  }
  for (const row of damaged(item)) {
    const whole = itemOf({ ...(row as ReadingItem), id: 'a', keys: [] });
    const { container } = render(<ItemEntry item={whole} collections={[]} {...given} />);
    expect(container.querySelector('.delete'), JSON.stringify(row)).toBeTruthy();
    cleanup();
  }
});
