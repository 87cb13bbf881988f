// The small library of which pictures are taken: works, passages, topics and pages that nobody ever wrote.

const NAMES = ['Tarn', 'Weld', 'Quill', 'Moss', 'Hollis-Brandt', 'Ní Dhomhnaill', 'Okonkwo'];
const TITLES = [
  ['article-journal', 'White lamps and the sleep of gulls: a trial in forty harbours'],
  ['article-journal', 'Amber light on quays and the breeding success of terns: systematic review and meta-analysis'],
  ['book', 'A handbook of harbour lights'],
  [
    'report',
    'Guidance on the lighting of quays, second edition, with an appendix on lamps that nobody has yet switched off',
  ],
  ['article-journal', 'Night shifts, lamps and the errors of pilots'],
  ['webpage', 'What fishermen say about the dark'],
  ['article-journal', 'A dark winter on the quay: what happened when the lamps were taken away'],
  ['dataset', 'Counts of sleeping gulls, 1998 to 2021'],
  ['article-journal', '夜間照明とカモメの睡眠'],
];
const id = (n) => `0b7c9f0e-0000-4000-8000-${String(n).padStart(12, '0')}`;
const item = ([type, title], n) => ({
  csl: {
    id: `w${n}`,
    type,
    title,
    author: NAMES.slice(n % 3, 1 + (n % 3) + (n % 4)).map((family) => ({ family, given: 'Ada' })),
    issued: { 'date-parts': [[2001 + 3 * (n % 7)]] },
    'container-title': type === 'article-journal' ? 'Annals of Harbour Birds' : undefined,
    DOI: `10.5555/picture.${n}`,
    abstract:
      n % 2
        ? undefined
        : 'Forty harbours were given white or amber lamps by the toss of a coin. Gulls slept longer under amber.',
  },
  title: [],
  remark: n % 3 === 0 ? 'Compare the counts of the second winter.\nWhose lamps were they?' : '',
  tags: [['lamps'], ['lamps', 'sleep'], ['a rather long tag about harbours']][n % 3],
});
const passage = (n) => {
  const url = `https://journal.example/${n % 3}`;
  return {
    id: id(n),
    page: {
      url,
      title: ['Lamps and gulls', 'Terns of the north coast', 'The long night'][n % 3],
      keys: [`url:${url}`, `clean:journal.example/${n % 3}`, `doi:10.5555/picture.${n % 2}`],
    },
    selectors: {
      quote: {
        exact:
          n % 2
            ? 'Amber lamps are kinder to gulls than white ones.'
            : 'Where the quay was left dark the colony doubled within three winters, and the herring fleet noticed nothing; whether that holds for larger harbours has not been looked at.',
        prefix: '',
        suffix: '',
      },
    },
    colour: ['yellow', 'green', 'blue', 'pink', 'purple'][n % 5],
    remark: n % 3 ? '' : 'Ask the harbour master about this.',
    tags: n % 2 ? ['lamps'] : [],
    created: 1_793_000_000_000 + n * 40_000_000,
    modified: 1_793_000_000_000 + n * 40_000_000,
  };
};

/** Puts it into the library, as the extension's own pages do. */
export async function fill(driver) {
  const page = await driver.extensionPage('library.html');
  const say = (name, input) =>
    page.evaluate(
      async (message) => {
        const reply = await chrome.runtime.sendMessage(message);
        if (!reply.ok) throw new Error(`${message.name}: ${reply.failure.message}`);
        return reply.value;
      },
      { name, input },
    );
  const changeMany = (ids, change) => say('beginBulk', { name: crypto.randomUUID(), table: 'items', ids, change });
  await say('runImport', {
    name: crypto.randomUUID(),
    from: 'titles.json',
    slice: 0,
    label: 'CSL-JSON',
    file: JSON.stringify({ items: TITLES.map(item), passages: [], broken: [] }),
  });
  for (let n = 0; n < 14; n += 1) await say('savePassage', { passage: passage(n) });
  const meeting = { url: 'https://journal.example/lamps', title: 'Harbour lamps and sleeping gulls' };
  for (const n of [0, 1]) {
    const identifiers = [{ scheme: 'doi', value: `10.5555/picture.${n}` }];
    const claim = 'In a trial of forty harbours gulls lost two hours of sleep a night under white lamps.';
    await say('saveWork', {
      citation: { kind: 'marker', label: '[1]', identifiers, claim, confidence: 1 },
      page: meeting,
    });
  }
  const works = await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('ibid').onsuccess = ({ target: { result } }) => {
          const asking = result.transaction('items').objectStore('items').getAll();
          asking.onsuccess = () => {
            result.close();
            resolve(asking.result.sort((a, b) => (a.work.csl.DOI < b.work.csl.DOI ? -1 : 1)).map((row) => row.id));
          };
        };
      }),
  );
  const topics = [id(900), id(901)];
  const introduction = 'Lamps keep gulls awake. What follows is what is known of how much, and of what helps.';
  await say('changeCollection', {
    id: topics[0],
    change: { name: 'Lamps and sleep', introduction, order: works.slice(0, 4), related: [topics[1]] },
  });
  await say('changeCollection', { id: topics[1], change: { name: 'Terns' } });
  await changeMany(works.slice(0, 5), { addTo: topics[0] });
  await changeMany(works.slice(4, 7), { addTo: topics[1] });
  await changeMany(works.slice(0, 2), { status: 'read' });
  await say('changeItem', { id: works[2], change: { status: 'reading', headline: 'The one with the good maps' } });
  for (const [n, grade] of ['seminal', 'review', 'key', 'guidance'].entries())
    await say('changeCollection', { id: topics[0], change: { graded: { item: works[n], grade } } });
  await say('deletePassage', { id: id(13) });
  await say('deleteItem', { id: works[8] });
  await page.close();
}
