import { describe, expect, it } from 'vitest';
import { HOSTILE, sampleItem, samplePassage } from '../../tests/formats/samples';
import { FIRST_TEMPLATE } from './first-template';
import { writeWhole } from './format';
import { templateFault, templateFiles, templateFormat } from './own-template';
import { written } from './plan';

const AT = { generatedAt: new Date('2026-03-14T12:00:00Z') };
const LAMPS = sampleItem(
  {
    title: 'Lamps: a trial',
    author: [{ given: 'Ada', family: 'Doe' }],
    issued: { 'date-parts': [[2019]] },
    DOI: '10.5555/lamps',
  },
  { remark: 'Worth reading', tags: ['street light'], status: 'read' },
);
const MARKED = samplePassage('Words that\nwere marked.', {
  page: { url: 'https://journal.example/lamps', title: 'Lamps', keys: ['doi:10.5555/lamps'] },
});
const ELSEWHERE = samplePassage('Other words.', { id: 'p2', remark: 'Mine' });
const TAKEN = { items: [LAMPS], passages: [MARKED, ELSEWHERE] };
const filesBy = (...given: Parameters<typeof templateFiles>) => written(templateFiles(...given));
const one = (template: string) => writeWhole(templateFormat(template), TAKEN, AT);

describe('a template of the reader’s own', () => {
  it.each([
    ['a field', '{{title}} {{year}} {{authors}}', 'Lamps: a trial 2019 Ada Doe'],
    ['an address', '[open](<{{{link}}}>)', '[open](<https://doi.org/10.5555/lamps>)'],
    ['a list', '{{#tags}}#{{{hashtag}}}{{/tags}}', '#street-light'],
    ['a section for what is there', '{{#remark}}Remark: {{remark}}{{/remark}}', 'Remark: Worth reading'],
    ['none for what is not', 'x{{#publisher}}By {{publisher}}{{/publisher}}', 'x'],
    ['the other case', '{{^publisher}}No publisher{{/publisher}}', 'No publisher'],
    ['passages marked in the work', '{{#passages}}{{{quoted}}}{{/passages}}', '> Words that\\\n> were marked.'],
    ['a name that there is none of', 'a{{nothing}}b', 'ab'],
  ])('writes %s', (_what, template, expected) => {
    expect(one(template)).toContain(`\n${expected}\n`);
  });

  it('says what is wrong before anything is written', () => {
    expect(templateFault('{{#tags}}never closed')).toContain('tags');
    expect(templateFault(FIRST_TEMPLATE)).toBeUndefined();
  });

  it('is followed by the passages of other pages, and by none twice', () => {
    const text = one(FIRST_TEMPLATE);
    expect(text.match(/were marked/g)).toHaveLength(1);
    expect(text).toContain('## Passages\n\n### [An article](<https://page.example/article>)\n\n> Other words.');
  });

  it.each(HOSTILE)('lets %s begin nothing', (_name, hostile) => {
    const item = sampleItem({ title: hostile, URL: `https://x.example/${hostile}` }, { remark: hostile });
    const text = writeWhole(templateFormat(FIRST_TEMPLATE), { items: [item], passages: [] }, AT);
    expect(text.split('\n')[2]).toMatch(/^## /);
    expect(text).not.toMatch(/(?<!\\)<(?!https:)/);
  });
});

describe('a file for each work', () => {
  it('has the title for its name, the record at its head and the passages of the work in it', () => {
    const [first, second] = [...filesBy(undefined, TAKEN, { ...AT, frontMatter: true })];
    expect(first!.stem).toBe('Lamps a trial');
    expect(first!.text).toMatch(
      /^---\ntitle: "Lamps: a trial"\ncitekey: "doe2019lamps"\nauthors:\n {2}- "Ada Doe"\nyear: 2019\n/,
    );
    expect(first!.text).toContain('tags:\n  - "street-light"\n---\n\n## Lamps: a trial\n');
    expect(first!.text).toContain('> Words that');
    expect(second!.stem).toBe('An article');
    expect(second!.text).toContain('> Other words.');
  });

  it.each(HOSTILE)('keeps %s inside its field', (_name, hostile) => {
    const item = sampleItem({ title: `"\n---\nevil: yes\n${hostile}` });
    const [file] = [...filesBy('x', { items: [item], passages: [] }, { ...AT, frontMatter: true })];
    const [head, body] = file!.text.slice(4).split('\n---\n');
    expect(head!.split('\n').filter((line) => line.startsWith('evil'))).toEqual([]);
    expect(body).toBe('\nx\n');
  });
});
