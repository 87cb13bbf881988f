// The marks of a page: under citations, works of the library and works that were retracted, and under the reader's own words, as
// they are painted and as they are drawn where colours are forced.
import { openPage } from '../bench/latency.mjs';
import { until } from '../lib/until.mjs';

const ADDRESS = 'https://pictures.example/marks';
/** One of the works that the list shipped with the extension has. */
const FALLEN = '10.1038/nature12968';
const cite = (doi, words) => `<a href="https://doi.org/${doi}">(${words})</a>`;
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Quays</title>
  <style>:root { color-scheme: light dark } body { margin: 40px 24px; font: 17px/1.8 serif }</style><main><h1>Quays</h1>
  <p>Gulls lost sleep ${cite('10.5555/marks.any', 'Tarn 2012')}; some works are to be read ${cite('10.5555/marks.listed', 'Weld 2013')},
  some were ${cite('10.5555/marks.read', 'Quill 2014')}, and one is not to be relied on ${cite(FALLEN, 'Moss 2014')}.
  On quays the common tern sleeps beside them ${cite('10.5555/marks.long', 'the commission of the harbours of the north and of those of the south 2015')}.</p></main></html>`;

/** Puts two works into the reading list, one of them read, explains a word, and shows both on pages. */
async function prepare(driver) {
  const options = await driver.extensionPage('options.html');
  await options.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { version: 1, ...settings, listMarks: true, glossary: 'on' } });
    const say = async (name, input) => {
      const reply = await chrome.runtime.sendMessage({ name, input });
      if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`);
      return reply.value;
    };
    const save = (value) =>
      say('saveWork', {
        citation: { kind: 'identifier-link', label: '1', identifiers: [{ scheme: 'doi', value }], confidence: 1 },
        page: { url: 'https://pictures.example/', title: 'Quays' },
      });
    await save('10.5555/marks.listed');
    const { id } = await save('10.5555/marks.read');
    await say('changeItem', { id, change: { status: 'read' } });
    await say('saveTerm', {
      id: 'picture-term-0001',
      word: 'common tern',
      definition: 'A small gull with a forked tail.',
    });
  });
  await options.close();
}

/** Takes pictures of the marks as `marks-LOOK-WIDTH-SCHEME.png` in a folder. */
export async function takeMarks(driver, world, folder, isWanted) {
  if (!isWanted('marks')) return;
  await prepare(driver);
  world.page(ADDRESS, PAGE);
  for (const look of ['painted', 'forced'])
    for (const width of [360, 1200])
      for (const scheme of ['light', 'dark']) {
        const features = [
          { name: 'prefers-color-scheme', value: scheme },
          ...(look === 'forced' ? [{ name: 'forced-colors', value: 'active' }] : []),
        ];
        const { page } = await openPage(driver, ADDRESS, async (page) => {
          await page.setViewport({ width, height: 500 });
          const session = await page.createCDPSession();
          await session.send('Emulation.setEmulatedMedia', { features });
        });
        if (look === 'painted')
          await until(() => page.evaluate(() => CSS.highlights.size === 5), { what: 'all five kinds of mark' });
        else await new Promise((go) => setTimeout(go, 2500));
        await page.screenshot({ path: `${folder}/marks-${look}-${width}-${scheme}.png` });
        await page.close();
      }
}
