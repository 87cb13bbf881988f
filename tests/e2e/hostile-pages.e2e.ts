import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import {
  altClick,
  findInNote,
  openNote,
  pageText,
  paintedText,
  picture,
  pressInNote,
  selectText,
  until,
  useStage,
  waitForNote,
  waitInNote,
} from './stage';

const WORDS = english.note;

describe('pages with strict policies', () => {
  const stage = useStage({ lookUp: 'on-open' });

  for (const [name, policy] of [
    ['no sources at all', "default-src 'none'"],
    ['Trusted Types', "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"],
    ['a sandbox without scripts', "default-src 'none'; sandbox"],
  ] as const) {
    test(`show notes under a policy of ${name}`, async () => {
      const url = `https://strict.journal.example/${encodeURIComponent(name)}`;
      stage.world.page(url, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
        body: pageText('article'),
      });
      const page = await stage.open(url);
      await openNote(page, '#marker-1');
      await waitForNote(page, /Amber lamps are kinder/);
      // A note without its style sheet would be transparent.
      const note = await waitInNote(page, ':scope');
      const ground = await note.evaluate((dialog) => {
        const grounds: string[] = [];
        for (let at: Element | null = dialog; at; at = at.parentElement)
          grounds.push(getComputedStyle(at).backgroundColor);
        return grounds;
      });
      expect(ground.some((colour) => colour !== 'rgba(0, 0, 0, 0)')).toBe(true);
      await page.close();
    });
  }
});

describe('a page that styles everything', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('cannot hide or move the note, or keep its keys', async () => {
    const rules =
      'html { font-size: 10px; zoom: 1.25 } main * { position: relative; z-index: 2147483647 !important } ' +
      'html > div, [popover], [popover]:popover-open { all: unset !important; display: none !important; opacity: 0 !important; transform: translate(-4000px) !important; pointer-events: none !important }';
    const keeper = `<script>for (const at of [window, document]) at.addEventListener('keydown', (event) => {
      event.preventDefault(); event.stopImmediatePropagation(); }, true)</script>`;
    const page = await stage.open(
      'https://styles.journal.example/',
      pageText('article').replace('</style>', `${rules}</style>${keeper}`),
    );
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    const note = await waitInNote(page, ':scope');
    const box = (await note.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.width).toBeGreaterThan(200);
    expect(await note.evaluate((dialog) => dialog.checkVisibility({ opacityProperty: true }))).toBe(true);
    await picture(page, 'hostile-styles');
    await page.keyboard.press('Escape');
    await until(async () => !(await findInNote(page, ':scope')), { what: 'the note to close' });
    await page.close();
  });
});

describe('a page that watches', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('learns nothing of who we are, and finds its text nodes as they were', async () => {
    const page = await stage.open('https://spy.example/', 'spy');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await pressInNote(page, WORDS.save);
    await waitForNote(page, (words) => words.includes(WORDS.saved));
    await page.keyboard.press('Escape');
    await altClick(page, '#marker-1');
    await until(async () => (await paintedText(page)).some((text) => text.includes('two hours of sleep')), {
      what: 'the claim to be painted',
    });
    await selectText(page, '#to-save');
    await new Promise((resolve) => setTimeout(resolve, 500));

    const seen = await page.evaluate(() => (window as unknown as { report(): string[] }).report());
    const all = seen.join('\n');
    expect(seen.length).toBeGreaterThan(20);
    expect(all).not.toContain(
      new URL(stage.driver.extensionOrigin).host || stage.driver.extensionOrigin.split('//')[1],
    );
    expect(all).not.toMatch(/(chrome|moz|webkit)-extension:/);
    // The shadow roots are open in this build alone; what stands in them is not the page's to read.
    expect(seen.filter((line) => !line.startsWith('shadow:')).join('\n')).not.toMatch(/ibid/i);
    expect(
      seen.filter((line) => /^(dispatch|event message|store: .*\w{3}.*:)/.test(line) && !/^store: \{\}/.test(line)),
    ).toEqual([]);

    expect(await page.evaluate(() => (window as unknown as { changes(): string[] }).changes())).toEqual([]);
    await page.close();
  });

  test('cannot open a note or save with events of its own making', async () => {
    const page = await stage.open('https://spy.example/forged', 'spy');
    await until(() => page.evaluate(() => CSS.highlights.size > 0), { what: 'the marks' });
    await page.evaluate(() => {
      const link = document.querySelector('#marker-1')!;
      const { x, y } = link.getBoundingClientRect();
      for (const type of [
        'pointerover',
        'pointerenter',
        'pointermove',
        'mouseover',
        'mousemove',
        'focusin',
        'click',
        'touchstart',
      ])
        link.dispatchEvent(
          new MouseEvent(type, {
            bubbles: true,
            composed: true,
            clientX: x + 2,
            clientY: y + 2,
            altKey: type === 'click',
          }),
        );
    });
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await findInNote(page, ':scope')).toBeUndefined();
    expect((await paintedText(page)).some((text) => text.includes('two hours of sleep'))).toBe(false);
    await page.close();
  });
});

describe('malformed pages', () => {
  const stage = useStage({ lookUp: 'on-open' });

  for (const [name, body] of [
    [
      'unclosed tags',
      '<p>Gulls<b>sleep <i>less (<a id="link" href="https://doi.org/10.5555/lamp.2012.1">Tarn 2012<td>).<p></b>and',
    ],
    [
      'quirks mode and nested links',
      '<table><a id="link" href=https://doi.org/10.5555/lamp.2012.1>Tarn <a href=x>2012</a></table>',
    ],
    ['an XHTML document', ''],
  ] as const) {
    test(`are survived: ${name}`, async () => {
      const url = `https://broken.journal.example/${encodeURIComponent(name)}`;
      const errors: string[] = [];
      if (body) stage.world.page(url, body);
      else
        stage.world.page(url, {
          headers: { 'content-type': 'application/xhtml+xml' },
          body: '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Gulls (<a id="link" href="https://doi.org/10.5555/lamp.2012.1">Tarn 2012</a>).</p></body></html>',
        });
      const page = await stage.driver.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(url);
      await openNote(page, '#link');
      await waitForNote(page, /Amber lamps are kinder/);
      expect(errors).toEqual([]);
      await page.close();
    });
  }
});
