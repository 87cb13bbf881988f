import type { CitationKind } from '../../utils/model/citation';
import type { Colour } from '../../utils/model/passage';
import { isOnFor, type Settings } from '../../utils/model/settings';
import { Legend } from '../popup/legend';
import { t as sayPopup } from '../popup/words';
import { type CitedLine, CitedList, type PanelPlace, type WordsAsked } from './cited-list';
import { type PassageLine, Passages, Related, type RelatedLine } from './kept';
import { t } from './words';

/** What the panel knows of the page in view. */
export interface PanelPage {
  /** `asking`: not yet. `read`: it can be read. Else why nothing can be found there. */
  readonly view: 'asking' | 'read' | 'pdf' | 'closed' | 'absent' | 'own';
  /** Undefined where it has none that could be switched off. */
  readonly host?: string;
  readonly title: string;
  /** Whether everything on it has been looked at. */
  readonly settled: boolean;
  /** What it says of itself and what is kept of it, each a sentence. */
  readonly dates: readonly string[];
  readonly lines: readonly CitedLine[];
  readonly order: readonly PanelPlace[];
  readonly kinds: readonly CitationKind[];
  readonly passages: readonly PassageLine[];
  readonly related: readonly RelatedLine[];
  /** The library cannot be read: why. */
  readonly trouble?: string;
}

export interface PanelProps extends WordsAsked {
  readonly settings: Settings;
  readonly page: PanelPage;
  /** The citation gone to last. */
  readonly at: PanelPlace | undefined;
  readonly onGo: (to: PanelPlace) => void;
  readonly onShow: (passage: string) => void;
  readonly onMend: () => void;
  readonly onLibrary: () => void;
  readonly workAddress: (id: string) => string;
}

/** Why there is nothing to be shown of a page; undefined where there is. */
function reasonFor(settings: Settings, { view, host }: PanelPage): string | undefined {
  if (!settings.on) return sayPopup('offEverywhere');
  if (host && !isOnFor(settings, host)) return sayPopup('offHere');
  if (view === 'asking') return sayPopup('searching');
  return view === 'read' ? undefined : sayPopup(view);
}

/** The side panel: the page in view, what it cites, and what is kept of it. */
export function Panel({ settings, page, at, onGo, onShow, onMend, onLibrary, workAddress, ...asked }: PanelProps) {
  const reason = reasonFor(settings, page);
  const { lines, passages, related, settled } = page;
  const colours = [
    ...new Set(passages.filter(({ isMissing }) => !isMissing).map((each): Colour => each.passage.colour)),
  ];
  const isMarked = (isRead: boolean) => lines.some(({ status }) => status && (status === 'read') === isRead);
  const signs = [
    ...(lines.some(({ standing }) => standing) ? (['care'] as const) : []),
    ...(['own', 'past'] as const).filter((as) => settings.listMarks && isMarked(as === 'past')),
  ];
  return (
    <main>
      <header>
        <h1>{page.title || t('title')}</h1>
        {page.host && <p class="aside host">{page.host}</p>}
        {!reason && page.dates.length > 0 && (
          <ul class="dates" aria-label={t('dates')}>
            {page.dates.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </header>
      <p class="state" role="status">
        {reason ?? (lines.length > 0 ? '' : settled ? sayPopup('noCitations') : sayPopup('searching'))}
      </p>
      {page.trouble && <p class="notice">{page.trouble}</p>}
      {!reason && (
        <>
          {lines.length > 0 && <CitedList {...asked} lines={lines} order={page.order} at={at} onGo={onGo} />}
          <Passages lines={passages} onShow={onShow} onMend={onMend} />
          <Related lines={related} addressOf={workAddress} />
          <Legend marks={settings.marks} kinds={page.kinds} signs={signs} colours={colours} />
        </>
      )}
      <footer>
        <button type="button" class="quiet" onClick={onLibrary}>
          {sayPopup('openLibrary')}
        </button>
      </footer>
    </main>
  );
}
