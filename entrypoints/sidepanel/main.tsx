import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { showTheme } from '../../components/pages/theme';
import type { PanelPlace } from '../../components/panel/cited-list';
import { Panel, type PanelPage } from '../../components/panel/panel';
import { t } from '../../components/panel/words';
import type { Settings } from '../../utils/model/settings';
import { browser } from '../../utils/platform/browser';
import { sendToBackground } from '../../utils/platform/send';
import { loadSettings, watchSettings } from '../../utils/platform/settings';
import { citedWorks, createPageReader, keysOfPage } from '../../utils/usecases/page-works';
import { introduce } from '../../utils/words/words';
import { aboutOf, datesOf, lineOf } from './lines';
import { useFallen, useShelf } from './use-shelf';
import { useTab } from './use-tab';

function App({ first }: { readonly first: Settings }) {
  const [settings, setSettings] = useState(first);
  const [at, goTo] = useState<PanelPlace>();
  useEffect(() => watchSettings(browser, setSettings), []);
  useEffect(() => showTheme(document, settings.theme), [settings.theme]);
  const { tab, seen, outlines, words, ask } = useTab(settings);
  useEffect(() => goTo(undefined), [tab?.id]);

  const read = useMemo(() => createPageReader(Date.now()), [tab?.id]);
  const all = [...outlines];
  const cited = useMemo(() => all.flatMap(([frameId, outline]) => citedWorks(frameId, outline, read)), [outlines]);
  const keys = useMemo(() => new Map(all.map(([frameId, { says }]) => [frameId, keysOfPage(says)])), [outlines]);
  const { shelf, failure } = useShelf({
    pageKeys: [...new Set([...keys.values()].flat())],
    workKeys: [...new Set(cited.flatMap((work) => work.keys))],
  });
  const fallen = useFallen(cited.flatMap(({ identifiers }) => identifiers));
  const lines = useMemo(() => cited.map((work) => lineOf(work, shelf, fallen)), [cited, shelf, fallen]);
  const missing = new Set(all.flatMap(([, outline]) => outline.missing));
  // Scripts run in the document that stands round a PDF, too, and find nothing in it.
  const isPdf = seen?.view.type === 'pdf';
  const view = outlines.size > 0 && !isPdf ? 'read' : (seen?.view.type ?? 'asking');
  const page: PanelPage = {
    view,
    host: seen?.host,
    title: outlines.get(0)?.title || (tab?.title ?? ''),
    settled: all.length > 0 ? all.every(([, { settled }]) => settled) : false,
    dates: datesOf(aboutOf(outlines), shelf.firstKept),
    lines,
    order: all.flatMap(([frameId, { order }]) => order.map((number) => ({ frameId, number }))),
    kinds: [...new Set(cited.map(({ citation }) => citation.kind))],
    passages: shelf.passages.map((passage) => ({ passage, isMissing: missing.has(passage.id) })),
    related: shelf.related,
    trouble: failure && t('trouble', failure),
  };
  /** Frames whose document a passage belongs to. */
  const framesOf = (id: string) => {
    const passage = shelf.passages.find((each) => each.id === id);
    return [...keys].flatMap(([frameId, own]) =>
      passage?.page.keys.some((key) => own.includes(key)) ? [frameId] : [],
    );
  };

  return (
    <Panel
      settings={settings}
      page={page}
      at={at}
      words={words}
      onWords={(places) => {
        for (const [frameId] of all) {
          const own = places.filter((place) => place.frameId === frameId).map(({ number }) => number);
          if (own.length > 0) ask(frameId, { type: 'words', places: own });
        }
      }}
      onGo={(to) => {
        goTo(to);
        ask(to.frameId, { type: 'go', place: to.number });
      }}
      onShow={(passage) => {
        for (const frameId of framesOf(passage)) ask(frameId, { type: 'show', passage });
      }}
      onMend={() => {
        for (const [frameId, outline] of all) if (outline.missing.length > 0) ask(frameId, { type: 'mend' });
      }}
      onLibrary={() => void sendToBackground('openLibrary', {})}
      workAddress={(id) => browser.runtime.getURL(`/library.html#work=${id}`)}
    />
  );
}

introduce(document, t('title'));
void loadSettings(browser).then((settings) => {
  render(<App first={settings} />, document.getElementById('app')!);
});
