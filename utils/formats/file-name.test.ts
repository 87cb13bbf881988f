import { describe, expect, it } from 'vitest';
import { createFileNames, fileStem } from './file-name';

describe('the name of a file', () => {
  it.each([
    ['stays as it is', 'A trial of lamps', 'A trial of lamps'],
    ['leads out of no folder', '../../etc/passwd', 'etc passwd'],
    ['leads out of no folder of Windows', '..\\..\\boot.ini', 'boot.ini'],
    ['names no drive', 'C:\\x', 'C x'],
    ['is no device', 'CON', '_CON'],
    ['is no device with an ending', 'nul.txt', '_nul.txt'],
    ['is not hidden', '.bashrc', 'bashrc'],
    ['ends in no full stop', 'Lamps…and so on...', 'Lamps…and so on'],
    ['does not turn the direction of writing', 'gnp\u202Eexe.md', 'gnp exe.md'],
    ['holds no control characters', 'a\0b\nc\x7Fd', 'a b c d'],
    ['holds nothing that Obsidian links with', '[[a|b]]#c^d', 'a b c d'],
    ['has words of any script', 'دراسة 研究 étude', 'دراسة 研究 étude'],
    ['is never empty', '///', 'untitled'],
    ['is whole characters', '\uD83C', 'untitled'],
  ])('%s', (_what, text, expected) => {
    expect(fileStem(text)).toBe(expected);
  });

  it('is short, and breaks no character', () => {
    expect([...fileStem('🙂'.repeat(500))]).toHaveLength(80);
  });

  it('is given once, whatever its case', () => {
    const nameOf = createFileNames();
    expect(['a', 'A', 'a', 'a 2', 'b'].map(nameOf)).toEqual(['a', 'A 2', 'a 3', 'a 2 2', 'b']);
  });
});
