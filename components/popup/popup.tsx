import { isOnFor, type Settings } from '../../utils/model/settings';
import { t } from './words';

/** What the popup knows of the page in front. */
export type PageView =
  | { readonly type: 'asking' }
  | { readonly type: 'pdf' | 'closed' | 'absent' }
  | {
      readonly type: 'read';
      readonly citations: number;
      /** Places where citations stand: several in one bracket are one. */
      readonly clusters: number;
      readonly passages: number;
      /** Whether everything that was on the page has been looked at. */
      readonly settled: boolean;
    };

export interface PopupProps {
  readonly settings: Settings;
  readonly view: PageView;
  /** Host of the page; undefined where it has none that could be switched off. */
  readonly host?: string;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onLibrary: () => void;
  readonly onOptions: () => void;
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

function Count({ number, one, many, aside }: { number: number; one: string; many: string; aside?: string }) {
  return (
    <p class="count">
      <span class="number">{number.toLocaleString()}</span> {number === 1 ? one : many}
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
          one={t('citation')}
          many={t('citations')}
          aside={clusters !== citations ? t('places', clusters.toLocaleString()) : undefined}
        />
      )}
      {passages > 0 && <Count number={passages} one={t('passage')} many={t('passages')} />}
      {!settled && <p class="aside">{t('searching')}</p>}
    </>
  );
}

/** The popup: what was found on the page in front, the switches, and the ways to the other pages. */
export function Popup({ settings, view, host, onChange, onLibrary, onOptions }: PopupProps) {
  const isOnHere = host !== undefined && !settings.offHosts.includes(host);
  return (
    <main>
      <h1 class="wordmark">Ibid</h1>
      <section class="found" aria-label={t('found')} aria-live="polite">
        <Found settings={settings} view={view} host={host} />
      </section>
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
        <button type="button" onClick={onLibrary}>
          {t('openLibrary')}
        </button>
        <button type="button" class="quiet" onClick={onOptions}>
          {t('openOptions')}
        </button>
      </footer>
    </main>
  );
}
