import { expect, it } from 'vitest';
import { soughtIn } from '../entrypoints/reader/in-document';
import type { Work } from '../utils/model/work';
import { NOT_ASKED } from '../utils/notes/progress';

const TEXT = 'Forty harbours took part. Gulls lost two hours of sleep. Amber was kinder.';
const start = TEXT.indexOf('Gulls');
const end = TEXT.indexOf(' Amber');
const work = { abstract: [{ paragraphs: [[TEXT]] }] } as unknown as Work;
const closest = { section: 0, start, end, score: 1, differences: [] };
const progress = { ...NOT_ASKED, work, closest };
const SENTENCE = {
  kind: 'closest',
  quote: {
    exact: 'Gulls lost two hours of sleep.',
    prefix: 'Forty harbours took part. ',
    suffix: ' Amber was kinder.',
  },
};

it('looks for what the page quotes, and then for the closest sentence', () => {
  expect(soughtIn(progress, 'They say that “amber was by far the kinder one” there')).toEqual([
    { kind: 'quoted', quote: { exact: 'amber was by far the kinder one', prefix: '', suffix: '' } },
    SENTENCE,
  ]);
  expect(soughtIn(progress, undefined)).toEqual([SENTENCE]);
});

it('looks for nothing where neither is known', () => {
  expect(soughtIn(NOT_ASKED, 'Gulls sleep badly')).toBeUndefined();
});
