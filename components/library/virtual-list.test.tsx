import { act, render } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { CHUNK, VirtualList } from './virtual-list';

afterEach(() => vi.restoreAllMocks());

it('draws what comes into the window when that grows wider, and entries less high', async () => {
  let height = 4000;
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(() => height);
  const { container } = render(
    <VirtualList count={3 * CHUNK} estimate={170} name="all" draw={(chunk) => `chunk ${chunk}`} onDrawn={() => {}} />,
  );
  await act(() => {});
  const drawn = () => [...container.querySelectorAll<HTMLElement>('[data-chunk]')].map(({ dataset }) => dataset.chunk);
  expect(drawn()).toEqual(['0']);
  height = 300;
  await act(() => {
    dispatchEvent(new Event('resize'));
  });
  await act(() => {});
  expect(drawn()).toEqual(['0', '1', '2']);
});
