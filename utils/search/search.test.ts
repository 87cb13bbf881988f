import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { assemblingCorpus, countLiving, createCorpus, keyOf } from './corpus';
import { itemDoc, passageDoc } from './entry-doc';
import { highlight } from './highlight';
import { letterMask, maskDistance, slipsBetween } from './misspelling';
import { type Order, search } from './search';
import { parseQuery } from './search-query';
import { buildShard } from './shard';
import { tokens } from './tokens';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const segment = (text: string) => segmenter.segment(text);
const base = recorded.passages[0] as Passage;

/** A passage whose quote is a text; the later in the list, the newer. */
const passage = (exact: string, more: Partial<Passage> = {}): Passage => ({
  ...base,
  page: { ...base.page, title: '' },
  selectors: { quote: { exact, prefix: '', suffix: '' } },
  remark: '',
  tags: [],
  ...more,
});

function library(passages: readonly Passage[], perShard = 2) {
  const docs = passages.map((one, index) => passageDoc({ ...one, id: String(index), created: 1000 + index }));
  const parts = [];
  for (let from = 0; from < docs.length; from += perShard) {
    const shard = buildShard(docs.slice(from, from + perShard), segment);
    parts.push({ shard, dead: new Uint8Array(shard.keys.length) });
  }
  const corpus = createCorpus(parts);
  return {
    corpus,
    find(text: string, { isTyping = false, order = 'best' as Order, chosen = {} } = {}) {
      const found = search(corpus, { clauses: parseQuery(text, segment, isTyping), chosen, order });
      return { ...found, ids: [...found.numbers].map((number) => Number(keyOf(corpus, number).split('/')[1])) };
    },
  };
}
const texts = (...all: readonly string[]) => library(all.map((text) => passage(text)));

describe('tokens', () => {
  it.each([
    ['Night-shift workers, 2012', ['night', 'shift', 'workers', '2012']],
    ['Müller’s cafe\u0301 — naïve', ['muller', 's', 'cafe', 'naive']],
    ['ﬁne Ｗｉｄｅ STRASSE straße', ['fine', 'wide', 'strasse', 'strasse']],
    ['Σίσυφος Σίσυφοσ', ['σισυφοσ', 'σισυφοσ']],
    ['स्वास्थ्य', ['स्वास्थ्य']],
    ['صِحَّة', ['صحة']],
    ['睡眠と健康', ['睡眠', 'と', '健康']],
    ['\ud800 lone \udfff', ['lone']],
    ['', []],
  ])('of %j', (text, terms) => {
    expect(tokens(text, segment).map(({ term }) => term)).toEqual(terms);
  });

  it('stand where they were in the text', () => {
    const text = 'Ünder the 睡眠 lamp';
    expect(tokens(text, segment).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ünder',
      'the',
      '睡眠',
      'lamp',
    ]);
  });
});

