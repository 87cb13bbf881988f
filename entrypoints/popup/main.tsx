import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { showTheme } from '../../components/pages/theme';
import { type PageView, Popup } from '../../components/popup/popup';
import { t } from '../../components/popup/words';
import type { Settings } from '../../utils/model/settings';
import { browser } from '../../utils/platform/browser';
import { type FollowedTab, tabInView } from '../../utils/platform/followed-tab';
import { sendToBackground } from '../../utils/platform/send';
import { changeSettings, loadSettings, watchSettings } from '../../utils/platform/settings';
import { openSidePanel } from '../../utils/platform/side-panel';
import { viewTab } from '../../utils/platform/tab-view';
import { showOwnPage } from '../../utils/platform/tabs';
import { WELCOME_PAGE } from '../../utils/platform/welcome';
import { introduce } from '../../utils/words/words';
import { savePack } from './save-pack';
import { useAddWork } from './use-add-work';

/** Rest between two questions to a page that is still being read, or does not answer yet, milliseconds. */
const AGAIN_MS = 500;

function App({ first }: { readonly first: Settings }) {
  const [settings, setSettings] = useState(first);
  const [view, setView] = useState<PageView>({ type: 'asking' });
  const [host, setHost] = useState<string>();
  // Known before it is needed: a panel opens only in the very task of a press.
  const [tab, setTab] = useState<FollowedTab>();

  useEffect(() => watchSettings(browser, setSettings), []);
  useEffect(() => showTheme(document, settings.theme), [settings.theme]);
  // What is found changes when Ibid is switched on or off: ask anew then.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async () => {
      const tab = await tabInView(browser);
      if (!tab || isOver) return;
      setTab(tab);
      const seen = await viewTab(browser, tab);
      if (isOver) return;
      setHost(seen.host);
      const { view } = seen;
      setView(view);
      // Switched on a moment ago, the page needs one to answer.
      if (view.type === 'absent' || (view.type === 'read' && !view.settled)) timer = setTimeout(ask, AGAIN_MS);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [settings]);

  const addWork = useAddWork(tab, view.type === 'read');
  return (
    <Popup
      settings={settings}
      view={view}
      host={host}
      onChange={(change) => void changeSettings(browser, change)}
      onLibrary={() => void sendToBackground('openLibrary', {}).then(() => close())}
      onPanel={() => void openSidePanel(browser, tab?.windowId).then(() => close())}
      onPack={() => void savePack(tab)}
      addWork={addWork}
      onWelcome={() => void showOwnPage(browser, WELCOME_PAGE).then(() => close())}
      onOptions={() => void browser.runtime.openOptionsPage().then(() => close())}
    />
  );
}

introduce(document, t('found'));
void loadSettings(browser).then((settings) => {
  render(<App first={settings} />, document.getElementById('app')!);
});
