import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import type { Passage } from '../../utils/model/passage';
import { paintedText, pressInNote, selectText, until, useStage, waitForFocus, waitInNote } from './stage';

const BAR = english.bar;

/** Mulberry32 (public domain, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c): the same moments in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ROUNDS = Number(process.env.IBID_ROUNDS ?? 6);

describe('a page left in the worst moment', () => {
  const stage = useStage();
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** What the library holds of a page. */
  async function kept(url: string): Promise<Passage[]> {
    const desk = await stage.driver.desk();
    const rows = await desk.evaluate(
      () =>
        new Promise<Passage[]>((resolve, reject) => {
          const opening = indexedDB.open('ibid');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const asking = opening.result.transaction('passages').objectStore('passages').getAll();
            asking.onsuccess = () => {
              opening.result.close();
              resolve(asking.result);
            };
            asking.onerror = () => reject(asking.error);
          };
        }),
    );
    return rows.filter((row) => row.page.url === url);
  }

  test('a remark that is being written is kept', async () => {
    const url = 'https://journal.example/half-written';
    const page = await stage.open(url, 'article');
    await selectText(page, '#to-save');
    await pressInNote(page, BAR.green);
    await waitForFocus(page, 'textarea');
    await page.keyboard.type('Ask the harbour mas');
    await stage.driver.killBackground();
    await page.reload();
    await until(async () => (await kept(url))[0]?.remark === 'Ask the harbour mas', {
      what: 'the remark in the library',
    });
    await page.close();
  });

  const random = seeded(7);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const killAfterMs = Math.floor(random() * 20);
    const leaveAfterMs = Math.floor(random() * 20);
    test(`${round}: reloaded ${leaveAfterMs} ms after saving, the background ended ${killAfterMs} ms after it`, async () => {
      const url = `https://journal.example/worst-${round}`;
      const page = await stage.open(url, 'article');
      await selectText(page, '#to-save');
      const green = await waitInNote(page, 'button', BAR.green);
      await pause(300);
      await stage.driver.killBackground();
      await Promise.all([
        green.click().then(async () => {
          await pause(leaveAfterMs);
          await page.reload();
        }),
        pause(killAfterMs).then(() => stage.driver.killBackground()),
      ]);
      await until(async () => (await paintedText(page)).some((text) => text.includes('the colony doubled')), {
        what: 'the passage to be painted',
      });
      expect(await kept(url)).toHaveLength(1);
      await page.close();
    });
  }
});