describe('search', () => {
  it.each([
    ['one word', 'lamp', false, [2, 0]],
    ['case and accents aside', 'LÁMP', false, [2, 0]],
    ['no part of a word unless it may go on', 'lam', false, []],
    ['the beginning of a word while it is typed', 'lam', true, [2, 1, 0]],
    ['only the last word may go on', 'lam light', true, []],
    ['words in any order', 'amber lamp', false, [2, 0]],
    ['a phrase', '"amber lamp"', false, [2]],
    ['a phrase whose last word is being typed', '"amber la', true, [2]],
    ['a finished phrase as it is', '"amber la"', true, []],
    ['words that a hyphen joins as a phrase', 'amber-lamp', false, [2]],
    ['nothing for a word that is nowhere', 'xylophone', false, []],
    ['everything for an empty question', '  ', true, [3, 2, 1, 0]],
  ])('finds %s', (_name, text, isTyping, ids) => {
    const { find } = texts('a lamp of amber', 'lamplight', 'the amber lamp', 'light');
    expect(find(text, { isTyping }).ids.sort((a, b) => b - a)).toEqual(ids);
  });

  it.each([
    ['amebr', 'swapped'],
    ['ambr', 'left out'],
    ['ammber', 'added'],
    ['ambet', 'changed'],
  ])('answers %s: a letter %s', (text) => {
    const found = texts('a lamp of amber', 'a stone').find(text);
    expect(found.ids).toEqual([0]);
    expect(found.meant[0]![0]).toMatchObject({ as: 'misspelt', corrections: ['amber'] });
  });

  it('does not take a word for another while it is there itself', () => {
    expect(texts('form', 'farm').find('form').ids).toEqual([0]);
  });

  it('does not find a phrase across two entries, or two texts of one', () => {
    const { find } = library([passage('amber'), passage('lamp'), passage('amber', { remark: 'lamp' })]);
    expect(find('"amber lamp"').ids).toEqual([]);
  });

  it('finds words of scripts without spaces inside a sentence', () => {
    expect(texts('夜の睡眠研究は大切です', '研究').find('睡眠研究').ids).toEqual([0]);
  });

  it('puts titles and tags before quotes, rare words before frequent ones, the word itself before a longer one', () => {
    const { find } = library([passage('lamp'), passage('stone', { tags: ['lamp'] }), passage('lamplight')]);
    expect(find('lamp', { isTyping: true }).ids).toEqual([1, 0, 2]);
  });

  it('orders by time where asked', () => {
    const { find } = texts('a lamp', 'lamp lamp', 'a lamp', 'stone', 'lamp');
    expect(find('lamp', { order: 'newest' }).ids).toEqual([4, 2, 1, 0]);
    expect(find('lamp', { order: 'oldest' }).ids).toEqual([0, 1, 2, 4]);
  });

  it('keeps together what stands on one page, or on pages that are one work, over shards', () => {
    const on = (path: string, ...names: readonly string[]) => {
      const url = `https://journal.example/${path}`;
      return passage('Lamps.', {
        page: { url, title: '', keys: [`url:${url}`, `clean:journal.example/${path}`, ...names] },
      });
    };
    const { find } = library([
      on('a', 'doi:10.5555/x'),
      on('b'),
      on('c', 'doi:10.5555/x'),
      on('b'),
      on('a', 'doi:10.5555/x'),
    ]);
    expect(find('', { order: 'page' }).ids).toEqual([4, 0, 3, 1, 2]);
    expect(find('lamps', { order: 'work' }).ids).toEqual([4, 2, 0, 3, 1]);
  });

  it('leaves out what is superseded', () => {
    const { corpus } = texts('lamp', 'lamp', 'lamp');
    corpus.parts[0]!.dead[1] = 1;
    const again = createCorpus(corpus.parts);
    const found = search(again, { clauses: parseQuery('lamp', segment, false), chosen: {}, order: 'newest' });
    expect([...found.numbers].map((number) => keyOf(again, number))).toEqual(['passages/2', 'passages/1']);
    expect(found.facets.in).toEqual([{ value: 'passages', count: 2 }]);
  });

  it('is put together in slices as it is at once, and counts what lives', () => {
    const { corpus } = texts('lamp', 'tern', 'lamp', 'cliff', 'lamp');
    corpus.parts[1]!.dead[0] = 1;
    const whole = createCorpus(corpus.parts, createCorpus(corpus.parts.slice(0, 2)));
    const steps = assemblingCorpus(corpus.parts, createCorpus(corpus.parts.slice(0, 2)), 1);
    let rests = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) rests += 1;
    expect(rests).toBeGreaterThan(corpus.parts.length);
    expect(step.value).toEqual(whole);
    expect(countLiving(whole, ['in:passages', 'in:items'])).toEqual([4, 0]);
  });

  it('gives a search nothing of what another one found', () => {
    const { find } = texts('lamp lamp tern', 'lamp', 'tern cliff', 'lamp cliff tern');
    const before = [find('"lamp tern"'), find('cliff'), find('lam', { isTyping: true })];
    for (const query of ['lamp', 'tern', 'lamp tern', 'zebra']) find(query);
    const after = [find('"lamp tern"'), find('cliff'), find('lam', { isTyping: true })];
    expect(after).toEqual(before);
    expect(before.map(({ ids }) => ids)).toEqual([[0], [3, 2], [3, 1, 0]]);
  });

  it('counts facets: of a chosen group as if nothing of it were chosen, of others among what is left', () => {
    const { find } = library([
      passage('lamp', { colour: 'green', tags: ['a'] }),
      passage('lamp', { colour: 'pink', tags: ['a', 'b'] }),
      passage('lamp', { colour: 'pink', tags: [] }),
      passage('stone', { colour: 'blue' }),
    ]);
    const found = find('lamp', { chosen: { colour: ['green'] } });
    expect(found.ids).toEqual([0]);
    expect(found.facets.colour).toEqual([
      { value: 'pink', count: 2 },
      { value: 'green', count: 1 },
    ]);
    expect(found.facets.tag).toEqual([{ value: 'a', count: 1 }]);
    expect(find('lamp', { chosen: { colour: ['green', 'pink'], tag: ['b'] } }).ids).toEqual([1]);
    expect(find('lamp', { chosen: { tag: ['unheard of'] } }).ids).toEqual([]);
  });

  it('agrees with reading every entry, for random words in shards of any size', () => {
    let state = 7;
    const random = (below: number) => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    const words = ['amber', 'lamp', 'lamplight', 'tern', 'terns', 'night', 'shift'];
    const all = Array.from({ length: 300 }, () =>
      Array.from({ length: 1 + random(7) }, () => words[random(7)]!).join(' '),
    );
    for (const perShard of [1, 7, 1000]) {
      const { find } = library(
        all.map((text) => passage(text)),
        perShard,
      );
      const expected = (test: (text: string) => boolean) =>
        all.flatMap((text, index) => (test(` ${text} `) ? [index] : [])).reverse();
      for (const a of words) {
        expect(find(a, { order: 'newest' }).ids).toEqual(expected((text) => text.includes(` ${a} `)));
        expect(find(a, { order: 'newest', isTyping: true }).ids).toEqual(expected((text) => text.includes(` ${a}`)));
        for (const b of words) {
          expect(find(`"${a} ${b}"`, { order: 'newest' }).ids).toEqual(
            expected((text) => text.includes(` ${a} ${b} `)),
          );
          expect(find(`${a} ${b}`, { order: 'newest' }).ids).toEqual(
            expected((text) => text.includes(` ${a} `) && text.includes(` ${b} `)),
          );
        }
      }
    }
  });
});

