import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HOSTILE, sampleItem, samplePassage } from '../../tests/formats/samples';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { writeWhole } from './format';
import { html } from './html';
import { PAGE_SCRIPT, PAGE_SCRIPT_HASH } from './html-page';

const written = (items: readonly ReadingItem[], passages: readonly Passage[] = []): string =>
  writeWhole(html, { items, passages }, { generatedAt: new Date('2026-03-14T12:00:00Z') });

describe('the web page', () => {
  it('lets nothing run but its own script', () => {
    expect(createHash('sha256').update(PAGE_SCRIPT).digest('base64')).toBe(PAGE_SCRIPT_HASH);
    expect(written([])).toContain(`script-src 'sha256-${PAGE_SCRIPT_HASH}'`);
  });

  it.each(HOSTILE)('has no element from %s', (_name, text) => {
    const item = sampleItem(
      { title: text, author: [{ literal: text }], 'container-title': text, abstract: text, URL: text },
      { remark: text, tags: [text], encounters: [{ url: text, title: text, sentence: text, at: 0 }] },
    );
    const page = { url: text, title: text, keys: [] };
    const names = (of: string) => [...of.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name).sort();
    const plain = sampleItem(
      { title: 'x', author: [{ literal: 'x' }], 'container-title': 'x', abstract: 'x', URL: 'x' },
      { remark: 'x', tags: ['x'], encounters: [{ url: 'x', title: 'x', sentence: 'x', at: 0 }] },
    );
    const passage = (exact: string) => samplePassage(exact.replaceAll('\n', ' '), { remark: exact, page });
    expect(names(written([item], [passage(text)]))).toEqual(
      names(written([plain], [samplePassage('x', { remark: 'x', page: { url: 'x', title: 'x', keys: [] } })])),
    );
  });

  it('links only to addresses of the web', () => {
    const page = written([
      sampleItem({ URL: 'javascript:alert(1)' }),
      sampleItem({ URL: 'https://x.example/"onclick="a' }),
    ]);
    expect(page).not.toContain('javascript:');
    expect(page).toContain('href="https://x.example/&quot;onclick=&quot;a"');
  });

  it('has the reader’s own headline before the title', () => {
    const page = written([
      sampleItem({ title: 'On lamps' }, { headline: 'Lamps & gulls' }),
      sampleItem({}, { id: 'b' }),
    ]);
    expect(page).toMatch(/<p class="headline" dir="auto">Lamps &amp; gulls<\/p><h3[^>]*>On lamps/);
    expect(page.split('class="headline"')).toHaveLength(2);
  });

  it('tells each claim with a note for its work, and what is related by a tag', () => {
    const met = { url: 'https://page.example/', title: 'A page', sentence: 'Lamps help.', at: 0 };
    const page = written([
      sampleItem({ title: 'On lamps' }, { tags: ['light'], encounters: [met] }),
      sampleItem({ title: 'On candles', issued: { 'date-parts': [[1999]] } }, { id: 'item-2', tags: ['light'] }),
    ]);
    expect(page).toMatch(
      /Lamps help\.<\/span> <span class="cite"><a href="#w1" aria-describedby="n1-0">\[1\]<\/a><span class="note" role="tooltip" id="n1-0">/,
    );
    expect(page).toContain('<span class="kind">Study 1999</span> <a href="#w2" lang="">On candles</a>');
  });

  it('has in the note of a citation how its summary begins, cut between words', () => {
    const met = { url: 'https://page.example/', title: 'A page', sentence: 'Lamps help.', at: 0 };
    const page = (abstract?: string) => written([sampleItem({ abstract }, { encounters: [met] })]);
    const opening = (abstract: string) => /<span class="opening"[^>]*>(.*?)<\/span>/.exec(page(abstract))?.[1];
    expect(opening('Gulls & lamps.')).toBe('Gulls &amp; lamps.');
    expect(opening(`Gulls ${'sleep '.repeat(60)}`)).toMatch(/^Gulls (?:sleep ){40,46}…$/);
    expect(page()).not.toContain('class="opening"');
  });

  it('gives a retraction its kind and date', () => {
    const notices = [{ kind: 'retraction', date: '2020-02-01', doi: '10.5555/r', source: 'crossref' }] as const;
    expect(written([sampleItem({}, { work: { notices } })])).toContain(
      '<a href="https://doi.org/10.5555/r" target="_blank" rel="noopener noreferrer">Retraction 2020-02-01</a>',
    );
  });
});
