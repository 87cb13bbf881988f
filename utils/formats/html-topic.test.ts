import { describe, expect, it } from 'vitest';
import { HOSTILE, sampleItem, samplePassage } from '../../tests/formats/samples';
import { type Taken, writeWhole } from './format';
import { html } from './html';
import { IN_ENGLISH } from './page-words';
import type { TopicPage } from './topic-page';

const LAMPS = sampleItem(
  {
    title: 'On lamps',
    author: [{ family: 'Doe' }],
    issued: { 'date-parts': [[2019]] },
    DOI: '10.5555/lamps',
  },
  {
    tags: ['light'],
    added: Date.UTC(2026, 0, 2),
    modified: Date.UTC(2026, 1, 3),
    work: {
      kind: 'trial',
      related: [{ kind: 'newer-version', id: { scheme: 'doi', value: '10.5555/lamps.v2' }, date: '2020', source: 'x' }],
      freeCopies: [{ url: 'https://archive.example/lamps.pdf', version: 'accepted' }],
    },
  },
);
const TERNS = sampleItem({ title: 'On terns' }, { id: 'item-2', tags: ['birds', 'light'] });
const MARKED = samplePassage('Amber lamps are kinder.', {
  page: { url: 'https://journal.example/lamps', title: 'Lamps', keys: ['doi:10.5555/lamps'] },
});

function page(topic: Partial<TopicPage>, taken: Taken = { items: [LAMPS, TERNS], passages: [MARKED] }, more = {}) {
  return writeWhole(html, taken, {
    generatedAt: new Date('2026-03-14'),
    topic: { title: '', introduction: '', contact: '', ...topic },
    ...more,
  });
}

describe('the page of a topic', () => {
  it('is called what the reader calls it', () => {
    expect(page({ title: ' Lamps & gulls ' })).toMatch(
      /<title>Lamps &amp; gulls<\/title>[\s\S]*<h1 dir="auto">Lamps &amp; gulls<\/h1>/,
    );
    expect(page({})).toContain('<h1 dir="auto">Reading list</h1>');
  });

  it('says what works are to it, in every list and note', () => {
    const text = page({
      introduction: '[@doe2019lamps]',
      grades: { [LAMPS.id]: 'seminal' as const, toString: 'key' as const },
    });
    expect(text.match(/<span class="kind">Trial 2019 · <strong>Seminal<\/strong><\/span>/g)!.length).toBeGreaterThan(2);
    expect(text).not.toContain('<strong>Key</strong>');
    expect(page({})).toContain('<span class="kind">Trial 2019</span>');
  });

  it('begins with why the topic matters, whose citations have notes', () => {
    const text = page({ introduction: 'Gulls sleep [@doe2019lamps].\n\nNobody knows [@nobody].' });
    expect(text).toMatch(
      /<p class="lead" dir="auto">Gulls sleep <span class="cite"><a href="#w1" aria-describedby="n1-i0">\[1\]<\/a><span class="note" role="tooltip" id="n1-i0">/,
    );
    expect(text).toContain('<p class="lead" dir="auto">Nobody knows [@nobody].</p>');
  });

  it('searches for more about the topic and each of its tags', () => {
    const text = page({ title: 'Lamps & gulls' });
    expect(text).toContain('href="https://pubmed.ncbi.nlm.nih.gov/?term=Lamps%20%26%20gulls"');
    expect(text).toContain('href="https://europepmc.org/search?query=light"');
    expect(page({})).not.toContain('More on this');
  });

  it('takes comments by mail, under a subject that is prepared', () => {
    const text = page({ title: 'A & B', contact: 'me@x.example?bcc=all@x.example' });
    expect(text).toContain('href="mailto:me@x.example%3Fbcc%3Dall@x.example?subject=Comment%20on%3A%20A%20%26%20B"');
    expect(page({})).not.toContain('Comment/query');
  });

  it('teaches only what it has', () => {
    expect(page({})).toMatch(/Key: .*Links to other documents.*Click to highlight passage.*Unfold extra text/);
    // What the page's script does is not offered where none runs.
    expect(page({})).toContain('hidden>Click to highlight passage');
    const bare = page({}, { items: [sampleItem()], passages: [] });
    expect(bare).toMatch(/Key: <a href="#works">Links to other documents<\/a><\/p>/);
  });

  it('says when it was last revised and when its first entry was kept', () => {
    const { items } = { items: [LAMPS] };
    expect(page({}, { items, passages: [] })).toContain(
      'Last revised <time datetime="2026-02-03">2026-02-03</time>. First kept <time datetime="2026-01-02">2026-01-02</time>.',
    );
  });

  it('gives related documents their kind and date, and the copies that can be read freely', () => {
    expect(page({})).toContain(
      '<span class="kind">Newer version 2020</span> <a href="https://doi.org/10.5555/lamps.v2"',
    );
    expect(page({})).toMatch(/Free copy: <a href="https:\/\/archive\.example\/lamps\.pdf"[^>]*>accepted version<\/a>/);
  });

  it('leads from a work to the passages that were marked in it', () => {
    expect(page({})).toMatch(
      /<article id="w1">[\s\S]*<a href="#p1" dir="auto" lang="">Amber lamps are kinder\.<\/a>[\s\S]*<div class="passage" id="p1">/,
    );
  });

  it('lists other topics with their works, and works under the heading chosen', () => {
    expect(page({})).toMatch(
      /<summary dir="auto">birds \(1\)<\/summary>[\s\S]*<summary dir="auto">light \(2\)<\/summary>/,
    );
    expect(page({}, undefined, { groupBy: 'kind' })).toMatch(
      /<p class="group" dir="auto">Study<\/p>\n<article id="w1">[\s\S]*<p class="group" dir="auto">Trial<\/p>\n<article id="w2">/,
    );
  });

  it('speaks the language it is given, and says in which the words of others are', () => {
    const item = sampleItem({ title: 'Lampes', language: 'fr-CA' }, { work: { kind: 'trial' } });
    const words = { ...IN_ENGLISH.words, works: 'Werke <&>', noYear: 'Ohne Jahr', revised: 'Zuletzt am {0}.' };
    const german = { language: 'de-AT', words, kinds: { trial: 'Versuch' } } as const;
    const taken = { items: [item, TERNS], passages: [MARKED] };
    const text = page({}, taken, { page: german, groupBy: 'kind' });
    expect(text).toContain('<html lang="de-AT">');
    expect(text).toContain('<h2 id="works">Werke &lt;&amp;&gt;</h2>');
    expect(text).toContain('<p class="group" dir="auto">Versuch</p>');
    expect(text).toMatch(/Zuletzt am <time datetime="[\d-]+">[\d-]+<\/time>\./);
    expect(text).toContain('<h3 dir="auto" lang="fr-CA">Lampes</h3>');
    expect(text).toContain('<h3 dir="auto" lang="">On terns</h3>');
    expect(page({}, { items: [sampleItem({ language: 'en" onclick="x' })], passages: [] })).not.toContain('onclick');
  });

  it.each(HOSTILE)('has no element from %s in its own words', (_name, hostile) => {
    const names = (text: string) => [...text.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name);
    const words = hostile.replaceAll('\n', ' ');
    expect(names(page({ title: words, introduction: words, contact: words }))).toEqual(
      names(page({ title: 'x', introduction: 'x', contact: 'x' })),
    );
  });
});
