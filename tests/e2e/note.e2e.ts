import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { command } from './background';
import { SERVICES, TRIAL } from './services';
import {
  leaveNote,
  noteText,
  openNote,
  pressInNote,
  rest,
  until,
  useStage,
  waitForFocus,
  waitForNote,
  waitInNote,
} from './stage';

const WORDS = english.note;

const ARTICLE = 'https://journal.example/lamps';
const servicesAsked = (stage: ReturnType<typeof useStage>) =>
  Object.entries(SERVICES)
    .filter(([, host]) => stage.world.requests(host).length > 0)
    .map(([service]) => service);

describe('before the reader has answered', () => {
  const stage = useStage();

  test('the first note asks, shows the page’s own reference, and nothing has been sent', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    const text = await waitForNote(page, (words) => words.includes(WORDS.consentQuestion));
    expect(text).toContain('White lamps and the sleep of gulls');
    for (const service of Object.keys(SERVICES)) expect(text).toContain(service);
    expect(servicesAsked(stage)).toEqual([]);

    await pressInNote(page, WORDS.allowOnOpen);
    await waitForNote(page, /Amber lamps are kinder/);
    await until(() => servicesAsked(stage).length === Object.keys(SERVICES).length, {
      what: 'all services to be asked',
    });
    expect(stage.strangersAsked('journal.example', ...Object.values(SERVICES))).toEqual([]);

    await leaveNote(page);
    const second = await openNote(page, '#doi-link');
    expect(second).not.toContain(WORDS.consentQuestion);
    await page.close();
  });
});

describe('when look-ups are only made on a press', () => {
  const stage = useStage({ lookUp: 'on-press' });

  test('a note asks nobody until Look up is pressed', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitInNote(page, 'button', WORDS.lookUp);
    expect(servicesAsked(stage)).toEqual([]);
    await pressInNote(page, WORDS.lookUp);
    await waitForNote(page, /Amber lamps are kinder/);
    await page.close();
  });
});

