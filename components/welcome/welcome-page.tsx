import type { Settings } from '../../utils/model/settings';
import { Check, Choice, Delay } from '../options/fields';
import { t as sayOption } from '../options/words';
import { Demo, type DemoReference } from './demo';
import { t } from './words';

/** Something that was kept while trying out. */
export interface KeptHere {
  readonly id: string;
  readonly is: 'work' | 'passage';
  readonly words: string;
}

export interface WelcomeProps {
  readonly settings: Settings;
  readonly references: readonly [DemoReference, DemoReference, DemoReference];
  readonly kept: readonly KeptHere[];
  readonly commands: readonly { readonly name: string; readonly description: string; readonly shortcut?: string }[];
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onPanel: () => void;
  readonly onLibrary: () => void;
  readonly onOptions: () => void;
  /** Opens the browser's own page for shortcuts. */
  readonly onShortcuts: () => void;
}

function Switches({ settings, onChange }: Pick<WelcomeProps, 'settings' | 'onChange'>) {
  return (
    <>
      <h3>{sayOption('lookUp')}</h3>
      <Choice
        name="look-up"
        legend={sayOption('lookUp')}
        value={settings.lookUp}
        options={[
          ['unasked', sayOption('lookUpUnasked')],
          ['on-open', sayOption('lookUpOnOpen')],
          ['on-press', sayOption('lookUpOnPress')],
        ]}
        onChange={(lookUp) => onChange({ lookUp })}
      />
      <h3>{sayOption('marks')}</h3>
      <Choice
        name="marks"
        legend={sayOption('marks')}
        value={settings.marks}
        options={[
          ['none', sayOption('marksNone')],
          ['quiet', sayOption('marksQuiet')],
          ['strong', sayOption('marksStrong')],
        ]}
        onChange={(marks) => onChange({ marks })}
      />
      <h3>{sayOption('notes')}</h3>
      <Delay
        id="delay"
        label={sayOption('markerDelay')}
        valueMs={settings.markerDelayMs}
        mostMs={2000}
        onChange={(markerDelayMs) => onChange({ markerDelayMs })}
      />
      <Check
        label={sayOption('selectionBar')}
        isOn={settings.selectionBar}
        onChange={(selectionBar) => onChange({ selectionBar })}
      />
    </>
  );
}

/** The page that opens once, when Ibid is installed: all of it is tried out on an invented page that needs no network. */
export function WelcomePage(props: WelcomeProps) {
  const { settings, references, kept, commands, onChange } = props;
  const openNote = commands.find(({ name }) => name === 'open-note')?.shortcut;
  return (
    <>
      <header class="masthead">
        <h1>
          <span class="wordmark">Ibid</span> {t('title')}
        </h1>
      </header>
      <main>
        <p class="lead">{t('lead')}</p>

        <section aria-labelledby="try" class="try">
          <div>
            <h2 id="try">{t('tryTitle')}</h2>
            <p class="aside">{t('tryText')}</p>
            <ol class="steps">
              <li>{t('stepRest')}</li>
              <li>{t('stepMark')}</li>
              <li>{t('stepSave')}</li>
            </ol>
            {openNote && <p class="aside">{t('stepKeys', openNote)}</p>}
            <h3 id="kept">{t('kept')}</h3>
            <ul class="kept" aria-labelledby="kept" aria-live="polite">
              {kept.length === 0 && <li class="aside">{t('keptNothing')}</li>}
              {kept.map(({ id, is, words }) => (
                <li key={id}>
                  <span class="is">{t(is === 'work' ? 'keptWork' : 'keptPassage')}</span> {words}
                </li>
              ))}
            </ul>
          </div>
          <Demo references={references} />
        </section>

        <section aria-labelledby="where">
          <h2 id="where">{t('whereTitle')}</h2>
          <ul class="where">
            <li>{t('whereButton')}</li>
            <li>
              {t('wherePanel')}
              <button type="button" onClick={props.onPanel}>
                {t('openPanel')}
              </button>
            </li>
            <li>
              {t('whereLibrary')}
              <button type="button" onClick={props.onLibrary}>
                {t('openLibrary')}
              </button>
            </li>
          </ul>
        </section>

        <section aria-labelledby="privacy">
          <h2 id="privacy">{t('privacyTitle')}</h2>
          <p>
            {t('privacyLoading')} {t('privacyLookUp')} {t('privacyLibrary')}
          </p>
        </section>

        <section aria-labelledby="switches">
          <h2 id="switches">{t('switchesTitle')}</h2>
          <p class="aside">{t('switchesText')}</p>
          <Switches settings={settings} onChange={onChange} />
          <button type="button" onClick={props.onOptions}>
            {t('openOptions')}
          </button>
        </section>

        <section aria-labelledby="keys">
          <h2 id="keys">{t('keysTitle')}</h2>
          <dl class="keys">
            {commands.map(({ name, description, shortcut }) => (
              <div key={name}>
                <dt>{description}</dt>
                <dd>{shortcut ? <kbd>{shortcut}</kbd> : <span class="aside">{sayOption('noShortcut')}</span>}</dd>
              </div>
            ))}
          </dl>
          <button type="button" class="quiet" onClick={props.onShortcuts}>
            {sayOption('changeShortcuts')}
          </button>
        </section>
      </main>
    </>
  );
}
