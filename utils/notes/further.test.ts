import { describe, expect, it } from 'vitest';
import { say } from '../../components/note/words';
import { viewFurther } from './further';

const PAGE = {
  url: 'https://page.example/a?b=1&c',
  title: 'Lamps & gulls',
  email: 'editor@page.example',
  claim: 'Gulls sleep.',
};
const TEXT = { title: 'Amber “lamps” & more', url: 'https://doi.org/10.5555/lamps', line: 'Tarn A. Annals: 2012.' };
const SEARCHES = [{ label: 'One', url: 'https://one.example/?q={title}' }];
const view = (more: Partial<typeof TEXT> = {}, page: Partial<typeof PAGE> = {}) =>
  viewFurther({ ...TEXT, ...more }, undefined, { ...PAGE, ...page }, SEARCHES, say);
const parts = (url = '') => {
  const { pathname, searchParams } = new URL(url);
  return { to: pathname, subject: searchParams.get('subject'), body: searchParams.get('body') ?? '' };
};

describe('what can be done with a work elsewhere', () => {
  it('searches for its title where the reader searches', () => {
    expect(view().searches).toEqual([
      { label: 'One', url: 'https://one.example/?q=Amber%20%E2%80%9Clamps%E2%80%9D%20%26%20more' },
    ]);
  });

  it('passes it on to anybody, with its citation and link', () => {
    const mail = parts(view().mails[0]?.url);
    expect(mail).toEqual({ to: '', subject: TEXT.title, body: `${TEXT.title}\n${TEXT.line}\n${TEXT.url}` });
  });

  it('writes to those whom the page names about the words and the work, and leaves the address open where none is named', () => {
    const mail = parts(view().mails[1]?.url);
    expect(mail.to).toBe(PAGE.email);
    for (const words of [PAGE.url, PAGE.claim, TEXT.title]) expect(mail.body).toContain(words);
    expect(parts(view({}, { email: undefined }).mails[1]?.url).to).toBe('');
  });

  it('keeps prepared messages short enough for mail programs', () => {
    const long = 'very long '.repeat(1000);
    for (const { url } of view({ title: long, line: long }, { claim: long }).mails) {
      expect(decodeURIComponent(url).length).toBeLessThan(2500);
    }
  });
});