describe('when look-ups are allowed', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('loading and scrolling a page asks nobody', async () => {
    stage.world.clear();
    const page = await stage.open(ARTICLE, 'article');
    await page.mouse.wheel({ deltaY: 600 });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(stage.strangersAsked('journal.example')).toEqual([]);
    await page.close();
  });

  test('a note says what the study is, from three services', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    // Named as asked first, and as heard at the end.
    const heard = (words: string) => Object.keys(SERVICES).every((service) => words.includes(service));
    const text = await waitForNote(page, (words) => heard(words) && !words.includes('Asking'));
    // Europe PMC alone knows the kind and the headings, OpenAlex the free copy, Crossref the pages.
    expect(text).toMatch(/Conclusions\W+Amber lamps are kinder/);
    expect(text.toLowerCase()).toContain('trial 2012');
    expect(text).toContain(TRIAL.title);
    expect(text).toMatch(/Tarn A\., Weld B\., Quill C\. et al\./);
    expect(text).toMatch(/Annals of Harbour Birds/);
    expect(text).toMatch(/131–137/);
    expect(text).toContain(WORDS.freeCopy);
    for (const service of Object.keys(SERVICES)) expect(text).toContain(service);
    await page.close();
  });

  test('the sentence closest to the page’s claim is shown', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    const text = await waitForNote(page, new RegExp(WORDS.closest, 'i'));
    expect(text).toContain('Under white lamps gulls lost two hours of sleep a night');
    await page.close();
  });

  test('requests carry no cookie and do not say which page was read', async () => {
    const sent = Object.values(SERVICES).flatMap((host) => stage.world.requests(host));
    expect(sent.length).toBeGreaterThan(0);
    for (const { headers } of sent) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(JSON.stringify(headers)).not.toContain('journal.example');
    }
  });

  test('a second look at the same work is answered from the cache', async () => {
    const page = await stage.open(ARTICLE, 'article');
    stage.world.clear();
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    expect(servicesAsked(stage)).toEqual([]);
    await page.close();
  });

  test('a cluster is one note with an entry for each citation', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#cluster-2');
    await waitInNote(page, '[aria-expanded], details, li');
    await waitForNote(page, (text) => ['north', 'south', 'east'].every((file) => text.includes(file)));
    await page.close();
  });

  test('title and link are copied', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await stage.driver.grantClipboard('https://journal.example');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await pressInNote(page, WORDS.copy);
    await waitForNote(page, (words) => words.includes(WORDS.copied));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(TRIAL.title);
    expect(copied).toContain(`https://doi.org/${TRIAL.doi}`);
    await stage.settings({ copyLink: 'markdown', copyCitation: 'bibtex' });
    await page.bringToFront();
    await leaveNote(page);
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const isCopied = (start: string) =>
      until(async () => (await clipboard()).startsWith(start), { what: `“${start}” to be copied` });
    await pressInNote(page, WORDS.copy);
    await isCopied(`[${TRIAL.title}](https://doi.org/`);
    await pressInNote(page, WORDS.further);
    await pressInNote(page, WORDS.copyCitation);
    await isCopied('@article{');
    await stage.settings({ copyCitation: 'apa' });
    await page.bringToFront();
    await pressInNote(page, WORDS.copyCitation);
    await isCopied('Tarn, A., Weld, B., Quill, C., & Moss, D. (2012). White lamps');
    await stage.settings({ copyLink: 'both', copyCitation: 'text' });
    await page.close();
  });

  test('a long summary unfolds in place', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    const height = async () => (await (await waitInNote(page, ':scope')).boundingBox())!.height;
    const folded = await height();
    await pressInNote(page, WORDS.more);
    await waitInNote(page, 'button', WORDS.less);
    await until(async () => (await height()) > folded, { what: 'the note to grow' });
    await page.close();
  });

  test('Escape closes the note', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await page.keyboard.press('Escape');
    await until(async () => (await noteText(page)) === undefined, { what: 'the note to close' });
    await page.close();
  });

  test('the note stays while the pointer goes into it, and never covers its own line', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    const note = await waitInNote(page, ':scope');
    const box = (await note.boundingBox())!;
    const marker = (await (await page.$('#marker-1'))!.boundingBox())!;
    expect(box.y >= marker.y + marker.height || box.y + box.height <= marker.y).toBe(true);
    // The marker is raised: the words before it reach further down.
    const words = await page.$eval('#claim', (claim) => [...claim.getClientRects()].at(-1)!.toJSON() as DOMRect);
    expect(box.y >= words.bottom || box.y + box.height <= words.top).toBe(true);
    await page.mouse.move(box.x + 30, box.y + box.height / 2, { steps: 12 });
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await noteText(page)).toContain(TRIAL.title);
    await leaveNote(page);
    await page.close();
  });

  test('a plain click keeps the page’s own meaning', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await page.click('#marker-1');
    await until(() => page.evaluate(() => location.hash === '#ref-1'), { what: 'the way to the entry' });
    await page.close();
  });

  test('a note closed before it opened asks nobody', async () => {
    // Longer than a busy machine takes from one move of the pointer to the next.
    await stage.settings({ markerDelayMs: 1500 });
    const page = await stage.open('https://journal.example/again', 'article');
    stage.world.clear();
    await rest(page, '#marker-2');
    await page.mouse.move(3, 3);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await noteText(page)).toBeUndefined();
    expect(servicesAsked(stage)).toEqual([]);
    await page.close();
  });
});

describe('keyboard', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('keys pressed in the note do not reach the page', async () => {
    const page = await stage.open(
      'https://journal.example/keys',
      `<!doctype html><meta charset="utf-8"><title>Keys</title>
      <p>Gulls sleep less under lamps (<a id="link" href="https://doi.org/${TRIAL.doi}">Tarn and Weld 2012</a>).</p>
      <script>window.keys = []; for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, (event) => keys.push(event.key));</script>`,
    );
    await openNote(page, '#link');
    await waitForNote(page, /Amber lamps are kinder/);
    // Opened by the pointer, it is entered by the key that opens notes.
    await command(stage.driver, page, 'open-note');
    await waitForFocus(page, '[role="dialog"]');
    const button = await waitInNote(page, 'button', WORDS.copy);
    await button.focus();
    await page.keyboard.press('j');
    await page.keyboard.press('/');
    // Not with Escape: to let go of a key that closed the note is the page's affair.
    await page.mouse.click(3, 700);
    await until(async () => (await noteText(page)) === undefined, { what: 'the note to close' });
    await page.keyboard.press('x');
    const keys = () => page.evaluate(() => (window as unknown as { keys: string[] }).keys);
    await until(async () => (await keys()).includes('x'), { what: 'a key that is the page’s own' });
    expect(new Set(await keys())).toEqual(new Set(['x']));
    await page.close();
  });
});
