import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type PageView, Popup } from '../../components/popup/popup';
import type { Settings } from '../../utils/model/settings';
import { browser } from '../../utils/platform/browser';
import { sendToBackground } from '../../utils/platform/send';
import { changeSettings, loadSettings, watchSettings } from '../../utils/platform/settings';
import { viewTab } from '../../utils/platform/tab-view';

/** Rest between two questions to a page that is still being read, milliseconds. */
const AGAIN_MS = 500;

function App({ first }: { readonly first: Settings }) {
  const [settings, setSettings] = useState(first);
  const [view, setView] = useState<PageView>({ type: 'asking' });
  const [host, setHost] = useState<string>();

  useEffect(() => watchSettings(browser, setSettings), []);
  // What is found changes when Ibid is switched on or off: ask anew then.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (!tab || isOver) return;
      const seen = await viewTab(browser, tab);
      if (isOver) return;
      setHost(seen.host);
      setView(seen.view);
      if (seen.view.type === 'read' && !seen.view.settled) timer = setTimeout(ask, AGAIN_MS);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [settings]);

  return (
    <Popup
      settings={settings}
      view={view}
      host={host}
      onChange={(change) => void changeSettings(browser, change)}
      onLibrary={() => void sendToBackground('openLibrary', {}).then(() => close())}
      onOptions={() => void browser.runtime.openOptionsPage().then(() => close())}
    />
  );
}

void loadSettings(browser).then((settings) => {
  render(<App first={settings} />, document.getElementById('app')!);
});
