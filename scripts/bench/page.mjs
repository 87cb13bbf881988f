// A long reference article in words that do not exist: as much markup, as many links and references as the longest pages that
// readers meet, with invented identifiers only. The same seed gives the same page.

/** A small generator of random numbers: mulberry32, by Tommy Ettinger (public domain). @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ONSETS = 'b br d dr f g gl h k kl l m n p pr r s st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ea ou'.split(' ');
const CODAS = ['', '', '', 'l', 'n', 'r', 's', 't', 'nd', 'rm'];

/**
 * Writes the page.
 *
 * @param {{ references?: number, paragraphs?: number, menu?: number, seed?: number }} [size] Where missing: 2.6 MB, about
 *   40,000 elements, 800 references.
 * @returns {string} HTML.
 */
export function benchPage({ references = 800, paragraphs = 1000, menu = 2400, seed = 7 } = {}) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  const makeWord = () => Array.from({ length: 1 + below(3) }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('');
  const vocabulary = Array.from({ length: 4000 }, makeWord);
  const words = (count) => Array.from({ length: count }, () => pick(vocabulary)).join(' ');
  const sentenceCase = (text) => text[0].toUpperCase() + text.slice(1);

  let cited = 0;
  const marker = () => {
    const number = cited < references ? ++cited : 1 + below(references);
    return `<sup id="cite-${number}-${below(1e6)}" class="reference"><a href="#note-${number}"><span class="bracket">[</span>${number}<span class="bracket">]</span></a></sup>`;
  };
  const link = () => `<a href="/article/${below(9000)}" title="${words(2)}">${words(2)}</a>`;
  const sentence = () => {
    const start = `${sentenceCase(words(7 + below(9)))} ${link()} ${words(6 + below(9))}`;
    const middle = random() < 0.3 ? `, <i>${words(2)}</i>, ${words(4 + below(5))}` : '';
    return `${start}${middle}.${random() < 0.6 ? marker() : ''}${random() < 0.12 ? marker() : ''} `;
  };
  const paragraph = () => `<p>${Array.from({ length: 4 + below(4) }, sentence).join('')}</p>\n`;
  const heading = (number) =>
    `<div class="heading"><h2 id="part-${number}">${sentenceCase(words(3))}</h2><span class="edit">[<a href="/edit/${number}">edit</a>]</span></div>\n`;
  const row = (cell, count) =>
    `<tr>${Array.from({ length: count }, () => `<${cell}>${words(2)}</${cell}>`).join('')}</tr>`;
  const table = () =>
    `<table><thead>${row('th', 5)}</thead><tbody>${Array.from({ length: 12 }, () => row('td', 5)).join('')}</tbody></table>\n`;
  const figure = (number) =>
    `<figure><a href="/picture/${number}"><img width="220" height="150" alt="${words(4)}"></a><figcaption>${words(14)}</figcaption></figure>\n`;

  const body = [];
  for (let number = 0; number < paragraphs; number++) {
    if (number % 6 === 0) body.push(heading(number));
    body.push(paragraph());
    if (number % 18 === 9) body.push(table());
    if (number % 12 === 4) body.push(figure(number));
  }

  const person = () => `${sentenceCase(words(1))}, ${pick('ABCDEFGHJKLMNPRSTW')}.`;
  const identifier = (number) => {
    if (number % 5 < 3) {
      const doi = `10.5555/${pick(vocabulary)}.${1950 + below(75)}.${number}`;
      return `doi:<a class="external" rel="nofollow" href="https://doi.org/${doi}">${doi}</a>`;
    }
    if (number % 5 === 3)
      return `<abbr title="Book number">ISBN</abbr> <bdi>978-0-${100 + below(899)}-${10000 + below(89999)}-${below(10)}</bdi>`;
    const pmid = 90_000_000 + number;
    return `PMID <a class="external" rel="nofollow" href="https://pubmed.ncbi.nlm.nih.gov/${pmid}/">${pmid}</a>`;
  };
  const reference = (number) =>
    `<li id="note-${number}"><span class="back"><b><a href="#cite-${number}">^</a></b></span> <span class="text"><cite id="entry-${number}">` +
    `${person()}; ${person()} (${1950 + below(75)}). <a class="external" rel="nofollow" href="https://journal${below(300)}.example/${number}">"${sentenceCase(words(9))}"</a>. ` +
    `<i>${sentenceCase(words(3))}</i>. <b>${1 + below(300)}</b> (${1 + below(12)}): ${below(800)}–${800 + below(99)}. ${identifier(number)}.</cite></span></li>\n`;
  const list = Array.from({ length: references }, (_, index) => reference(index + 1)).join('');
  const entries = Array.from({ length: menu }, () => `<li><a href="/article/${below(9000)}">${words(3)}</a></li>`).join(
    '\n',
  );

  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${sentenceCase(words(3))}</title></head><body>` +
    `<main><h1>${sentenceCase(words(3))}</h1>${body.join('')}<h2>References</h2><ol class="references">${list}</ol></main>` +
    `<nav><ul>${entries}</ul></nav></body></html>`
  );
}

/** Writes an ordinary page of 50 kB without any citation: a story with a menu. @returns {string} HTML. */
export function silentPage() {
  const random = randomFrom(11);
  const below = (limit) => Math.floor(random() * limit);
  const vocabulary = Array.from({ length: 1500 }, () =>
    Array.from(
      { length: 1 + below(3) },
      () => ONSETS[below(ONSETS.length)] + VOWELS[below(VOWELS.length)] + CODAS[below(CODAS.length)],
    ).join(''),
  );
  const words = (count) => Array.from({ length: count }, () => vocabulary[below(vocabulary.length)]).join(' ');
  const menu = Array.from({ length: 60 }, (_, at) => `<li><a href="/part/${at}">${words(2)}</a></li>`).join('');
  const story = Array.from(
    { length: 100 },
    (_, at) => `<p>${words(50)}, <em>${words(2)}</em>, ${words(20)} <a href="/story/${at}">${words(3)}</a>.</p>`,
  ).join('\n');
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${words(3)}</title></head><body>` +
    `<nav><ul>${menu}</ul></nav><main><h1>${words(4)}</h1>${story}</main></body></html>`
  );
}
