import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import type { Answer } from '../../scripts/lib/world.mjs';
import { halfJson, html, json, limited } from '../../scripts/lib/world.mjs';
import { crossrefAnswer, type InventedWork, SERVICES, serveAll } from './services';
import { openNote, useStage, waitForNote } from './stage';

const WORDS = english.note;

let serial = 0;
/** A page of its own for each test, about a work that no cache knows yet. */
const newWork = (): InventedWork => ({
  doi: `10.5555/ill.${++serial}`,
  title: `Foghorns and seals, part ${serial}`,
  journal: 'Annals of Harbour Birds',
  year: 2011,
  authors: [['Lark', 'Gus']],
  abstract: [],
  types: [],
});
const pageAbout = (work: InventedWork) =>
  `<!doctype html><meta charset="utf-8"><title>Foghorns</title><p>Seals have been asked about foghorns<sup><a id="marker" href="#ref">[1]</a></sup>.</p>
  <h2>References</h2><ol><li id="ref">Lark, G. (2011). "${work.title}". Annals of Harbour Birds. doi:<a href="https://doi.org/${work.doi}">${work.doi}</a></li></ol>`;

const untitled = (work: InventedWork) => {
  const answer = crossrefAnswer(work);
  return json({ ...answer, message: { ...answer.message, title: [] } });
};

/** What each illness makes of a work's Crossref record, and what the note says of it. */
const ILLNESSES: readonly (readonly [name: string, answer: (work: InventedWork) => Answer, says: string])[] = [
  ['is down', () => ({ drop: true }), WORDS.failOffline],
  ['asks for patience', () => limited(60), WORDS.failLimited.replace('{0}', 'Crossref')],
  [
    'answers HTML',
    () => html('<!doctype html><title>Maintenance</title>'),
    WORDS.failFormat.replace('{0}', 'Crossref'),
  ],
  ['answers half a JSON', (work) => halfJson(crossrefAnswer(work)), WORDS.failFormat.replace('{0}', 'Crossref')],
  ['has trouble', () => ({ status: 503, body: 'no' }), WORDS.failServer.replace('{0}', 'Crossref')],
];

for (const [name, answer, says] of ILLNESSES) {
  describe(`a service that ${name}`, () => {
    // A browser for each: a service that was ill is left alone for a while, and the next test must not meet that.
    const stage = useStage({ lookUp: 'on-open', sourcesOff: ['openalex', 'europe-pmc'] });

    test('leaves a note that says so, with what the page itself knows', async () => {
      const work = newWork();
      const errors: string[] = [];
      stage.world.handle(SERVICES.Crossref, () => answer(work));
      const page = await stage.open('https://journal.example/fog', pageAbout(work));
      page.on('pageerror', (error) => errors.push(String(error)));
      const first = await openNote(page, '#marker');
      expect(first).toContain(work.title);
      const text = await waitForNote(page, (words) => words.includes(says));
      expect(text).toContain(work.title);
      expect(errors).toEqual([]);
      await page.close();
    });
  });
}

describe('among three services', () => {
  const stage = useStage({ lookUp: 'on-open' });
  beforeEach(() => serveAll(stage.world));
  afterEach(() => stage.world.clear());

  test('a record without a title never makes a blank note', async () => {
    const work = newWork();
    stage.world.handle(SERVICES.Crossref, () => untitled(work));
    const page = await stage.open('https://journal.example/untitled', pageAbout(work));
    const text = await openNote(page, '#marker');
    expect(text.trim()).not.toBe('');
    const settled = await waitForNote(
      page,
      (words) => words.includes('Crossref') && !words.includes(WORDS.askingServices),
    );
    expect(settled).toContain(work.title);
    await page.close();
  });

  test('the note does not wait for the slowest', async () => {
    const work = newWork();
    stage.world.handle(SERVICES.OpenAlex, () => ({ hang: true }));
    stage.world.handle(SERVICES['Europe PMC'], () => ({ hang: true }));
    stage.world.handle(SERVICES.Crossref, () => json(crossrefAnswer({ ...work, journal: 'Quarterly of Foghorns' })));
    const page = await stage.open('https://journal.example/slow', pageAbout(work));
    await openNote(page, '#marker');
    await waitForNote(page, /Quarterly of Foghorns/);
    await page.close();
  });

  test('markup in a record is shown as words and never runs', async () => {
    const work = newWork();
    const nasty = { ...crossrefAnswer(work) };
    const message = {
      ...nasty.message,
      title: [`${work.title} <img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`],
      abstract: '<jats:p>Seals <svg onload="document.title=\'owned\'"></svg>listened.</jats:p>',
    };
    stage.world.handle(SERVICES.Crossref, () => json({ ...nasty, message }));
    const page = await stage.open('https://journal.example/nasty', pageAbout(work));
    await openNote(page, '#marker');
    await waitForNote(page, /listened/);
    const elements = await page.evaluate(
      () =>
        [...document.querySelectorAll('[popover="manual"]')].flatMap((host) => [
          ...(host.shadowRoot?.querySelectorAll('img, script, svg[onload], [onerror]') ?? []),
        ]).length,
    );
    expect(elements).toBe(0);
    expect(await page.title()).toBe('Foghorns');
    await page.close();
  });

  test('a work that nobody knows is said to be unknown', async () => {
    const page = await stage.open('https://journal.example/unknown', pageAbout(newWork()));
    await openNote(page, '#marker');
    const text = await waitForNote(page, (words) => words.includes(WORDS.nothingKnown));
    for (const service of Object.keys(SERVICES)) expect(text).toContain(service);
    await page.close();
  });
});
