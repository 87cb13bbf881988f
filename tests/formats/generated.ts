import { CSL_TYPES } from '../../utils/formats/csl-types';
import type { Passage } from '../../utils/model/passage';
import { COLOURS } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import { type Inline, plainText } from '../../utils/model/rich-text';
import type { CslDate, CslItem, CslName } from '../../utils/model/work';
import { asOneLine, HOSTILE, sampleItem, samplePassage } from './samples';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = [
  ...HOSTILE.map(([, text]) => asOneLine(text)),
  ...'lamps of DNA and iPhone McDonald ß Łódź 量子 ء & % $5 #x _y_ a\\b {c} } { ~ ^ -- --- \'\' `` `code` "said" “so” = + @x ER TY'.split(
    ' ',
  ),
];

/** What is often met comes up as often as everything that CSL knows besides. */
const TYPES = [
  ...'article-journal article-magazine article-newspaper book chapter paper-conference report thesis dataset software webpage post-weblog patent manuscript document article'.split(
    ' ',
  ),
  ...CSL_TYPES,
];

/** Invented works that hold everything a format may have to carry, the same for the same seed. */
export class Generator {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seeded(seed);
  }

  below(most: number): number {
    return Math.floor(this.#next() * most);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  text(most = 5): string {
    const words = Array.from({ length: 1 + this.below(most) }, () => this.pick(WORDS));
    return asOneLine(words.join(this.pick([' ', ' ', ''])));
  }

  title(): readonly Inline[] {
    const parts: Inline[] = [`Begin ${this.text()}`];
    if (this.below(3) === 0)
      parts.push({ mark: this.pick(['em', 'strong', 'sub', 'sup'] as const), children: [`x${this.below(9)}`] }, ' end');
    return parts;
  }

  name(): CslName {
    const letter = () => this.pick([...'ABCÉÖŁ王']);
    const family = `${letter()}${this.pick(['oe', 'O’Brien', 'an Der Berg', 'mith & Co', 'rown_x'])}`;
    if (this.below(4) === 0) return { literal: `${letter()}ab and ${this.text(2)}`.trim() };
    return {
      family,
      ...((family.includes(' ') || this.below(9) > 0) && {
        given: this.pick(['J.-P.', 'Ada Q.', 'Ж', 'J. and K.', 'bell', 'Li ne', 'e\u0301a', '👩‍🔬', 'עדה']),
      }),
      ...(this.below(5) === 0 && { suffix: this.pick(['Jr.', 'III']) }),
      ...(this.below(5) === 0 && { 'non-dropping-particle': this.pick(['van der', 'de', "'t", 'al-']) }),
    };
  }

  names(): readonly CslName[] {
    return Array.from({ length: 1 + this.below(4) }, () => this.name());
  }

  date(): CslDate {
    const [year, month, day] = [1 + this.below(2100), 1 + this.below(12), 1 + this.below(28)];
    return { 'date-parts': [[year, month, day].slice(0, 1 + this.below(3))] };
  }

  /** As {@link date}; now and then a range, an estimate, a season, a year before Christ or words. */
  anyDate(): CslDate {
    const date = this.date();
    if (this.below(4) > 0) return date;
    const [[year = 0, ...rest] = []] = date['date-parts']!;
    return this.pick<CslDate>([
      {
        'date-parts': [
          [year, ...rest],
          [year + 1, ...rest],
        ],
      },
      { ...date, circa: true },
      { 'date-parts': [[-year]] },
      { 'date-parts': [[year]], season: String(1 + this.below(4)) },
      { literal: this.pick(['in press', 'forthcoming']) },
    ]);
  }

  maybe<Field extends string, T>(field: Field, make: () => T): { readonly [Name in Field]?: T } {
    return this.below(2) === 0 ? ({ [field]: make() } as { [Name in Field]: T }) : {};
  }

  tags(): readonly string[] {
    const tags = Array.from({ length: this.below(4) }, () =>
      this.pick(['sleep', 'méta analysis', 'c++', 'R&D', '#one']),
    );
    return [...new Set(tags)];
  }

  work(): { readonly csl: CslItem; readonly title: readonly Inline[] } {
    const type = this.pick(TYPES);
    const title = this.title();
    const isHosted = /^(?:article|chapter|paper|webpage|post)/.test(type);
    const text = () => this.text();
    const csl: CslItem = {
      id: `w${this.below(1e9)}`,
      type,
      title: plainText(title),
      ...this.maybe('author', () => this.names()),
      ...this.maybe('issued', () => this.anyDate()),
      ...(isHosted && this.maybe('container-title', text)),
      ...this.maybe('volume', () => String(1 + this.below(99))),
      ...(/^(?:article-|paper)/.test(type) && this.maybe('issue', () => String(1 + this.below(9)))),
      ...(/^(?:report|manuscript)/.test(type) && this.maybe('number', () => `N${this.below(99)}/1`)),
      ...(/^(?:article|chapter|paper)/.test(type) && this.maybe('page', () => this.pick(['e12', '101-119', 'S1-S9']))),
      ...this.maybe('publisher', text),
      ...this.maybe('publisher-place', text),
      ...this.maybe('genre', text),
      ...this.maybe('language', () => this.pick(['en', 'fr', 'zh-CN'])),
      ...this.maybe('abstract', () => this.text(30)),
      ...this.maybe('DOI', () => `10.5555/${this.pick(['a', '(b)49:8<6::c>3.0;2-o', 'd_e'])}${this.below(999)}`),
      ...this.maybe(
        'URL',
        () => `https://x.example/${this.below(99)}?a=b_c&d=%20~&e=${this.pick(['{f}', '%7Bf%7D'])}#g`,
      ),
      ...(/^(?:book|chapter)$/.test(type) && this.maybe('ISBN', () => '978-0-306-40615-7')),
      ...(/^article-/.test(type) && this.maybe('ISSN', () => '2049-3630')),
      ...this.maybe('accessed', () => this.date()),
      ...this.maybe('original-date', () => this.date()),
      ...this.maybe('event-title', text),
      ...this.maybe('event-place', text),
      ...this.maybe('event-date', () => this.date()),
      ...this.maybe('title-short', text),
      ...this.maybe('original-title', text),
      ...this.maybe('original-publisher', text),
      ...this.maybe('container-author', () => this.names()),
      ...this.maybe('chapter-number', () => String(1 + this.below(30))),
      ...this.maybe('number-of-volumes', () => String(1 + this.below(9))),
      ...this.maybe('number-of-pages', () => String(1 + this.below(900))),
      ...this.maybe('collection-title', text),
      ...(/^(?:book|chapter)$/.test(type) && this.maybe('edition', () => this.pick(['2', '2nd ed.']))),
      ...this.maybe('PMID', () => String(1 + this.below(1e8))),
      ...this.maybe('note', text),
    };
    return { csl, title };
  }

  item(id: string): ReadingItem {
    const { csl, title } = this.work();
    return sampleItem(csl, { id, tags: this.tags(), remark: this.below(2) ? this.text(8) : '', work: { title } });
  }

  passage(id: string): Passage {
    const created = Date.UTC(2020, this.below(12), 1 + this.below(28), this.below(24), this.below(60), this.below(60));
    const start = this.below(999);
    return samplePassage(this.pick([this.text(12), `${this.text()}\n${this.text()}`]), {
      id,
      created,
      modified: created,
      page: { url: `https://x.example/${this.below(99)}?a=b&c=d`, title: this.text(), keys: [] },
      selectors: {
        quote: {
          exact: this.pick([this.text(12), `${this.text()}\n${this.text()}`]),
          prefix: `${this.text()} `,
          suffix: ` ${this.text()}`,
        },
        position: { start, end: start + this.below(99) },
      },
      colour: this.pick(COLOURS),
      tags: this.tags(),
      remark: this.below(2) ? this.text(8) : '',
    });
  }
}
