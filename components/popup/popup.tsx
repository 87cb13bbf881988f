import type { CitationKind } from '../../utils/model/citation';
import type { Colour } from '../../utils/model/passage';
import { isOnFor, type Settings } from '../../utils/model/settings';
import type { Sign } from '../../utils/model/sign';
import { language } from '../../utils/words/words';
import { type AddWork, AddWorkButtons } from './add-work';
import { Legend } from './legend';
import { t } from './words';

/** What the popup knows of the page in front. */
export type PageView =
  | { readonly type: 'asking' }
  | { readonly type: 'pdf' | 'closed' | 'absent' | 'own' }
  | {
      readonly type: 'read';
      readonly citations: number;
      /** Places where citations stand: several in one bracket are one. */
      readonly clusters: number;
      readonly passages: number;
      /** Whether everything that was on the page has been looked at. */
      readonly settled: boolean;
      readonly kinds: readonly CitationKind[];
      readonly signs: readonly Sign[];
      readonly colours: readonly Colour[];
    };

export interface PopupProps {
  readonly settings: Settings;
  readonly view: PageView;
  /** Host of the page; undefined where it has none that could be switched off. */
  readonly host?: string;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onLibrary: () => void;
  readonly onPanel: () => void;
  /** Gives the reader the passages of the page as a file. */
  readonly onPack: () => void;
  readonly addWork?: AddWork;
  readonly onOptions: () => void;
  /** Opens the page on which Ibid is tried out. */
  readonly onWelcome: () => void;
}

function Switch(props: { label: string; isOn: boolean; isOff?: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label class="switch">
      <span>{props.label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={props.isOn}
        checked={props.isOn}
        disabled={props.isOff}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

function Count({ number, noun, aside }: { number: number; noun: string; aside?: string }) {
  return (
    <p class="count">
      <span class="number">{number.toLocaleString(language())}</span> {noun}
      {aside && <span class="aside"> {aside}</span>}
    </p>
  );
}

function Found({ settings, view, host }: Pick<PopupProps, 'settings' | 'view' | 'host'>) {
  if (!settings.on) return <p class="aside">{t('offEverywhere')}</p>;
  if (host && !isOnFor(settings, host)) return <p class="aside">{t('offHere')}</p>;
  if (view.type === 'asking') return <p class="aside">{t('searching')}</p>;
  if (view.type !== 'read') return <p class="aside">{t(view.type)}</p>;
  const { citations, clusters, passages, settled } = view;
  return (
    <>
      {citations === 0 && settled ? (
        <p class="aside">{t('noCitations')}</p>
      ) : (
        <Count
          number={citations}
          noun={t('citations', citations)}
          aside={clusters !== citations ? t('places', clusters) : undefined}
        />
      )}
      {passages > 0 && <Count number={passages} noun={t('passages', passages)} />}
      <Legend marks={settings.marks} kinds={view.kinds} signs={view.signs} colours={view.colours} />
      {!settled && <p class="aside">{t('searching')}</p>}
    </>
  );
}

/** The popup: what was found on the page in front, the switches, and the ways to the other pages. */
export function Popup({
  settings,
  view,
  host,
  onChange,
  onLibrary,
  onPanel,
  onPack,
  addWork,
  onOptions,
  onWelcome,
}: PopupProps) {
  const isOnHere = host !== undefined && !settings.offHosts.includes(host);
  return (
    <main>
      <h1 class="wordmark">Ibid</h1>
      <section class="found" aria-label={t('found')} aria-live="polite">
        <Found settings={settings} view={view} host={host} />
      </section>
      {view.type === 'read' && view.passages > 0 && (
        <button type="button" class="pack" title={t('packHint')} onClick={onPack}>
          {t('pack')}
        </button>
      )}
      {addWork && <AddWorkButtons {...addWork} />}
      <section class="switches">
        {host && (
          <Switch
            label={t('onHere', host)}
            isOn={isOnHere && settings.on}
            isOff={!settings.on}
            onChange={(isOn) => {
              const others = settings.offHosts.filter((other) => other !== host);
              onChange({ offHosts: isOn ? others : [...others, host] });
            }}
          />
        )}
        <Switch label={t('onEverywhere')} isOn={settings.on} onChange={(on) => onChange({ on })} />
      </section>
      <footer>
        <button type="button" onClick={onPanel}>
          {t('openPanel')}
        </button>
        <button type="button" onClick={onLibrary}>
          {t('openLibrary')}
        </button>
        <button type="button" class="quiet" onClick={onOptions}>
          {t('openOptions')}
        </button>
        <button type="button" class="quiet" onClick={onWelcome}>
          {t('openWelcome')}
        </button>
      </footer>
    </main>
  );
}
