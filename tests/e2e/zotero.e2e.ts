import { describe, expect, test } from 'vitest';
import { say } from '../../components/library/exchange-words';
import english from '../../locales/en.json';
import { type Answer, json } from '../../scripts/lib/world.mjs';
import { pageWords, paste, picture, press, until, useStage } from './stage';

const LIST = `@article{a, title={An invented trial of lamps}, author={Doe, Ada}, year={2019}, doi={10.5555/lamps}, annote={Worth reading}}
@book{b, title={An invented book of terns}, author={Roe, Bo}, year={2001}, isbn={978-0-306-40615-7}}`;

/** Where Zotero's connector listens: on this machine, so the world answers for it. */
const ZOTERO = '127.0.0.1';

describe('sending works to Zotero', () => {
  const stage = useStage();

  async function openPanel() {
    const library = await stage.own('library.html');
    await until(async () => (await pageWords(library)).includes(say('importLead')), { what: 'the import' });
    return library;
  }
  type Library = Awaited<ReturnType<typeof openPanel>>;
  const says = (library: Library, words: string) =>
    until(async () => (await pageWords(library)).includes(words), { what: `the words "${words}"` });

  test('asks nobody before it is pressed, and offers a file while Zotero does not run', async () => {
    const library = await openPanel();
    await paste(library, '#import-text', LIST);
    await press(library, say('importLook'), 'button');
    await until(async () => (await pageWords(library)).includes(say('importRun')), {
      what: 'the import to be offered',
    });
    await press(library, say('importRun'), 'button');
    await says(library, say('importDone', 2, 0, 0));
    await press(library, say('exportChoose'), 'summary');
    expect(stage.world.requests(ZOTERO)).toEqual([]);

    stage.world.handle(ZOTERO, () => ({ drop: true }));
    await press(library, say('zoteroFind'), 'button');
    await says(library, say('zoteroOffline'));
    await press(library, say('zoteroFile'), 'button');
    const { text } = await stage.driver.download(/^ibid-for-zotero-.*\.ris$/);
    expect(text.match(/^TY {2}- /gm)).toHaveLength(2);
    expect(text).toContain('N1  - Worth reading');
    await library.close();
  });

  test('says in words why nothing can be sent', async () => {
    const connector: { ping: Answer; place: Answer; import: Answer } = {
      ping: json({ prefs: {} }),
      place: json({ libraryName: 'My Library', editable: true, id: 7, name: 'Lamps' }),
      import: json([{}], { status: 201 }),
    };
    stage.world.handle(ZOTERO, ({ path }) => {
      if (path === '/connector/ping') return connector.ping;
      return path === '/connector/getSelectedCollection' ? connector.place : connector.import;
    });
    const library = await openPanel();
    await press(library, say('exportChoose'), 'summary');
    const ask = async (change: Partial<typeof connector>, words: string) => {
      const before = { ...connector };
      Object.assign(connector, change);
      const name = (await pageWords(library)).includes(say('zoteroAgain')) ? say('zoteroAgain') : say('zoteroFind');
      await press(library, name, 'button');
      await says(library, words);
      Object.assign(connector, before);
    };
    const failure = english.failure;
    await ask({ ping: { status: 403, body: '' } }, failure.zoteroRefuses);
    await picture(library, 'zotero-refuses');
    await ask({ ping: { status: 500, body: 'Oops' } }, failure.zoteroStrange.replace('{0}', '500'));
    await ask({ place: { body: '<html>Not Zotero</html>' } }, failure.zoteroStrange.replace('{0}', '200'));
    await ask(
      { place: json({ libraryName: 'Group of others', editable: false, libraryEditable: false, id: null }) },
      say('zoteroReadOnly', 'Group of others'),
    );
    await picture(library, 'zotero-read-only');
    await ask({}, say('zoteroIntoCollection', 'My Library', 'Lamps'));
    // It may have been closed, or another library chosen, since it was asked.
    connector.import = json({ libraryEditable: false }, { status: 500 });
    await press(library, say('zoteroSend', 2), 'button');
    await says(library, failure.zoteroReadOnly);
    await library.close();
  });

  test('shows where works arrive, and sends them there once', async () => {
    stage.world.handle(ZOTERO, ({ path, headers }) => {
      if (headers['x-zotero-connector-api-version'] === undefined) return { status: 403 };
      if (path === '/connector/ping') return json({ prefs: {} });
      if (path === '/connector/getSelectedCollection') {
        return json({ libraryName: 'My Library', libraryEditable: true, editable: true, id: 7, name: 'Lamps' });
      }
      return path.startsWith('/connector/import?session=') ? json([{}, {}], { status: 201 }) : { status: 404 };
    });
    stage.world.clear();
    const library = await openPanel();
    await press(library, say('exportChoose'), 'summary');
    await press(library, say('zoteroFind'), 'button');
    await says(library, say('zoteroIntoCollection', 'My Library', 'Lamps'));
    await press(library, say('zoteroSend', 2), 'button');
    await says(library, say('zoteroSent', 2));
    const sent = stage.world.requests(ZOTERO).filter(({ path }) => path.startsWith('/connector/import'));
    expect(sent.map(({ method, headers }) => [method, headers['content-type']])).toEqual([
      ['POST', 'application/x-research-info-systems'],
    ]);
    expect(sent[0]!.headers.cookie ?? sent[0]!.headers.referer).toBeUndefined();
    await library.close();
  });
});
