import { describe, expect, test } from 'vitest';
import { leaveNote, noteText, openNote, pageText, rest, until, useStage, waitForNote } from './stage';

describe('pages that change', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('single-page navigation: the new view has notes, the old note is gone', async () => {
    for (const path of ['gulls', 'terns'])
      stage.world.page(`https://app.journal.example/${path}`, pageText('single-page'));
    const page = await stage.open('https://app.journal.example/gulls');
    await openNote(page, '#gulls');
    await waitForNote(page, /White lamps and the sleep of gulls/);
    await page.evaluate(() => (document.querySelector('#to-terns') as HTMLElement).click());
    await until(async () => (await noteText(page)) === undefined, { what: 'the note of the old view to close' });
    await openNote(page, '#terns');
    await waitForNote(page, /Terns and lamps: a systematic review/);
    await page.close();
  });

  test('citations that come late, and again after they are replaced, have notes', async () => {
    const page = await stage.open(
      'https://late.journal.example/',
      '<!doctype html><meta charset="utf-8"><title>Late</title><main></main>',
    );
    const fill = () =>
      page.evaluate(() => {
        document.querySelector('main')!.innerHTML =
          '<p>Gulls (<a id="late" href="https://doi.org/10.5555/lamp.2012.1">Tarn and Weld 2012</a>).</p>';
      });
    for (const time of ['first', 'second']) {
      await fill();
      const text = await openNote(page, '#late');
      expect(text, time).toMatch(/\S/);
      await leaveNote(page);
    }
    await page.close();
  });

  test('a citation in an open shadow root has a note, and so has one in a root in that root that comes late', async () => {
    const page = await stage.open('https://shadow.journal.example/', 'shadow');
    await openNote(page, '>>> #inside');
    await waitForNote(page, /White lamps and the sleep of gulls/);
    await leaveNote(page);
    await openNote(page, '>>> #deep');
    await waitForNote(page, /Terns and lamps: a systematic review/);
    await page.close();
  });

  test('a citation in a frame of another site has its note in that frame', async () => {
    stage.world.page('https://framed.example/', pageText('article'));
    const page = await stage.open(
      'https://framing.example/',
      '<!doctype html><meta charset="utf-8"><title>Framing</title><h1>Framing</h1><iframe src="https://framed.example/" width="900" height="600"></iframe>',
    );
    const frame = await until(() => page.frames().find((frame) => frame.url() === 'https://framed.example/'), {
      what: 'the frame',
    });
    await frame.waitForSelector('#marker-1');
    await rest(page, '#marker-1', frame);
    await waitForNote(frame, /Amber lamps are kinder/);
    expect(await noteText(page)).toBeUndefined();
    await page.close();
  });
});