describe('slipsBetween', () => {
  it.each([
    ['lamp', 'lamp', 0],
    ['lamp', 'lmap', 1],
    ['lamp', 'lam', 1],
    ['lamp', 'clamp', 1],
    ['lamp', 'limp', 1],
    ['lamp', 'plma', 3],
    ['', 'ab', 2],
  ])('%s and %s: %i', (a, b, slips) => {
    expect(slipsBetween(a, b, 4)).toBe(slips);
    expect(slipsBetween(b, a, 4)).toBe(slips);
    expect(maskDistance(letterMask(a), letterMask(b))).toBeLessThanOrEqual(2 * slips);
  });

  it('says no more than that there are too many', () => {
    expect(slipsBetween('lamp', 'stone', 1)).toBeGreaterThan(1);
  });
});

describe('highlight', () => {
  const marked = (text: string, query: string, isTyping = true) => {
    const { meant } = texts(text).find(query, { isTyping });
    return highlight(text, meant, segment).map(([start, end]) => text.slice(start, end));
  };

  it.each([
    ['An Amber lamp, lamplight', 'lam', ['lamp', 'lamplight']],
    ['An Amber lamp', 'amber lamp', ['Amber', 'lamp']],
    ['amber, lamp amber', '"amber lamp"', ['amber, lamp']],
    ['Müller and muller', 'mülle', ['Müller', 'muller']],
    ['An amber lamp', 'ambre', ['amber']],
    ['夜の睡眠研究', '睡眠', ['睡眠']],
    ['An amber lamp', '', []],
  ])('in %j for %j', (text, query, words) => {
    expect(marked(text, query)).toEqual(words);
  });
});

describe('what is searched', () => {
  it('of an item is title, names, remark, tags, identifiers and where it was met', () => {
    const item = {
      ...(recorded.items[0] as unknown as ReadingItem),
      remark: 'compare',
      tags: ['dark'],
    };
    const work = { ...item.work, csl: { ...item.work.csl, author: [{ family: 'Árvíz', given: 'Béla' }] } };
    const shard = buildShard([itemDoc({ ...item, work })], segment);
    for (const word of ['invented', 'arviz', 'bela', 'compare', 'dark', '2012', '5555', 'shorter', 'sleep']) {
      expect(shard.terms).toContain(word);
    }
    expect(shard.facets).toEqual([
      'in:items',
      'kind:trial',
      'status:to-read',
      'collection:',
      'year:2012',
      'tag:dark',
      'site:example.org',
      'has:remark',
    ]);
  });
});
