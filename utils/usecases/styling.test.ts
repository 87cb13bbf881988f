import { describe, expect, it, vi } from 'vitest';
import { createStyling, type StylingNeeds } from './styling';

const TASK = { record: '[]', style: 'apa' } as const;
const MADE = { text: 'Tarn, A. (2012).', html: 'Tarn, A. (2012).' };

function world(needs: Partial<StylingNeeds> = {}) {
  let late = () => {};
  const closePage = vi.fn(async () => {});
  const styling: ReturnType<typeof createStyling> = createStyling({
    isFree: async () => true,
    openPage: async () => {},
    closePage,
    clock: {
      after(_ms, callback) {
        late = callback;
        return () => {
          late = () => {};
        };
      },
    },
    ...needs,
  });
  return { styling, closePage, late: () => late() };
}
const soon = () => new Promise((resolve) => setTimeout(resolve));

describe('a citation in a style', () => {
  it('is made by the page that nobody sees, which is closed afterwards', async () => {
    const { styling, closePage } = world();
    const cited = styling.cite(TASK);
    await soon();
    expect(styling.task()).toEqual({ ok: true, value: TASK });
    styling.done(MADE);
    expect(await cited).toEqual({ ok: true, value: MADE });
    expect(closePage).toHaveBeenCalledOnce();
    expect(styling.task().ok).toBe(false);
  });

  it('waits for the one before it', async () => {
    const { styling } = world();
    const first = styling.cite(TASK);
    const second = styling.cite({ ...TASK, style: 'vancouver' });
    await soon();
    expect(styling.task()).toMatchObject({ value: { style: 'apa' } });
    styling.done(MADE);
    await first;
    await soon();
    expect(styling.task()).toMatchObject({ value: { style: 'vancouver' } });
    styling.done(undefined);
    expect((await second).ok).toBe(false);
  });

  it.each<[string, Partial<StylingNeeds>]>([
    ['a backup is being made', { isFree: async () => false }],
    ['there can be no such page', { openPage: () => Promise.reject(new Error('no')) }],
    ['nothing can be told of it', { isFree: () => Promise.reject(new Error('no')) }],
  ])('fails where %s', async (_name, needs) => {
    expect((await world(needs).styling.cite(TASK)).ok).toBe(false);
  });

  it('is given up where the page never answers', async () => {
    const { styling, late, closePage } = world();
    const cited = styling.cite(TASK);
    await soon();
    late();
    expect((await cited).ok).toBe(false);
    expect(closePage).toHaveBeenCalledOnce();
  });
});
