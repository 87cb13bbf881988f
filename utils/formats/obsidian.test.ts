import { describe, expect, it } from 'vitest';
import { obsidianAddress } from './obsidian';

describe('the address that makes a note in Obsidian', () => {
  it('carries name and text whole, whatever they hold', () => {
    const text = '# A & b = c\n[[d]] % é 🙂';
    const address = new URL(obsidianAddress('A & b', text)!);
    expect(address.searchParams.get('name')).toBe('A & b');
    expect(address.searchParams.get('content')).toBe(text);
    expect(address.protocol).toBe('obsidian:');
  });
  it('is not made where other programs would cut it off', () => {
    expect(obsidianAddress('a', 'x'.repeat(1900))?.length).toBeLessThanOrEqual(2000);
    expect(obsidianAddress('a', '🙂'.repeat(400))).toBeUndefined();
  });
});
