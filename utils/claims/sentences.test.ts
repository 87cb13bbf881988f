import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences';

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['Gulls woke. Terns slept! Who minds?', ['Gulls woke.', 'Terns slept!', 'Who minds?']],
    ['Gulls woke (p = 0.05). 95% slept.', ['Gulls woke (p = 0.05).', '95% slept.']],
    [
      'Tarn et al. Gulls woke, e.g. Larus, i.e. all. Terns slept.',
      ['Tarn et al. Gulls woke, e.g. Larus, i.e. all.', 'Terns slept.'],
    ],
    ['By J. Tarn in the U.S. Navy. Gulls woke.', ['By J. Tarn in the U.S. Navy.', 'Gulls woke.']],
    [
      'Möwen wachen z. B. Nachts auf. Am 3. Mai schliefen u. a. Alle.',
      ['Möwen wachen z. B. Nachts auf.', 'Am 3. Mai schliefen u. a. Alle.'],
    ],
    ['Vgl. Abb. 2. Gulls ate fish no. 3. Terns slept.', ['Vgl. Abb. 2.', 'Gulls ate fish no. 3.', 'Terns slept.']],
    ['“Gulls woke.” Terns slept.', ['“Gulls woke.”', 'Terns slept.']],
    ['“Gulls woke. Terns slept,” it says. Nobody minds.', ['“Gulls woke. Terns slept,” it says.', 'Nobody minds.']],
    ['„Möwen wachen. Alle.“ Nachts auch.', ['„Möwen wachen. Alle.“', 'Nachts auch.']],
    ['He said: "Gulls woke. Terns slept." Then he left.', ['He said: "Gulls woke. Terns slept."', 'Then he left.']],
    [
      'Gulls woke (see rys. B. Or Table 2), too. Terns slept.',
      ['Gulls woke (see rys. B. Or Table 2), too.', 'Terns slept.'],
    ],
    ['Gulls woke :( Terns slept. “No end. Of it.', ['Gulls woke :( Terns slept.', '“No end.', 'Of it.']],
    ['Le rybitwy, np. Larus. Im 19. Jh. Gab es sie.', ['Le rybitwy, np. Larus.', 'Im 19. Jh. Gab es sie.']],
    ['カモメは目覚めた。アジサシは眠った。', ['カモメは目覚めた。', 'アジサシは眠った。']],
    ['Gulls woke', ['Gulls woke']],
    [' … . ', []],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('are found in a line of dots without end', () => {
    expect(sentencesOf(`Gulls${'.'.repeat(200_000)}`)).toHaveLength(1);
  });
});
