import { describe, expect, it, vi } from 'vitest';
import { t } from '../components/library/words';
import { edited } from '../entrypoints/library/telling';
import { failed, success } from '../utils/model/failure';

function window() {
  const tell = vi.fn();
  const settle = async <T>(saying: Promise<{ ok: boolean; value?: T }>) => (await saying).value;
  return { tell, telling: { tell, settle: settle as never } };
}
const BOTH = { message: t('bothKept'), undo: [] };

describe('an entry that two windows change', () => {
  it.each([
    ['a remark', { remark: 'mine' }, { remark: 'mine\ntheirs' }],
    ['a headline', { headline: 'mine' }, { headline: 'mine, theirs' }],
    ['an introduction', { introduction: 'mine' }, { introduction: 'theirs mine' }],
  ])('is said to hold both where %s does', async (_field, change, stored) => {
    const { tell, telling } = window();
    expect(await edited(telling, Promise.resolve(success(stored)), change)).toBe(stored);
    expect(tell).toHaveBeenCalledExactlyOnceWith(BOTH);
  });

  it.each([
    ['it is as this window wrote it', { remark: 'mine' }, success({ remark: 'mine', headline: 'theirs' })],
    ['something else of it was changed', {}, success({ remark: 'theirs' })],
    ['it could not be changed', { remark: 'mine' }, failed('storage', 'test', 'full')],
  ])('is said nothing of where %s', async (_why, change, reply) => {
    const { tell, telling } = window();
    await edited(telling, Promise.resolve(reply) as never, change);
    expect(tell).not.toHaveBeenCalled();
  });
});
