import { expect, it } from 'vitest';
import { repairMojibake } from './mojibake';

/** A text as it is shown where its UTF-8 is read as Windows-1252. */
const broken = (text: string): string => {
  // Node's decoder maps unassigned bytes to their own numbers, as browsers do.
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
};

it.each([
  'Müller’s café – “naïve”',
  'Größe ≥ 5 µm',
  'Łódź, Škoda, Čapek',
  'αβγ and 🔦',
  'Лампы и чайки на причале',
  'Светлый дом',
  'أثر المصابيح في النوارس',
  'פנסים ושחפים',
  '夜間照明とカモメ',
  '등대와 갈매기',
])('puts right what was read wrongly once or twice: %s', (text) => {
  expect(repairMojibake(broken(text))).toBe(text);
  expect(repairMojibake(text)).toBe(text);
  if (/^[\w\s\u00c0-\u00ff.,’“”–-]+$/.test(text)) expect(repairMojibake(broken(broken(text)))).toBe(text);
});

it.each([
  'Ångström’s Å² and 5 Å°',
  'AÑO «NIÑO» “SEÑOR”',
  'Î²-carotene is not Î',
  'Ä»quotedÄ«',
  'café” — né”.',
  'âge, forêt, naïf',
  '3 × 5 Ø 12 Ù',
  'Ðórr and Ñandú',
])('leaves sound text: %s', (text) => {
  const sound = text.replace('Î²', 'β');
  expect(repairMojibake(sound)).toBe(sound);
});

it('is linear in what it may begin with', () => {
  // A pattern that goes back over what it has read would not end here.
  for (const pump of ['Ð', 'Ð°', 'Ð° ', 'Ð°aa ', 'ã', 'ãÂ', 'Ã', 'â€'])
    expect(repairMojibake(pump.repeat(200_000)).length).toBeLessThanOrEqual(pump.length * 200_000);
});
