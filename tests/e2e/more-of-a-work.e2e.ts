import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { ROOT } from '../../scripts/lib/root.mjs';
import { json } from '../../scripts/lib/world.mjs';
import { violations } from './axe';
import { command } from './background';
import { crossrefAnswer, REVIEW, SERVICES, serveAll, TRIAL, WELL } from './services';
import { leaveNote, openNote, picture, pressInNote, until, useStage, waitForNote, waitInNote } from './stage';

const WORDS = english.note;
const ARTICLE = 'https://journal.example/lamps';

/** A page whose reference names no identifier, and whose work the search does not have as printed. */
const UNSURE = `<!doctype html><meta charset="utf-8"><title>Terns</title>
  <p>Terns sleep less where quays are lit<sup><a id="marker" href="#ref">[1]</a></sup>.</p>
  <h2>References</h2><ol><li id="ref">Orrin, E.; Vale, F. (2014). "Terns and their lamps: a systematic overview". <i>Reviews of the Shore</i>. 12 (3).</li></ol>`;

/** An answer of the tests of sources, as its service would send it. */
function recorded(name: string) {
  const { answer } = JSON.parse(readFileSync(`${ROOT}tests/fixtures/sources/${name}.json`, 'utf8'));
  const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  return { status: answer.status, headers: { 'content-type': answer.contentType }, body };
}

/** Works of which there is more to say than what they found: where each is cited, and what its note must say. */
const MIXED = [
  [
    'https://findings.org.uk/PHP/dl.php?f=Tarn_A_1.txt',
    'What Effectiveness Bank says of it',
    'Gulls under white lamps',
  ],
  ['https://arxiv.org/abs/2101.00001', WORDS.withdrawn, WORDS.withdrawalWarning],
  ['https://doi.org/10.5555/ibid.terns.v1', WORDS.newerVersion, 'Terns and lamps'],
  ['https://birds.example.org/lamps', 'White lamps & gulls', 'Annals of Harbour Birds'],
  ['https://birds.example.org/lamps.pdf', 'Amber lamps and the sleep of gulls', 'Fell'],
] as const;
const mixedPage = MIXED.map(
  ([url], i) =>
    `<p>Gulls under white lamps slept two hours less in the harbours of the north (<a id="at-${i}" href="${url}">${i + 1}</a>).</p>`,
).join('');

