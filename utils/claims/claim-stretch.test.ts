import { describe, expect, it } from 'vitest';
import { claimStretch, type Mark } from './claim-stretch';

/** A text in which `{3}` are citations and `{{3}}` is the one asked about; neighbours without a letter between are one cluster. */
function claimIn(marked: string): string | undefined {
  const marks: Mark[] = [];
  let text = '';
  let target: Mark | undefined;
  let cluster = 0;
  for (const part of marked.split(/(\{\{.*?\}\}|\{.*?\})/)) {
    const label = /^\{+(.*?)\}+$/.exec(part)?.[1];
    if (label === undefined) {
      if (/\p{L}/u.test(part)) cluster += 1;
      text += part;
      continue;
    }
    const mark = { start: text.length, end: text.length + label.length, cluster };
    marks.push(mark);
    if (part.startsWith('{{')) target = mark;
    text += label;
  }
  return claimStretch(text, marks, target!)?.text;
}

describe('the claim of a citation is', () => {
  it.each([
    ['the sentence before it', 'One came. Two birds were lost {{[3]}}. Three went.', 'Two birds were lost.'],
    [
      'its sentence when it stands behind the full stop',
      'One came. Two birds were lost.{{[3]}} Three went.',
      'Two birds were lost.',
    ],
    [
      'its sentence when it is raised behind the full stop',
      'One came. Two birds were lost.{{3}} Three went.',
      'Two birds were lost.',
    ],
    [
      'its sentence when a space divides it from the full stop',
      'Two birds were lost. {{[3]}} Three went.',
      'Two birds were lost.',
    ],
    [
      'the sentence before one that only leads to works',
      'Two birds were lost. See {{[1]}}, and {[2]}.',
      'Two birds were lost.',
    ],
    [
      'the sentence before one that only compares',
      'Two birds were lost. (Cf. also {[1]} and {{[2]}}.) So.',
      'Two birds were lost.',
    ],
    ['what a sentence that leads to works says', 'Two birds were lost. See {{[1]}} for owls.', 'See for owls.'],
    ['its sentence when it opens it', 'Two were lost. {{[3]}} found them again. Three went.', 'found them again.'],
    ['its sentence when it ends the text', 'One came. Two birds were lost.{{[3]}}', 'Two birds were lost.'],
    [
      'the sentence around it, brackets left out',
      'One came. The birds ({{1}} {2} {3}) were lost in the fog. So.',
      'The birds were lost in the fog.',
    ],
    [
      'the sentence with the linked title that is part of it',
      'One came. Reviewers counted {{every gull in the harbour}} (BIRDS, 2013). So.',
      'Reviewers counted every gull in the harbour (BIRDS, 2013).',
    ],
    [
      'the sentence without a name and year in brackets',
      'One came. The gulls were lost ({{Moor, Miller and Smith, 2013}}). So.',
      'The gulls were lost.',
    ],
    ['the sentence before its whole cluster', 'One came. Birds were lost ({1} {{2}} {3}). So.', 'Birds were lost.'],
    [
      'its clause, where another citation closed the one before',
      'The harbour was dark {[1]}, but the gulls stayed all winter {{[2]}}.',
      'but the gulls stayed all winter.',
    ],
    [
      'its clause, where another citation follows',
      'The harbour was dark at night {{[1]}}, but the gulls stayed {[2]}.',
      'The harbour was dark at night',
    ],
    [
      'its clause, where its authors open it',
      'Smith ({{2012}}) found more gulls, while Jones ({2013}) found fewer.',
      'Smith found more gulls',
    ],
    [
      'the clause that its authors open',
      'Smith ({2012}) found more gulls, while Jones ({{2013}}) found fewer of them.',
      'while Jones found fewer of them.',
    ],
    [
      'the sentence up to it, where its clause says little',
      'The lamps harmed rats {[1]} and mice {{[2]}}.',
      'The lamps harmed rats and mice.',
    ],
    [
      'the rest of the sentence too, where it is the last',
      'Lamps were out {[1]}, and gulls stayed {{[2]}} in every harbour.',
      'and gulls stayed in every harbour.',
    ],
    [
      'the whole sentence, where it stands behind a name before anything is said',
      'Both Tarn {{[1]}} and Weld {[2]} found that gulls sleep less under lamps.',
      'Both Tarn and Weld found that gulls sleep less under lamps.',
    ],
    [
      'the clause that a word or two and its label open',
      'According to Tarn {{[1]}}, gulls sleep less, whereas Weld {[2]} saw them sleep in April.',
      'According to Tarn, gulls sleep less',
    ],
    [
      'the clause behind one that a label opens',
      'According to Tarn {[1]}, gulls sleep less, whereas Weld {{[2]}} saw them sleep in April.',
      'whereas Weld saw them sleep in April.',
    ],
    [
      'the sentence with the names before a year, which are a part of it',
      'One came. As {{Tarn (2012)}} says, gulls sleep less. So.',
      'As Tarn says, gulls sleep less.',
    ],
    [
      'the sentence without pages behind the year',
      'One came. {{Tarn and Weld (2012}}, pp. 3–4) say so of gulls. So.',
      'Tarn and Weld say so of gulls.',
    ],
    [
      'the sentence without brackets that only lead to works',
      'One came. Gulls sleep less (e.g., {{Tarn, 2012}}; cf. {Weld, 2010}, p. 4). So.',
      'Gulls sleep less.',
    ],
    [
      'the sentence with other brackets',
      'One came. Gulls sleep less (p = .03; n = 4) {{[3]}}. So.',
      'Gulls sleep less (p = .03; n = 4).',
    ],
    [
      'the sentence behind a quotation',
      'One came. Tarn says that “gulls sleep”. They wake late {{[3]}}. So.',
      'They wake late.',
    ],
    ['with one full stop', 'One came. It was so in the U.S. {{[3]}}. So.', 'It was so in the U.S.'],
    [
      'what is said up to it, in a list of what was found',
      'Lamps shorten sleep {[1]}, feeding {{[2]}} and breeding {[3]} of gulls.',
      'Lamps shorten sleep, feeding',
    ],
  ])('%s', (_name, marked, expected) => {
    expect(claimIn(marked)).toBe(expected);
  });

  it.each([
    ['et al.', 'One came. Moor et al. counted gulls {{[3]}}. So.', 'Moor et al. counted gulls.'],
    ['e.g.', 'One came. Some birds, e.g. gulls, stayed {{[3]}}. So.', 'Some birds, e.g. gulls, stayed.'],
    ['page numbers', 'One came. It is on p. 12 of the log {{[3]}}. So.', 'It is on p. 12 of the log.'],
    ['initials', 'One came. J. R. Moor counted gulls {{[3]}}. So.', 'J. R. Moor counted gulls.'],
    ['decimals', 'One came. It fell by 3.5 per cent {{[3]}}. So.', 'It fell by 3.5 per cent.'],
    ['a title', 'One came. Dr. Moor counted gulls {{[3]}}. So.', 'Dr. Moor counted gulls.'],
    [
      'a quotation that goes on',
      'One came. “Is it dark?” he asked the keeper {{[3]}}. So.',
      '“Is it dark?” he asked the keeper.',
    ],
    ['a letter that ends a sentence', 'They ate vitamin C. The birds were lost {{[3]}}. So.', 'The birds were lost.'],
  ])('not cut short by %s', (_name, marked, expected) => {
    expect(claimIn(marked)).toBe(expected);
  });

  it.each([
    ['a quotation with its marks', 'One came. He said: “Birds were lost.”{{[3]}} So.', 'He said: “Birds were lost.”'],
    ['a question', 'Where were they? Nobody knew why {{[3]}}. So.', 'Nobody knew why.'],
    [
      'who says it with what is said',
      'As Moor {{(2012)}} says, the birds are late {[3]}.',
      'As Moor says, the birds are late',
    ],
    [
      'words that lead to a work',
      'Birds are late, as {{a study}} of two harbours found.',
      'Birds are late, as a study of two harbours found.',
    ],
    [
      'years without the names and pages around them',
      'Birds are late (Moor, {{2012}}; Tarn et al., {2010}: 5).',
      'Birds are late.',
    ],
    ['titles before pages', 'Birds are late ({{Moor, “Late Birds” 5}}).', 'Birds are late.'],
    ['a Chinese clause', '燕鸥在寒冷的春天筑巢很晚{[2]}，没有人知道原因{{[3]}}。', '没有人知道原因。'],
    [
      'a patent',
      'One came. U.S. Pat. No. 5,555 describes a nest {{[3]}}. So.',
      'U.S. Pat. No. 5,555 describes a nest.',
    ],
    ['a Japanese sentence', '鳥が来た。港は暗かった{{[3]}}。冬が来た。', '港は暗かった。'],
    ['a sentence after a Japanese full stop', '港は暗かった。{{[3]}}冬が来た。', '港は暗かった。'],
  ])('%s', (_name, marked, expected) => {
    expect(claimIn(marked)).toBe(expected);
  });

  it.each(['{{[3]}}', '({{1}} {2} {3})', ' {{1}} . '])('nothing where nothing is said: %s', (marked) => {
    expect(claimIn(marked)).toBeUndefined();
  });
});
