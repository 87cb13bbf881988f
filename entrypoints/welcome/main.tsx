import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { showTheme } from '../../components/pages/theme';
import { type KeptHere, WelcomePage } from '../../components/welcome/welcome-page';
import { t } from '../../components/welcome/words';
import type { Settings } from '../../utils/model/settings';
import type { Door } from '../../utils/page/door';
import { browser } from '../../utils/platform/browser';
import { sendToBackground } from '../../utils/platform/send';
import { changeSettings, loadSettings, watchSettings } from '../../utils/platform/settings';
import { openSidePanel } from '../../utils/platform/side-panel';
import { openShortcutSettings } from '../../utils/platform/tabs';
import { introduce } from '../../utils/words/words';
import { unpackModel } from '../../utils/works/likeness/packed';
import { createRanker } from '../../utils/works/rank-sentences';
import { openDoor } from './door';
import { createTryOut } from './try-out';
import { inventedReferences, inventedWorks } from './works';

const references = inventedReferences();

function App({ first }: { readonly first: Settings }) {
  const [settings, setSettings] = useState(first);
  const [kept, setKept] = useState<readonly KeptHere[]>([]);
  const [commands, setCommands] = useState<readonly { name: string; description: string; shortcut?: string }[]>([]);
  const [door, setDoor] = useState<Door>();
  // Known before it is needed: a panel opens only in the very task of a press.
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => watchSettings(browser, setSettings), []);
  useEffect(() => showTheme(document, settings.theme), [settings.theme]);
  useEffect(() => {
    if (door) door.settings = settings;
  }, [door, settings]);
  useEffect(() => {
    // A file of the extension's own; without it no sentence is marked.
    const ranker = fetch('/likeness.json')
      .then(async (file) => createRanker(unpackModel(await file.json())))
      .catch(() => undefined);
    const tryOut = createTryOut(inventedWorks(Date.now()), ranker, () => setKept(tryOut.kept()));
    setDoor(openDoor(window, first, tryOut, false));
    void browser.tabs.getCurrent().then((tab) => setWindowId(tab?.windowId));
    void browser.commands.getAll().then((all) => {
      // The browser's own command that opens the popup has no words.
      const ours = all.filter(({ name, description }) => name && description);
      setCommands(ours.map(({ name = '', description = '', shortcut }) => ({ name, description, shortcut })));
    });
  }, []);

  return (
    <WelcomePage
      settings={settings}
      references={references}
      kept={kept}
      commands={commands}
      onChange={(change) => {
        setSettings((before) => ({ ...before, ...change }));
        void changeSettings(browser, change);
      }}
      onPanel={() => void openSidePanel(browser, windowId)}
      onLibrary={() => void sendToBackground('openLibrary', {})}
      onOptions={() => void browser.runtime.openOptionsPage()}
      onShortcuts={() => void openShortcutSettings(browser)}
    />
  );
}

introduce(document, t('title'));
void loadSettings(browser).then((settings) => {
  render(<App first={settings} />, document.getElementById('app')!);
});
