import { describe, expect, it } from 'vitest';
import { pageEmail } from './page-email';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;

describe('whom a page wants to be written to', () => {
  it.each([
    ['its author, for indexes', '<meta name="citation_author_email" content="ada@page.example">', 'ada@page.example'],
    ['its maker', '<link rev="made" href="mailto:made@page.example?subject=x">', 'made@page.example'],
    ['an address block', '<address><a href="MAILTO:desk@page.example">Desk</a></address>', 'desk@page.example'],
    [
      'nobody, where addresses only stand in the text',
      '<p><a href="mailto:somebody@page.example">Somebody</a></p>',
      undefined,
    ],
    ['nobody, where it is no address', '<footer><a href="mailto:">Write</a></footer>', undefined],
    [
      'nobody, where it would add to the message',
      '<address><a href="mailto:a@b.example&cc=c@d.example">A</a></address>',
      undefined,
    ],
  ])('is %s', (_who, html, expected) => {
    expect(pageEmail(page(html))).toBe(expected);
  });
});
