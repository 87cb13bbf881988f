import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { OptionsPage } from '../../components/options/options-page';
import type { LogState } from '../../components/options/request-log';
import { t } from '../../components/options/words';
import { failureText } from '../../components/pages/failure-text';
import { showTheme } from '../../components/pages/theme';
import { Toast } from '../../components/pages/toast';
import { STYLES } from '../../utils/formats/csl-styles';
import type { Settings } from '../../utils/model/settings';
import { browser } from '../../utils/platform/browser';
import { changeSettings, loadSettings, watchSettings } from '../../utils/platform/settings';
import { openShortcutSettings } from '../../utils/platform/tabs';
import { sources } from '../../utils/sources';
import { watchRequests } from '../../utils/storage/watch';
import { introduce, language } from '../../utils/words/words';
import { useRetractions } from './use-retractions';
import { useRules } from './use-rules';
import { useStorage } from './use-storage';
import { useTerms } from './use-terms';

/** How many requests are shown at first, and added at each press. */
const REQUESTS = 100;

const dates = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' });
const times = new Intl.DateTimeFormat(language(), { dateStyle: 'short', timeStyle: 'short' });

function App({ first }: { readonly first: Settings }) {
  const [settings, setSettings] = useState(first);
  const [log, setLog] = useState<LogState>({ type: 'opening' });
  const [most, setMost] = useState(REQUESTS);
  const [commands, setCommands] = useState<readonly { name: string; description: string; shortcut?: string }[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const [retractions, onLoadRetractions] = useRetractions();
  const terms = useTerms();
  const rules = useRules();
  const storage = useStorage();

  useEffect(() => watchSettings(browser, setSettings), []);
  useEffect(() => showTheme(document, settings.theme), [settings.theme]);
  useEffect(
    () =>
      watchRequests(most, (watched) => {
        if (watched.type === 'open') setLog({ type: 'open', ...watched.value });
        if (watched.type === 'failed') setLog({ type: 'failed', message: failureText(watched.failure) });
      }),
    [most],
  );
  useEffect(() => {
    void browser.commands.getAll().then((all) => {
      // The browser's own command that opens the popup has no words.
      const ours = all.filter(({ name, description }) => name && description);
      setCommands(ours.map(({ name = '', description = '', shortcut }) => ({ name, description, shortcut })));
    });
  }, []);

  return (
    <>
      <OptionsPage
        settings={settings}
        services={sources}
        styles={STYLES}
        commands={commands}
        log={log}
        {...storage}
        terms={terms}
        rules={rules}
        retractions={{
          state: retractions,
          dateText: (day) => (day ? dates.format(Date.parse(day)) : '—'),
          onLoad: onLoadRetractions,
        }}
        libraryUrl={browser.runtime.getURL('/library.html')}
        timeText={(at) => times.format(at)}
        onChange={(change) => {
          // Shown before it is stored, so that a slider follows the hand.
          setSettings((before) => ({ ...before, ...change }));
          changeSettings(browser, change).catch((error) => setTrouble(t('saveFailed', String(error))));
        }}
        onMoreRequests={() => setMost(most + REQUESTS)}
        onShortcuts={() => void openShortcutSettings(browser)}
      />
      {trouble && <Toast message={trouble} dismissLabel={t('dismiss')} onDismiss={() => setTrouble(undefined)} />}
    </>
  );
}

introduce(document, t('title'));
void loadSettings(browser).then((settings) => {
  render(<App first={settings} />, document.getElementById('app')!);
});