describe('when look-ups are allowed', () => {
  const stage = useStage({ lookUp: 'on-open' });
  beforeEach(() => serveAll(stage.world));

  test('a reference that may name a work is one when the reader picks it, and that is remembered', async () => {
    stage.world.handle(SERVICES.Crossref, (asked) =>
      asked.url.searchParams.has('query.bibliographic')
        ? json({ status: 'ok', message: { items: [crossrefAnswer(REVIEW).message] } })
        : WELL.Crossref(asked),
    );
    const page = await stage.open('https://journal.example/terns', UNSURE);
    await openNote(page, '#marker');
    await waitForNote(page, (words) => words.includes(WORDS.perhaps) && words.includes(REVIEW.title));
    await pressInNote(page, `${WORDS.pick}: ${REVIEW.title}`);
    const picked = await waitForNote(
      page,
      (words) => words.includes(WORDS.picked) && /systematic review 2014/i.test(words),
    );
    expect(picked).not.toContain(WORDS.perhaps);
    await page.close();

    const again = await stage.open('https://journal.example/terns', UNSURE);
    await openNote(again, '#marker');
    await waitForNote(again, (words) => words.includes(WORDS.picked));
    await pressInNote(again, WORDS.unpick);
    await waitForNote(again, (words) => words.includes(WORDS.perhaps) && !words.includes(WORDS.picked));
    await again.close();
  });

  test('related works are asked about on request and listed with their reasons', async () => {
    stage.world.handle(SERVICES.OpenAlex, (asked) => {
      const isList = asked.url.searchParams.has('filter');
      const answer = JSON.parse(
        String(WELL.OpenAlex({ ...asked, path: `/works/doi:${isList ? REVIEW.doi : TRIAL.doi}` }).body),
      );
      const { results = [answer] } = answer;
      return isList
        ? json({ results })
        : json({ ...answer, related_works: [`https://openalex.org/W90000${REVIEW.year}`] });
    });
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitInNote(page, 'button', WORDS.related);
    const lists = () => stage.world.requests(SERVICES.OpenAlex).filter(({ url }) => url.searchParams.has('filter'));
    expect(lists()).toEqual([]);
    await pressInNote(page, WORDS.related);
    const text = await waitForNote(page, (words) => words.includes(REVIEW.title));
    expect(text).toContain(WORDS.relatedSimilar.replace('{0}', 'OpenAlex'));
    expect(lists()).toHaveLength(1);
    await page.close();
  });

  /** Related works as OpenAlex tells them: of the trial, the review. */
  const relate = () =>
    stage.world.handle(SERVICES.OpenAlex, (asked) => {
      const isList = asked.url.searchParams.has('filter');
      const of = isList || asked.path.includes(REVIEW.doi) ? REVIEW : TRIAL;
      const answer = JSON.parse(String(WELL.OpenAlex({ ...asked, path: `/works/doi:${of.doi}` }).body));
      const { results = [answer] } = answer;
      return isList
        ? json({ results })
        : json({ ...answer, related_works: [`https://openalex.org/W90000${REVIEW.year}`] });
    });
  const notes = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('[popover="manual"]:popover-open')].map(
        (host) => host.shadowRoot?.querySelector('.title')?.textContent ?? '',
      ),
    );

  test('a work named in a note opens a note of its own inside it, by rest and by key, and that closes first', async () => {
    relate();
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitInNote(page, 'button', WORDS.related);
    await pressInNote(page, WORDS.related);
    const link = await waitInNote(page, '.more a', REVIEW.title);
    const box = (await link.boundingBox())!;
    const onLink = () => page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 3 });
    await onLink();
    await until(async () => (await notes(page)).length === 2, { what: 'a note inside the note' });
    await until(async () => (await notes(page))[1] === REVIEW.title, { what: 'the work in it' });
    // Into it, and back into the note around it.
    const inner = await page.evaluate(() => {
      const host = [...document.querySelectorAll('[popover="manual"]:popover-open')][1];
      const { left, top, width, height } = host!.shadowRoot!.querySelector('.frame')!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.move(inner.x, inner.y, { steps: 8 });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await notes(page)).toEqual([TRIAL.title, REVIEW.title]);
    await picture(page, 'nested');
    expect(await violations(page, '[popover="manual"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await until(async () => (await notes(page)).length === 1, { what: 'the inner note to close first' });
    expect(await notes(page)).toEqual([TRIAL.title]);

    await link.evaluate((element) => (element as HTMLElement).focus());
    await command(stage.driver, page, 'open-note');
    await until(async () => (await notes(page))[1] === REVIEW.title, { what: 'the note opened by key' });
    const focus = () =>
      page.evaluate(() => {
        const root = document.activeElement?.shadowRoot;
        return root?.activeElement?.getAttribute('role') ?? root?.activeElement?.localName;
      });
    await until(async () => (await focus()) === 'dialog', { what: 'the focus in it' });
    await page.keyboard.press('Escape');
    await until(async () => (await notes(page)).length === 1, { what: 'the inner note to close' });
    await until(async () => (await focus()) === 'a', { what: 'the focus to be back' });
    await page.keyboard.press('Escape');
    await until(async () => (await notes(page)).length === 0, { what: 'the outer note to close' });
    await page.close();
  });

  test('who goes to a citation is told what it is, as far as this device knows', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitInNote(page, 'button', WORDS.save);
    await waitForNote(page, (words) => words.includes(TRIAL.title));
    await pressInNote(page, WORDS.save);
    await waitForNote(page, (words) => words.includes(WORDS.saved));
    await leaveNote(page);
    stage.world.clear();
    const [said] = await Promise.all([
      waitInNote(page, '.toast', `${WORDS.kindTrial}, 2012, ${WORDS.inLibrary}`),
      command(stage.driver, page, 'next-citation'),
    ]);
    expect(await said.evaluate((toast) => toast.textContent)).toMatch(/^Citation 1 of \d+, Trial, 2012/);
    expect(stage.strangersAsked()).toEqual([]);
    await page.close();
  });

  test('a wrong study is put right by its identifier, and that is remembered and taken back', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, (words) => words.includes(TRIAL.title));
    await pressInNote(page, WORDS.wrong);
    const field = await waitInNote(page, '.which input');
    await field.click();
    await page.keyboard.type('no study');
    await waitForNote(page, (words) => words.includes(WORDS.whichUnread));
    stage.world.clear();
    await field.click({ count: 3 });
    await page.keyboard.type(`https://doi.org/${REVIEW.doi}`);
    await waitForNote(page, (words) => words.includes(WORDS.whichRead.replace('{0}', `DOI ${REVIEW.doi}`)));
    expect(await violations(page, '[popover="manual"]')).toEqual([]);
    expect(stage.strangersAsked()).toEqual([]);
    await picture(page, 'which');
    await pressInNote(page, WORDS.lookUp);
    const said = WORDS.youSaid.replace('{0}', `DOI ${REVIEW.doi}`);
    const right = (words: string) => words.includes(REVIEW.title) && words.includes(said);
    expect(await waitForNote(page, right)).not.toContain(TRIAL.title);
    await picture(page, 'corrected');
    await page.close();

    const again = await stage.open(ARTICLE, 'article');
    await openNote(again, '#marker-1');
    await waitForNote(again, right);
    await pressInNote(again, WORDS.uncorrect);
    await waitForNote(again, (words) => words.includes(TRIAL.title) && !words.includes(said));
    await again.close();
  });

  test('a structured summary is told at a glance, and its record says why it is a trial, and who told what', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, new RegExp(WORDS.glanceDesign));
    await pressInNote(page, 'by the toss of a coin');
    await waitInNote(page, '.summary mark', 'by the toss of a coin');
    await waitInNote(page, 'button', WORDS.less);
    await (await waitInNote(page, 'summary')).click();
    const from = WORDS.partsFrom.replace('{0}', 'Europe PMC').replace(/\{1\}.*/, WORDS.partKind);
    await waitForNote(page, (words) => /Randomized Controlled Trial/.test(words) && words.includes(from));
    await waitInNote(page, 'details[open]');
    await page.close();
  });

  test('how a work stands, and who speaks of it, is said: a withdrawal, a later version, an analysis, a page, a file', async () => {
    await stage.settings({ sourcesOn: ['effectiveness-bank', 'linked-page'] });
    stage.world.handle(SERVICES.Crossref, () => recorded('crossref/preprint'));
    stage.world.handle('export.arxiv.org', () => recorded('arxiv/withdrawn'));
    stage.world.handle('findings.org.uk', () => recorded('effectiveness-bank/analysis'));
    const pdf = {
      headers: { 'content-type': 'application/pdf' },
      body: readFileSync(`${ROOT}tests/fixtures/pdf/latex.pdf`),
    };
    stage.world.handle('birds.example.org', ({ path }) =>
      path.endsWith('.pdf') ? pdf : recorded('linked-page/article'),
    );
    const page = await stage.open(
      'https://journal.example/mixed',
      `<!doctype html><meta charset="utf-8"><title>Harbours</title>${mixedPage}`,
    );
    for (const [at, [, ...says]] of MIXED.entries()) {
      await openNote(page, `#at-${at}`);
      const all = (text: string) => says.every((words) => text.toLowerCase().includes(words.toLowerCase()));
      await waitForNote(page, all);
      await picture(page, `stands-${at}`);
      await leaveNote(page);
    }
    await page.close();
  });
});
