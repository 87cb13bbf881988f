import { describe, expect, it, vi } from 'vitest';
import { shippedFile } from './shipped-file';

const text = (file: Response) => file.text();

describe('a file that ships', () => {
  it('is not loaded before it is wanted, and once', async () => {
    const load = vi.fn(async () => new Response('gulls'));
    const file = shippedFile(load, text);
    expect(load).not.toHaveBeenCalled();
    expect(await Promise.all([file(), file()])).toEqual(['gulls', 'gulls']);
    expect(load).toHaveBeenCalledOnce();
  });

  it('is tried again where it could not be read', async () => {
    const load = vi.fn(async () => new Response('gulls'));
    load.mockRejectedValueOnce(new Error('gone'));
    const file = shippedFile(load, text);
    expect(await file()).toBeUndefined();
    expect(await file()).toBe('gulls');
  });
});
