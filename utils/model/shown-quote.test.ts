import { describe, expect, it } from 'vitest';
import { shownQuote } from './shown-quote';

const at = (path: string) => ({ path, offset: 0 });
const own = (exact: string, path = 'html>body>p:nth-of-type(1)') =>
  shownQuote({ quote: { exact, prefix: '', suffix: '' }, range: { start: at(path), end: at(path) } });

describe('the words of a passage as they are shown', () => {
  it.each([
    ['prose in one line', ' Gulls slept. ', { text: 'Gulls slept.', isCode: false }],
    [
      'paragraphs on lines of their own',
      'Gulls slept.\nTerns did not.',
      { text: 'Gulls slept.\nTerns did not.', isCode: false },
    ],
    ['rows of a table', 'Lamp\tHours\nwhite\t5', { text: 'Lamp\tHours\nwhite\t5', isCode: false }],
    ['code with its indents', '\n  if (lit)\n    wake();\n', { text: '  if (lit)\n    wake();', isCode: true }],
  ])('keeps %s', (_name, exact, expected) => {
    expect(own(exact)).toEqual(expected);
  });

  it('tells code by where it stands, too', () => {
    expect(own('wake();', '#listing>pre:nth-of-type(2)>code:nth-of-type(1)').isCode).toBe(true);
    expect(own('wake();', 'html>body>present-er:nth-of-type(1)').isCode).toBe(false);
  });

  it('shows what another program has written in one line, and a damaged record as far as it goes', () => {
    const quote = { exact: 'Gulls\n        slept.', prefix: '', suffix: '' };
    expect(shownQuote({ quote })).toEqual({ text: 'Gulls slept.', isCode: false });
    expect(shownQuote({ quote, range: {} as never }).text).toBe('Gulls\n        slept.');
  });
});
