import { describe, expect, it } from 'vitest';
import type { SnapshotBlock, SnapshotLink, SnapshotTarget } from '../model/snapshot';
import { entryVerdict } from './entry';
import { listNamed } from './headings';
import { bareLabel, labelKind, namesMatch } from './label';
import { referenceLikeness } from './looks-like';

describe('labelKind', () => {
  it.each([
    ['[12]', 'number'],
    ['3a,b', 'words'],
    ['1–4', 'number'],
    ['note 7', 'number'],
    ['2001', 'year'],
    ['2009–10', 'year'],
    ['Miller et al., 2001', 'author-year'],
    ['[RFC2119]', 'key'],
    ['†', 'symbol'],
    ['b', 'symbol'],
    ['Figure 3', 'words'],
    ['Table 2001', 'words'],
    ['  ', 'empty'],
  ])('%s is %s', (label, kind) => {
    expect(labelKind(label)).toBe(kind);
  });

  it('is quick for a long label of one kind of character', () => {
    for (const character of ['1', '[', ' ', 'a', '1,', '–'])
      expect(labelKind(character.repeat(50_000))).toBeTypeOf('string');
  });
});

it('takes brackets off a label', () => {
  expect(['[ 12 ]', '(a),', '12.'].map(bareLabel)).toEqual(['12', 'a', '12']);
});

describe('namesMatch', () => {
  const reference = 'Müller, J. and Smith, A. (2001) A study.';
  it.each([
    ['Muller 2001', '', true],
    ['Muller 2002', '', false],
    ['Brown 2001', '', false],
    ['2001', 'as shown by Smith et al. ', true],
    ['2001', 'as shown by Brown et al. ', false],
  ])('%s after «%s»', (label, before, expected) => {
    expect(namesMatch(label, before, reference)).toBe(expected);
  });
});

describe('listNamed', () => {
  it.each([
    ['References', 'references'],
    ['7. Works cited', 'references'],
    ['Literatur', 'references'],
    ['Références', 'references'],
    ['Bibliografía', 'references'],
    ['Riferimenti bibliografici', 'references'],
    ['Referências', 'references'],
    ['Литература', 'references'],
    ['参考文献', 'references'],
    ['참고문헌', 'references'],
    ['Kaynakça', 'references'],
    ['Przypisy', 'references'],
    ['Notes', 'notes'],
    ['Anmerkungen', 'notes'],
    ['注释', 'notes'],
    ['Results', undefined],
    ['', undefined],
  ])('%s heads %s', (heading, expected) => {
    expect(listNamed(heading)).toBe(expected);
  });
});

describe('referenceLikeness', () => {
  it('tells an entry from a sentence', () => {
    const entry = 'Miller J, Smith A. A study of examples. Journal of Examples 2001;1:2–13. doi:10.5555/one';
    expect(referenceLikeness(entry)).toBeGreaterThanOrEqual(0.75);
    expect(referenceLikeness('The weather was fine, and nobody came.')).toBe(0);
  });
});

describe('words that link to an entry', () => {
  const target: SnapshotTarget = {
    id: 'RFC9999',
    tag: 'dd',
    hints: '',
    heading: 'Normative References',
    text: 'Tarn, A. and B. Weld, "The Lamp Exchange Protocol (LXP)", RFC 9999, DOI 10.5555/rfc9999, July 2012.',
    label: 'RFC9999',
    hrefs: [],
    backLinks: [],
    peers: 12,
    isSection: false,
  };
  const verdict = (label: string, heading: string) => {
    const link: SnapshotLink = {
      label,
      before: 'as described in the ',
      after: ' and elsewhere.',
      gap: undefined,
      start: 0,
      end: label.length,
      href: '#RFC9999',
      identifier: undefined,
      isInside: false,
      isRaised: false,
      hints: '',
      points: [],
      ids: [],
    };
    const block: SnapshotBlock = { text: '', place: 'text', links: [link], seams: [] };
    return entryVerdict(link, block, 'RFC9999', { ...target, heading })?.kind;
  };

  it.each(['RFC 9999', 'Lamp Exchange Protocol (LXP)', 'lamp protocol'])('are a citation: %s', (label) => {
    expect(verdict(label, 'Normative References')).toBe('marker');
  });

  it('are none where no list of references is', () => {
    expect(verdict('lamp protocol', 'Appendix')).toBeUndefined();
  });
});
