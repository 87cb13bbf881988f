import { expect, it } from 'vitest';
import { titleAndLink } from './copy';

it.each([
  [
    'title and link in both forms',
    'Lamps',
    'https://a.example/b',
    'Lamps\nhttps://a.example/b',
    '<a href="https://a.example/b">Lamps</a>',
  ],
  [
    'no markup out of a title',
    '<b>"x" & y</b>',
    'https://a.example/?a=1&b="',
    '<b>"x" & y</b>\nhttps://a.example/?a=1&b="',
    '<a href="https://a.example/?a=1&amp;b=&quot;">&lt;b&gt;&quot;x&quot; &amp; y&lt;/b&gt;</a>',
  ],
  ['the title alone without a link', 'Lamps', undefined, 'Lamps', 'Lamps'],
])('copies %s', (_name, title, url, plain, html) => {
  expect(titleAndLink(title, url)).toEqual({ plain, html });
});
